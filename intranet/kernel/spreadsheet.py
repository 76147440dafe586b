"""Lists as Excel files, written row by row: a hundred thousand rows take no more memory than ten."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from intranet.kernel.clock import VIETNAM
from intranet.kernel.labels import Labelled

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_TEXT = 32_767  # characters Excel takes in one cell
LONGEST_SHEET_NAME = 31
IN_MEMORY = 4 * 1024 * 1024  # bytes; a larger file lies on disk while it is sent


@dataclass(frozen=True)
class FileColumn:
    """A column of the file: its head, the value it takes from a row, its width in characters."""

    label: str
    value: Callable[[Any], Any]
    width: int = 14


@dataclass(frozen=True)
class FileSheet:
    """A sheet of the file: its name, its columns, its rows."""

    name: str
    cells: Sequence[FileColumn]
    rows: Iterable[Any]


def spreadsheet(name: str, cells: Sequence[FileColumn], rows: Iterable[Any]) -> IO[bytes]:
    """An Excel file of one sheet."""
    return workbook([FileSheet(name, cells, rows)])


def workbook(sheets: Iterable[FileSheet]) -> IO[bytes]:
    """An Excel file, ready to be read: in each sheet a bold head that stays in view and filters, then the rows."""
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (whoever sends it closes it)
    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(file, options) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
        moments = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for of in sheets:
            fill(book.add_worksheet(of.name[:LONGEST_SHEET_NAME]), of, head, moments)
    file.seek(0)
    return file


def fill(sheet: Worksheet, of: FileSheet, head: Format, moments: Format) -> None:
    for at, cell in enumerate(of.cells):
        sheet.set_column(at, at, cell.width)
        sheet.write_string(0, at, cell.label, head)
    last = 0
    for last, row in enumerate(of.rows, 1):
        for at, cell in enumerate(of.cells):
            write(sheet, last, at, cell.value(row), moments)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(of.cells) - 1)


def write(sheet: Worksheet, row: int, at: int, value: Any, moments: Format) -> None:
    """Numbers as numbers, days as days, and all text as text: what begins with "=" is never a formula."""
    match value:
        case None | "":
            return
        case Labelled():
            sheet.write_string(row, at, value.label)
        case datetime():
            sheet.write_datetime(row, at, value.astimezone(VIETNAM).replace(tzinfo=None), moments)
        case date():
            sheet.write_datetime(row, at, value)
        case bool():
            sheet.write_string(row, at, "có" if value else "không")
        case int() | float():
            sheet.write_number(row, at, value)
        case _:
            sheet.write_string(row, at, str(value)[:LONGEST_TEXT])
