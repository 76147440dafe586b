"""A file of one source system as dossiers, errors, doubts and questions; nothing is written anywhere. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intranet.dossiers.columns import Columns, match
from intranet.dossiers.furniture import Furniture
from intranet.dossiers.gathering import Gathered, Known, WordQuestion
from intranet.dossiers.header import Header, find, known_headings
from intranet.dossiers.parsing import RowReader
from intranet.dossiers.reading import Table, tables
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.rows import Doubt, ImportedRow, RowError
from intranet.dossiers.vocabulary import REQUIRED, Column
from intranet.kernel.workflow import Refused

NO_HEADER = "Không tìm thấy dòng tiêu đề cột. Hãy kiểm tra tệp này có phải danh sách hồ sơ không."
OTHER_SHEET = "Trang tính này cũng có hồ sơ nhưng chưa được đọc. Hãy lưu thành tệp riêng rồi nhập tiếp."
NO_DUE = "Tệp không có cột hạn trả nên mọi hồ sơ đã giải quyết được tính là trước hạn."


@dataclass(frozen=True)
class Import:
    """A file as it was read; no row is, while `columns.missing` names any column.

    `rejected` keeps the cells of the rejected rows by row number, applicants' names among them, for the workbook
    that goes back to whoever sent the file.
    """

    sheet: str
    header: Header
    columns: Columns
    rows: tuple[ImportedRow, ...] = ()
    errors: tuple[RowError, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    words: tuple[WordQuestion, ...] = ()
    rejected: Mapping[int, Sequence[Any]] = field(default_factory=dict)

    @property
    def exported_on(self) -> date | None:
        """The day its title rows tell."""
        return self.header.exported_on

    @property
    def read(self) -> int:
        """How many dossiers were met, rejected ones too; one that is repeated counts once."""
        return len(self.rows) + len(self.rejected)

    @property
    def is_sure(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.columns.unsure and not self.words


def read_file(data: bytes, name: str, known: Known) -> Import:
    """The dossiers of a file by its bytes and its name; Refused tells what to do with one that is no table."""
    return read(tables(data, name), known)


def read(found: Sequence[Table], known: Known) -> Import:
    """The dossiers of the sheet that looks most like a list of dossiers."""
    headers = {table.name: header for table in found if (header := find(table, known.remembered))}
    if not headers:
        raise Refused(NO_HEADER)
    counts = {name: known_headings(header.texts, known.remembered) for name, header in headers.items()}
    table = max((table for table in found if table.name in headers), key=lambda table: counts[table.name])
    header = headers.pop(table.name)
    columns = match(header.keys, known.remembered)
    doubts = (*other_sheets(headers, known.remembered), *no_due(columns, known.remembered))
    if columns.missing:
        return Import(table.name, header, columns, warnings=doubts)
    return read_rows(table, header, columns, known, doubts)


def read_rows(table: Table, header: Header, columns: Columns, known: Known, doubts: Sequence[Doubt]) -> Import:
    reader = RowReader(columns.at, header.texts, known.remembered, known.last_year, table.is_text)
    furniture = Furniture(columns.at, header.texts, header.row)
    gathered = Gathered(known, {column: header.texts[at] for column, at in columns.at.items()})
    for number, cells in table.rows():
        if number <= header.row:
            continue
        if row := reader.read(number, cells):
            gathered.take(row, cells, reader.doubts)
        elif not furniture.holds(number, cells):
            gathered.reject(number, cells, reader.errors)
    return Import(
        sheet=table.name,
        header=header,
        columns=columns,
        rows=tuple(gathered.rows.values()),
        errors=tuple(gathered.errors),
        warnings=(*doubts, *gathered.doubts.values()),
        words=tuple(gathered.words()),
        rejected=gathered.rejected,
    )


def other_sheets(headers: Mapping[str, Header], remembered: Remembered) -> list[Doubt]:
    """The sheets left aside that look like lists of dossiers too."""
    alike = (name for name, header in headers.items() if match(header.keys, remembered).at.keys() >= REQUIRED)
    return [Doubt(0, "", name, OTHER_SHEET) for name in alike]


def no_due(columns: Columns, remembered: Remembered) -> list[Doubt]:
    column = Column.DUE_AT
    is_told = column in columns.at or column in remembered.absent
    return [] if is_told else [Doubt(0, column.label, "", NO_DUE)]
