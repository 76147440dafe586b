"""Rows out of a text file as spreadsheets write it: between commas, semicolons, tabs or upright lines. Pure."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice
from typing import Any

from intranet.kernel.tables.cells import cell_of_text
from intranet.kernel.tables.limits import MOST_COLUMNS, MOST_ROWS, TOO_LONG, TOO_WIDE
from intranet.kernel.workflow import Refused

SEPARATORS = (";", ",", "\t", "|")
SAMPLE = 40  # rows the separator is told from

BROKEN = "Dòng {row} của tệp CSV có dấu ngoặc kép chưa đóng đúng. Hãy sửa dòng này hoặc lưu lại từ Excel."

Row = tuple[int, list[Any]]


def reader(text: str) -> Callable[[], Iterator[Row]]:
    """Gives the rows anew with every call; a blank line is a row, a line break inside quotes is none."""
    separator, text = told(text) or (likeliest(text), text)
    return lambda: rows(text, separator)


def told(text: str) -> tuple[str, str] | None:
    """The separator of a first line "sep=;", which Excel does not count, and the text after it."""
    first, _, rest = text.partition("\n")
    mark = first.strip(' "\r').lower()
    return (mark[4:], rest) if mark[:4] == "sep=" and mark[4:] in SEPARATORS else None


def likeliest(text: str) -> str:
    """Tabs where most of the first rows have them, for texts have none; else what parts most rows alike, into most."""
    counts = {separator: widths(text, separator) for separator in SEPARATORS}
    if is_usual(counts["\t"]):
        return "\t"
    return max(SEPARATORS, key=lambda separator: evenness(counts[separator]))


def widths(text: str, separator: str) -> Counter[int]:
    """How many of the first rows have how many cells; the right separator counts up to a row that is broken."""
    found: Counter[int] = Counter()
    try:
        for _, cells in islice(rows(text, separator), SAMPLE):
            found[len(cells)] += 1
    except Refused:
        return found
    return found


def is_usual(counts: Counter[int]) -> bool:
    parted = sum(count for width, count in counts.items() if width > 1)
    return parted * 2 > counts.total()


def evenness(counts: Counter[int]) -> int:
    """How many cells the rows of the most telling width have beyond their first one."""
    return max(((width - 1) * count for width, count in counts.items()), default=0)


def rows(text: str, separator: str) -> Iterator[Row]:
    number = 0
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            if number > MOST_ROWS:
                raise Refused(TOO_LONG)
            if len(cells) > MOST_COLUMNS and any(map(str.strip, cells[MOST_COLUMNS:])):
                raise Refused(TOO_WIDE)
            yield number, [cell if cell.isalnum() else cell_of_text(cell) for cell in cells]
    except csv.Error as fault:
        raise Refused(BROKEN.format(row=number + 1)) from fault
