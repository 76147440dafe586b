"""Rows out of a CSV file as spreadsheets write it: UTF-8, with commas or semicolons. Pure."""

import csv
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice
from typing import Any

from intranet.kernel.tables.limits import MOST_ROWS, TOO_LONG
from intranet.kernel.workflow import Refused

SEPARATORS = (";", ",")
SAMPLE = 40  # rows the separator is told from

NOT_UTF8 = "Tệp CSV chưa ở dạng UTF-8. Hãy mở bằng Excel, lưu lại thành “CSV UTF-8” rồi tải lên."
BROKEN = "Dòng {row} của tệp CSV có dấu ngoặc kép chưa đóng đúng. Hãy sửa dòng này hoặc lưu lại từ Excel."

Row = tuple[int, list[Any]]


def reader(data: bytes) -> Callable[[], Iterator[Row]]:
    """Gives the rows anew with every call; a blank line is a row, a line break inside quotes is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Refused(NOT_UTF8) from fault
    separator, text = told(text) or (likeliest(text), text)
    return lambda: rows(text, separator)


def told(text: str) -> tuple[str, str] | None:
    """The separator of a first line "sep=;", which Excel does not count, and the text after it."""
    first, _, rest = text.partition("\n")
    mark = first.strip().strip('"').lower()
    return (mark[4], rest) if mark[:4] == "sep=" and mark[4:] in SEPARATORS else None


def likeliest(text: str) -> str:
    """The separator that parts the first rows into most cells; the first of the two where neither does."""
    return max(SEPARATORS, key=lambda separator: widest(text, separator))


def widest(text: str, separator: str) -> int:
    try:
        return max((len(cells) for _, cells in islice(rows(text, separator), SAMPLE)), default=0)
    except Refused:
        return 0


def rows(text: str, separator: str) -> Iterator[Row]:
    number = 0
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            if number > MOST_ROWS:
                raise Refused(TOO_LONG)
            yield number, [unwrapped(cell) for cell in cells]
    except csv.Error as fault:
        raise Refused(BROKEN.format(row=number + 1)) from fault


def unwrapped(cell: str) -> str:
    """The text of ="0123", which keeps a number a text."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell
