"""Every header of a sheet: below each a list of dossiers begins, or the one above goes on. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from intranet.dossiers.columns import Columns, match
from intranet.dossiers.header import FEWEST_KNOWN, Header, exported_on, joined, texts_of
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.synonyms import KNOWN_COLUMNS
from intranet.dossiers.vocabulary import REQUIRED, ExportColumn
from intranet.kernel.tables.headings import key
from intranet.kernel.tables.reading import Table

LONGEST_COVER = 400  # rows of text within which the first header is looked for
FEWEST_CELLS = 3  # filled ones by which a row below a header is told from a caption
DIGIT = re.compile("[0-9]")
LIKE_A_DATE = re.compile(r"[0-9][/.-][0-9]")


@dataclass(frozen=True)
class Head:
    """A header, the number of the first of its rows, and how many columns it names that are known.

    `is_filled`: any row that may be a dossier stands below it.
    """

    first: int
    header: Header
    keys: tuple[str, ...]
    count: int = 0
    is_filled: bool = True


def heads(table: Table, remembered: Remembered) -> list[Head]:
    """The headers of lists of dossiers, from the top down, with the day of export that the rows above them tell."""
    scan = HeadScan(remembered)
    code = -1
    for number, cells in table.rows():
        if code >= 0 and names_dossier(cells, code):
            scan.is_filled = True
        elif scan.sees(number, cells):
            code = scan.code
        elif code < 0 and number >= LONGEST_COVER:
            break
    found = scan.ended()
    titles = list(islice(table.rows(), found[0].first - 1)) if found else []
    day = exported_on(titles)
    return [replace(head, header=replace(head.header, exported_on=day)) for head in found]


def names_dossier(cells: Sequence[Any], code: int) -> bool:
    """Whether the cell below "Mã hồ sơ" can be one: no header, no caption."""
    cell = cells[code] if code < len(cells) else ""
    if type(cell) is str:
        return cell[-1:].isdigit() or DIGIT.search(cell) is not None
    return isinstance(cell, int | float)


class HeadScan:
    """Sees the rows that are no dossiers at first sight, in their order, and finds the headers among them."""

    def __init__(self, remembered: Remembered) -> None:
        self.remembered = remembered
        self.known: dict[str, ExportColumn | None] = {}
        self.columns: dict[tuple[str, ...], tuple[tuple[str, ...], Columns]] = {}
        self.found: list[Head] = []
        self.above: tuple[int, tuple[str, ...], int] = (0, (), 0)
        self.code = -1
        self.is_filled = False  # whether any row was met below the last header

    def sees(self, number: int, cells: Sequence[Any]) -> bool:
        """Whether the row ends a header."""
        texts = texts_of(cells)
        count = self.count(texts)
        head = self.best(number, texts, count)
        self.above = (number, texts, count)
        if head is None:
            self.is_filled = self.is_filled or is_row(cells, texts)
            return False
        self.add(head)
        return True

    def best(self, number: int, texts: tuple[str, ...], count: int) -> Head | None:
        """The row by itself, or as the lower half of two, whichever names more."""
        row, upper, least = self.above
        if row == number - 1 and any(texts) and (count or least or not self.found):
            both = joined(upper, texts)
            if (more := self.count(both)) > max(count, least) and self.is_list(both, more):
                return self.head(row, number, both, more)
        return self.head(number, number, texts, count) if self.is_list(texts, count) else None

    def head(self, first: int, last: int, texts: tuple[str, ...], count: int) -> Head:
        return Head(first, Header(last, texts), self.understood(texts)[0], count)

    def add(self, head: Head) -> None:
        """Keep a header; of two right below each other the one that says more, as both are one."""
        last = self.found.pop() if self.found else None
        if last and last.header.row == head.header.row - 1 and self.goes_on(last, head):
            if head.count < last.count:
                head = replace(last, header=replace(last.header, row=head.header.row))
            head = replace(head, first=last.first)
        elif last:
            self.found.append(replace(last, is_filled=self.is_filled))
        self.found.append(head)
        self.code = self.understood(head.header.texts)[1].at.get(ExportColumn.CODE, -1)
        self.is_filled = False

    def goes_on(self, upper: Head, lower: Head) -> bool:
        """Whether the two are one: the lower says more, or the same of each column it names."""
        pairs = zip(upper.header.texts, lower.header.texts, strict=False)
        return lower.count >= upper.count or all(
            self.known[above] is self.known[below] for above, below in pairs if self.known[below]
        )

    def ended(self) -> list[Head]:
        return [*self.found[:-1], *(replace(head, is_filled=self.is_filled) for head in self.found[-1:])]

    def count(self, texts: Sequence[str]) -> int:
        """How many different columns the texts name; each text is looked at once."""
        named = set()
        for text in texts:
            if text not in self.known:
                name = key(text)
                self.known[text] = self.remembered.columns.get(name) or KNOWN_COLUMNS.get(name)
            named.add(self.known[text])
        return len(named - {None})

    def understood(self, texts: tuple[str, ...]) -> tuple[tuple[str, ...], Columns]:
        """The keys of such a header and its columns; each is looked at once, however often it stands there."""
        if texts not in self.columns:
            keys = Header(0, texts).keys
            self.columns[texts] = keys, match(keys, self.remembered)
        return self.columns[texts]

    def is_list(self, texts: tuple[str, ...], count: int) -> bool:
        """Whether a list of dossiers has such headings: what every dossier needs is named, surely or nearly."""
        if count < FEWEST_KNOWN:
            return False
        columns = self.understood(texts)[1]
        nearly = {column for column, places in columns.unsure.items() if places}
        return bool(columns.at.keys() & REQUIRED) and columns.at.keys() | nearly >= REQUIRED


def is_row(cells: Sequence[Any], texts: Sequence[str]) -> bool:
    """Whether it may be a dossier that lacks its code: a day stands in it, or several texts."""
    if sum(map(bool, texts)) >= FEWEST_CELLS:
        return True
    return any(isinstance(cell, date) or LIKE_A_DATE.search(text) for cell, text in zip(cells, texts, strict=True))
