"""A file of one source system as dossiers, errors, doubts and questions; nothing is written anywhere. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from intranet.dossiers.columns import Columns, match
from intranet.dossiers.gathering import Gathered, Known, WordQuestion
from intranet.dossiers.header import Header, find, known_headings
from intranet.dossiers.parsing import DossierRowReader
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.rows import DossierRowError, Doubt, ImportedRow
from intranet.dossiers.vocabulary import REQUIRED, ExportColumn
from intranet.kernel.tables.furniture import Furniture
from intranet.kernel.tables.reading import Table, tables
from intranet.kernel.workflow import Refused

EXAMPLES = 3

NO_HEADER = "Không tìm thấy dòng tiêu đề cột. Hãy kiểm tra tệp này có phải danh sách hồ sơ không."
OTHER_SHEET = "Trang tính này cũng có hồ sơ nhưng chưa được đọc. Hãy lưu thành tệp riêng rồi nhập tiếp."
NO_DUE = "Tệp không có cột hạn trả nên mọi hồ sơ đã giải quyết được tính là trước hạn."


@dataclass(frozen=True)
class Import:
    """A file as it was read; no row is, while `columns.missing` names any column.

    `rejected` keeps the cells of the rejected rows by row number, for the workbook that goes back to whoever sent the
    file; `examples` those of the first rows, for who is asked what a column holds. Neither names an applicant.
    """

    sheet: str
    header: Header
    columns: Columns
    rows: tuple[ImportedRow, ...] = ()
    errors: tuple[DossierRowError, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    words: tuple[WordQuestion, ...] = ()
    rejected: Mapping[int, Sequence[Any]] = field(default_factory=dict)
    examples: tuple[Sequence[Any], ...] = ()

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
    examples = first_rows(table, header, columns)
    if columns.missing:
        return Import(table.name, header, columns, warnings=doubts, examples=examples)
    return replace(read_rows(table, header, columns, known, doubts), examples=examples)


def first_rows(table: Table, header: Header, columns: Columns) -> tuple[Sequence[Any], ...]:
    below = (cells for number, cells in table.rows() if number > header.row and any(cell != "" for cell in cells))
    return tuple(without_applicant(cells, columns) for cells in islice(below, EXAMPLES))


def without_applicant(cells: Sequence[Any], columns: Columns) -> Sequence[Any]:
    column = columns.at.get(ExportColumn.APPLICANT)
    return [("" if at == column else cell) for at, cell in enumerate(cells)]


def read_rows(table: Table, header: Header, columns: Columns, known: Known, doubts: Sequence[Doubt]) -> Import:
    read = {
        column: at for column, at in columns.at.items() if known.keeps_applicants or column != ExportColumn.APPLICANT
    }
    reader = DossierRowReader(read, header.texts, known.remembered, known.last_year, table.is_text)
    at = columns.at
    furniture = Furniture(
        header.texts,
        header.row,
        code=at[ExportColumn.CODE],
        dated=at[ExportColumn.RECEIVED_AT],
        ordinal=at.get(ExportColumn.ORDINAL),
    )
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
        warnings=(*doubts, *gathered.doubts),
        words=tuple(gathered.words()),
        rejected={number: without_applicant(cells, columns) for number, cells in gathered.rejected.items()},
    )


def other_sheets(headers: Mapping[str, Header], remembered: Remembered) -> list[Doubt]:
    """The sheets left aside that look like lists of dossiers too."""
    alike = (name for name, header in headers.items() if match(header.keys, remembered).at.keys() >= REQUIRED)
    return [Doubt(0, "", name, OTHER_SHEET) for name in alike]


def no_due(columns: Columns, remembered: Remembered) -> list[Doubt]:
    column = ExportColumn.DUE_AT
    is_told = column in columns.at or column in remembered.absent
    return [] if is_told else [Doubt(0, column.label, "", NO_DUE)]
