"""Sheets out of the bytes of a file, a row at a time and numbered as Excel numbers them. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import PurePath
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from intranet.kernel.tables import delimited
from intranet.kernel.tables.limits import (
    DAMAGED,
    MOST_COLUMNS,
    MOST_ROWS,
    TOO_LONG,
    TOO_WIDE,
    check_size,
    check_workbook,
)
from intranet.kernel.workflow import Refused

Row = tuple[int, list[Any]]

ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
HEAD = 40  # rows within which the header is looked for

WRONG_ENDING = "Hãy chọn tệp Excel (.xlsx, .xls), OpenDocument (.ods) hoặc CSV (.csv)."
EMPTY = "Tệp không có dòng nào. Hãy kiểm tra lại tệp đã kết xuất."
LOCKED = "Tệp có mật khẩu. Hãy bỏ mật khẩu khi lưu rồi tải lại tệp."
WEB_PAGE = "Tệp này là trang web mang tên bảng tính. Hãy mở bằng Excel, lưu lại thành tệp .xlsx rồi tải lên."

ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class Table:
    """A sheet: its name ("" of a CSV file), and its rows from the first on, as often as they are asked for.

    A cell is "" where empty, else text, a number, a truth, a date, a moment, a time. `is_text`: a CSV file, where a
    separator inside a text may have moved the cells of a row.
    """

    name: str
    rows: Callable[[], Iterator[Row]]
    is_text: bool = False

    def head(self) -> list[Row]:
        return list(islice(self.rows(), HEAD))


def tables(data: bytes, name: str) -> list[Table]:
    """The visible sheets of a file that hold anything, in its order; Refused tells what to do with the file."""
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        raise Refused(WRONG_ENDING)
    check_size(data)
    found = workbook(data) if data.startswith((ZIP, COMPOUND)) else [text_table(data, ending)]
    if not found:
        raise Refused(EMPTY)
    return found


def text_table(data: bytes, ending: str) -> Table:
    if not data.strip():
        raise Refused(EMPTY)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise Refused(WEB_PAGE)
    if ending != ".csv":
        raise Refused(DAMAGED)
    return Table("", delimited.reader(data), is_text=True)


def workbook(data: bytes) -> list[Table]:
    if data.startswith(ZIP):
        check_workbook(data)
    elif ENCRYPTED in data:
        raise Refused(LOCKED)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = [sheet.name for sheet in book.sheets_metadata if is_shown(sheet)]
        return [table(sheet) for name in names if (sheet := book.get_sheet_by_name(name)).height]
    except PasswordError as fault:
        raise Refused(LOCKED) from fault
    except CalamineError as fault:
        raise Refused(DAMAGED) from fault


def is_shown(sheet: SheetMetadata) -> bool:
    return sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet


def table(sheet: CalamineSheet) -> Table:
    if sheet.total_height > MOST_ROWS:
        raise Refused(TOO_LONG)
    if sheet.width > MOST_COLUMNS:
        raise Refused(TOO_WIDE)
    return Table(sheet.name, lambda: enumerate(sheet.iter_rows(), 1))
