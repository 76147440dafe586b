"""Which rows below the header hold nothing and are no mistake either: blanks, totals, what is only printed. Pure."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from intranet.kernel.tables.cells import CellFault, text_of
from intranet.kernel.tables.headings import key

TOTAL = re.compile(
    r"(?:tong|cong|tong cong|tong so|tong (?:cong )?so (?:ho so|thu tuc|tthc|ban ghi))"
    r"(?: (?:linh vuc|nhom|don vi|phong|trang|thang|quy|muc|phan|theo)\b.*?)?(?: [0-9 ]+)?"
    r"(?: (?:ho so|thu tuc|tthc|ban ghi))?"
)
WORDS = re.compile(r"[^\W\d_]")
LIKE_A_DATE = re.compile(r"[0-9][/-][0-9]")
LIKE_A_CODE = re.compile(r"\S*[0-9]\S*")
NUMBERED = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?")
FEWEST_NUMBERED = 3


class Furniture:
    """Asked of rows in their order, and only of those that could not be read.

    `code` is the column of what names a row, `dated` one of a day each has, `ordinal` that of its number, if any.
    `repeated` are the rows where the header stands again.
    """

    def __init__(
        self,
        headings: Sequence[str],
        header_row: int,
        *,
        code: int,
        dated: int,
        ordinal: int | None = None,
        repeated: Collection[int] = (),
    ) -> None:
        self.code, self.dated, self.ordinal = code, dated, ordinal
        self.headings = [text for text in headings if text]
        self.header_rows = {header_row, *repeated}
        self.is_below_total = False

    def holds(self, row: int, cells: Sequence[Any]) -> bool:
        texts = [text_of(cell) for cell in cells]
        if not any(text or isinstance(cells[at], CellFault) for at, text in enumerate(texts) if at != self.ordinal):
            return True
        filled = [text for text in texts if text]
        return filled == self.headings or self.numbers_columns(row, filled) or self.closes(cells, texts)

    def numbers_columns(self, row: int, filled: Sequence[str]) -> bool:
        """Whether it is "(1) (2) (3)" right below the header."""
        is_next = row - 1 in self.header_rows and len(filled) >= FEWEST_NUMBERED
        return is_next and all(map(NUMBERED.fullmatch, filled))

    def closes(self, cells: Sequence[Any], texts: Sequence[str]) -> bool:
        """Whether it is the total, or stands below it and looks like no row: who signed, and where."""
        if self.is_dated(cells, texts):
            return False
        first = next((text for text in texts if WORDS.search(text)), "")
        if TOTAL.fullmatch(key(first)):
            self.is_below_total = True
            return True
        if self.code < len(cells) and isinstance(cells[self.code], CellFault):
            return False
        code = texts[self.code] if self.code < len(texts) else ""
        return self.is_below_total and not LIKE_A_CODE.fullmatch(code)

    def is_dated(self, cells: Sequence[Any], texts: Sequence[str]) -> bool:
        if self.dated >= len(texts):
            return False
        return isinstance(cells[self.dated], date) or bool(LIKE_A_DATE.search(texts[self.dated]))
