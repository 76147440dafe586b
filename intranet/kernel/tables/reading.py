"""Sheets out of the bytes of a file, a row at a time and numbered as Excel numbers them. Pure."""

import re
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

from intranet.kernel.tables import delimited, opendocument, spreadsheet_xml, web_pages
from intranet.kernel.tables.charsets import decoded
from intranet.kernel.tables.filling import Places, filled
from intranet.kernel.tables.limits import (
    CONTENT,
    DAMAGED,
    MOST_COLUMNS,
    MOST_ROWS,
    TOO_LONG,
    TOO_WIDE,
    check_size,
    check_workbook,
)
from intranet.kernel.tables.markup import root
from intranet.kernel.tables.workbook_faults import WorkbookFaults, parts_of_sheets
from intranet.kernel.workflow import Refused

Row = tuple[int, list[Any]]

WORKBOOKS = (".xlsx", ".ods")
TEXTS = (".csv", ".txt", ".tsv")
ENDINGS = (".xls", ".html", ".htm", ".xml", *WORKBOOKS, *TEXTS)
HEAD = 40  # rows within which the header is looked for

WRONG_ENDING = (
    "Hãy chọn tệp Excel (.xlsx, .xls, .xml), OpenDocument (.ods), trang web (.html) hoặc CSV (.csv, .tsv, .txt)."
)
EMPTY = "Tệp không có dòng nào. Hãy kiểm tra lại tệp đã kết xuất."
LOCKED = "Tệp có mật khẩu. Hãy bỏ mật khẩu khi lưu rồi tải lại tệp."
WEB_PAGE = (
    "Tệp này là trang web không có bảng nào, có thể là trang đăng nhập hoặc trang báo lỗi. "
    "Hãy đăng nhập lại hệ thống nguồn rồi kết xuất lại."
)
HAS_TABLE, BEGINNING = re.compile("<table", re.IGNORECASE), 64 * 1024  # letters within which a page has one
UNNAMED = "Bảng {number}"  # of several tables of a page

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
    found = workbook(data) if data.startswith((ZIP, COMPOUND)) else text_tables(data, ending)
    if not found:
        raise Refused(EMPTY)
    return found


def text_tables(data: bytes, ending: str) -> list[Table]:
    """Of a file that is a text, whatever its name says; under .xls, Excel itself opens pages and texts with tabs."""
    if not data.strip():
        raise Refused(EMPTY)
    text = decoded(data)
    outermost = root(text)
    if outermost == "workbook":
        return xml_sheets(text)
    if outermost or (ending not in TEXTS and HAS_TABLE.search(text[:BEGINNING])):
        return page_tables(text)
    if ending in TEXTS or (ending == ".xls" and delimited.likeliest(text) == "\t"):
        return [Table("", delimited.reader(text), is_text=True)]
    raise Refused(DAMAGED)


def page_tables(text: str) -> list[Table]:
    found = web_pages.lists(text)
    if not found:
        raise Refused(WEB_PAGE)
    names = [UNNAMED.format(number=number) for number in range(1, len(found) + 1)] if len(found) > 1 else [""]
    return [of_rows(name, rows) for name, rows in zip(names, found, strict=True)]


def xml_sheets(text: str) -> list[Table]:
    return [of_rows(sheet.name, sheet.lines()) for sheet in spreadsheet_xml.sheets(text) if sheet.rows]


def of_rows(name: str, rows: list[list[Any]]) -> Table:
    return Table(name, lambda: enumerate(map(list, rows), 1))


def workbook(data: bytes) -> list[Table]:
    places = zipped_places(data) if data.startswith(ZIP) else {}
    if not data.startswith(ZIP) and ENCRYPTED in data:
        raise Refused(LOCKED)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = [sheet.name for sheet in book.sheets_metadata if is_shown(sheet)]
        sheets = [(book.get_sheet_by_name(name), places.get(name, Places())) for name in names]
    except PasswordError as fault:
        raise Refused(LOCKED) from fault
    except CalamineError as fault:
        raise Refused(DAMAGED) from fault
    return [table(sheet, its_places) for sheet, its_places in sheets if sheet.height or its_places.faults]


def zipped_places(data: bytes) -> dict[str, Places]:
    """What is to be known of the sheets besides their values, by their names, after a look whether they are sound."""
    faults = WorkbookFaults()
    is_told = False

    def look(part: str, text: bytes) -> None:
        nonlocal is_told
        if part != CONTENT:
            faults.look(part, text)
        elif not is_told:
            is_told = opendocument.has_places(text)

    check_workbook(data, look)
    if is_told:
        return opendocument.places_of_sheets(data)
    if not faults.by_part:
        return {}
    return {name: faults.by_part[part] for name, part in parts_of_sheets(data).items() if part in faults.by_part}


def is_shown(sheet: SheetMetadata) -> bool:
    return sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet


def table(sheet: CalamineSheet, places: Places) -> Table:
    """Its columns are counted from A on, whether that holds anything or not."""
    if sheet.total_height > MOST_ROWS:
        raise Refused(TOO_LONG)
    if sheet.end and sheet.end[1] >= MOST_COLUMNS:
        raise Refused(TOO_WIDE)
    for (row, column), (last, _) in sheet.merged_cell_ranges or ():
        if last > row:
            places.add_merged(row + 1, column, last + 1)
    left = [""] * (sheet.start[1] if sheet.start else 0)
    if not left and not places:
        return Table(sheet.name, lambda: enumerate(sheet.iter_rows(), 1))
    return Table(sheet.name, lambda: filled(enumerate((left + cells for cells in sheet.iter_rows()), 1), places))
