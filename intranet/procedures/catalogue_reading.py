"""A published list of procedures out of a file: its rows, and every row that cannot be taken. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from intranet.kernel.tables.cells import text_of
from intranet.kernel.tables.furniture import Furniture
from intranet.kernel.tables.headings import key
from intranet.kernel.tables.reading import Table, tables
from intranet.kernel.workflow import Refused
from intranet.procedures.catalogue_row import CatalogueRowError, CatalogueRowReader
from intranet.procedures.catalogue_words import COLUMN_OF, REQUIRED, UNCLEAR_ENDS, CatalogueColumn

NO_HEADER = "Không tìm thấy dòng tiêu đề có cột mã TTHC và tên TTHC. Hãy kiểm tra tệp này có phải danh mục TTHC không."
MISSING = "Tệp thiếu cột {columns}. Hãy thêm cột, đặt tên cột như vậy rồi tải lại tệp."
TWICE = "Tệp có hai cột cùng ghi “{column}”: “{first}” và “{second}”. Hãy bỏ bớt hoặc đổi tên một cột."
UNCLEAR_END = (
    "Cột “{text}” có thể là ngày cuối còn hiệu lực, cũng có thể là ngày đầu hết hiệu lực. "
    "Hãy ghi ngày cuối còn hiệu lực và đổi tên cột thành “Hiệu lực đến hết ngày”."
)
REPEATED = "Mã này đã có ở dòng {row} với nội dung khác. Hãy giữ lại một dòng."


@dataclass(frozen=True)
class ReadRow:
    """A procedure as one row tells it, by the names of the stored columns; what the list lacks is not among them."""

    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class ReadList:
    """A file as it was read."""

    rows: tuple[ReadRow, ...]
    errors: tuple[CatalogueRowError, ...]

    @property
    def rejected(self) -> int:
        return len({error.row for error in self.errors})

    @property
    def read(self) -> int:
        """How many procedures were met, rejected ones too; one that is repeated counts once."""
        return len(self.rows) + self.rejected


def read_file(data: bytes, name: str) -> ReadList:
    """The procedures of a file by its bytes and its name; Refused tells what to do with one that is no such list."""
    headers = [(table, *header) for table in tables(data, name) if (header := find(table))]
    if not headers:
        raise Refused(NO_HEADER)
    table, number, headings = max(headers, key=lambda found: len(columns_of(found[2])))
    return read_rows(table, number, headings, columns(headings))


def find(table: Table) -> tuple[int, tuple[str, ...]] | None:
    """The number and the texts of the row that names most columns, a code and a name among them."""
    rows = [(number, tuple(map(text_of, cells))) for number, cells in table.head()]
    named = [row for row in rows if {CatalogueColumn.CODE, CatalogueColumn.NAME} <= set(columns_of(row[1]))]
    return max(named, key=lambda row: len(columns_of(row[1])), default=None)


def columns_of(headings: Sequence[str]) -> dict[CatalogueColumn, int]:
    """The place of each column that is known; of two the first."""
    found: dict[CatalogueColumn, int] = {}
    for at, text in enumerate(headings):
        if column := COLUMN_OF.get(key(text)):
            found.setdefault(column, at)
    return found


def columns(headings: Sequence[str]) -> dict[CatalogueColumn, int]:
    """The same, of a header that must tell everything once."""
    found = columns_of(headings)
    for at, text in enumerate(headings):
        column = COLUMN_OF.get(key(text))
        if column and found[column] != at:
            raise Refused(TWICE.format(column=column.label, first=headings[found[column]], second=text))
        if key(text) in UNCLEAR_ENDS:
            raise Refused(UNCLEAR_END.format(text=text))
    if missing := [f"“{column.label}”" for column in REQUIRED if column not in found]:
        raise Refused(MISSING.format(columns=", ".join(missing)))
    return found


def read_rows(table: Table, header_row: int, headings: Sequence[str], at: Mapping[CatalogueColumn, int]) -> ReadList:
    reader = CatalogueRowReader(at, headings)
    dated, ordinal = at[CatalogueColumn.EFFECTIVE_FROM], at.get(CatalogueColumn.ORDINAL)
    furniture = Furniture(headings, header_row, code=at[CatalogueColumn.CODE], dated=dated, ordinal=ordinal)
    rows: dict[str, ReadRow] = {}
    errors: list[CatalogueRowError] = []
    for number, cells in table.rows():
        if number <= header_row:
            continue
        values, faults = reader.read(number, cells)
        if faults:
            errors += [] if furniture.holds(number, cells) else faults
            continue
        twin = rows.setdefault(values["code"], ReadRow(number, values))
        if twin.values != values:
            errors.append(reader.error(CatalogueColumn.CODE, REPEATED.format(row=twin.row)))
    return ReadList(tuple(rows.values()), tuple(errors))
