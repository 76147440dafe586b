"""Where in a file lists of dossiers stand, and what of it is not read. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from intranet.dossiers.columns import match
from intranet.dossiers.header import Header, find, known_headings
from intranet.dossiers.questions import Question
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.vocabulary import REQUIRED
from intranet.kernel.tables.reading import Row, Table
from intranet.kernel.workflow import Refused

NO_HEADER = "Không tìm thấy dòng tiêu đề cột. Hãy kiểm tra tệp này có phải danh sách hồ sơ không."
OTHER_SHEET = "Trang tính này cũng có hồ sơ nhưng chưa được đọc. Hãy lưu thành tệp riêng rồi nhập tiếp."


@dataclass(frozen=True)
class DossierList:
    """One list: its sheet, its header, and the rows below it, as often as they are asked for.

    `is_text`: of a CSV file, where a separator inside a text may have moved the cells of a row.
    """

    sheet: str
    header: Header
    rows: Callable[[], Iterator[Row]]
    is_text: bool = False


@dataclass(frozen=True)
class UnreadPart:
    """What was not read though it holds a list: where it begins, and why."""

    sheet: str
    row: int
    why: str


@dataclass(frozen=True)
class FileLayout:
    """The lists to be read in their order, what is left aside, and what has to be asked about it."""

    lists: tuple[DossierList, ...]
    unread: tuple[UnreadPart, ...] = ()
    questions: tuple[Question, ...] = ()


def lay_out(tables: Sequence[Table], remembered: Remembered) -> FileLayout:
    """The sheet that looks most like a list of dossiers; Refused where none does."""
    headers = {table.name: header for table in tables if (header := find(table, remembered))}
    if not headers:
        raise Refused(NO_HEADER)
    counts = {name: known_headings(header.texts, remembered) for name, header in headers.items()}
    best = max((table for table in tables if table.name in headers), key=lambda table: counts[table.name])
    others = [
        UnreadPart(name, header.row, OTHER_SHEET)
        for name, header in headers.items()
        if name != best.name and match(header.keys, remembered).at.keys() >= REQUIRED
    ]
    return FileLayout((list_below(best, headers[best.name]),), tuple(others))


def list_below(table: Table, header: Header) -> DossierList:
    def rows() -> Iterator[Row]:
        return (row for row in table.rows() if row[0] > header.row)

    return DossierList(table.name, header, rows, table.is_text)
