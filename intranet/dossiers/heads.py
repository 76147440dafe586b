"""Every header of a sheet: below each a list of dossiers begins, or the one above goes on. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from intranet.dossiers.columns import match
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
    """A header, the number of the first of its rows, and how many columns it names that are known."""

    first: int
    header: Header
    count: int


def heads(table: Table, remembered: Remembered) -> list[Head]:
    """The headers of lists of dossiers, from the top down; one without a row below it is left out beside another."""
    scan = HeadScan(remembered)
    code = -1
    for number, cells in table.rows():
        if code >= 0 and names_dossier(cells, code):
            scan.is_filled = True
        elif scan.sees(number, cells):
            code = scan.code
        elif code < 0 and number >= LONGEST_COVER:
            break
    return [dated(head, table) if at == 0 else head for at, head in enumerate(scan.ended())]


def names_dossier(cells: Sequence[Any], code: int) -> bool:
    """Whether the cell below "Mã hồ sơ" can be one: no header, no caption."""
    cell = cells[code] if code < len(cells) else ""
    if type(cell) is str:
        return cell[-1:].isdigit() or DIGIT.search(cell) is not None
    return isinstance(cell, int | float)


def dated(head: Head, table: Table) -> Head:
    """With the day of export that the rows above it tell."""
    titles = list(islice(table.rows(), head.first - 1))
    return replace(head, header=replace(head.header, exported_on=exported_on(titles)))


class HeadScan:
    """Sees the rows that are no dossiers at first sight, in their order, and finds the headers among them."""

    def __init__(self, remembered: Remembered) -> None:
        self.remembered = remembered
        self.known: dict[str, ExportColumn | None] = {}
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
                return Head(row, Header(number, both), more)
        return Head(number, Header(number, texts), count) if self.is_list(texts, count) else None

    def add(self, head: Head) -> None:
        """Keep a header; of two right below each other the one that says more, and none without a row below it."""
        last = self.found[-1] if self.found else None
        if last and last.header.row == head.header.row - 1:
            self.found.pop()
            if head.count < last.count:
                head = replace(last, header=replace(last.header, row=head.header.row))
            head = replace(head, first=last.first)
        elif last and not self.is_filled:
            self.found.pop()
        self.found.append(head)
        self.code = match(head.header.keys, self.remembered).at.get(ExportColumn.CODE, -1)
        self.is_filled = False

    def ended(self) -> list[Head]:
        return self.found[:-1] if len(self.found) > 1 and not self.is_filled else self.found

    def count(self, texts: Sequence[str]) -> int:
        """How many different columns the texts name; each text is looked at once."""
        named = set()
        for text in texts:
            if text not in self.known:
                name = key(text)
                self.known[text] = self.remembered.columns.get(name) or KNOWN_COLUMNS.get(name)
            named.add(self.known[text])
        return len(named - {None})

    def is_list(self, texts: Sequence[str], count: int) -> bool:
        """Whether a list of dossiers has such headings: what every dossier needs is named, surely or nearly."""
        if count < FEWEST_KNOWN:
            return False
        columns = match(Header(0, tuple(texts)).keys, self.remembered)
        nearly = {column for column, places in columns.unsure.items() if places}
        return bool(columns.at.keys() & REQUIRED) and columns.at.keys() | nearly >= REQUIRED


def is_row(cells: Sequence[Any], texts: Sequence[str]) -> bool:
    """Whether it may be a dossier that lacks its code: a day stands in it, or several texts."""
    if sum(map(bool, texts)) >= FEWEST_CELLS:
        return True
    return any(isinstance(cell, date) or LIKE_A_DATE.search(text) for cell, text in zip(cells, texts, strict=True))
