"""Where the header of a table stands, and what its title rows say of the day of export. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from intranet.dossiers.remembered import Remembered
from intranet.dossiers.synonyms import KNOWN_COLUMNS
from intranet.kernel.search import fold
from intranet.kernel.tables.cells import text_of
from intranet.kernel.tables.headings import key
from intranet.kernel.tables.reading import Row, Table

FEWEST_KNOWN = 3  # columns by which a header is told from a title

EXPORTED = re.compile(
    r"\b(?:(?:ngay|thoi diem|thoi gian|luc) (?:ket xuat|trich xuat|xuat|in|lap)|ket xuat|trich xuat"
    r"|xuat (?:luc|ngay|du lieu|bao cao|tep|file))\b"
)
FARTHEST = 40  # characters between such words and their day
# A year of two digits is one of this century; between dots it would be an hour's seconds.
NUMERIC_DAY = re.compile(
    r"\b(?P<day>[0-9]{1,2})([-./])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4}|(?<=[-/])[0-9]{2})(?![0-9]|[-./][0-9])"
)
ISO_DAY = re.compile(r"\b(?P<year>[0-9]{4})([-./])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9]|[-./][0-9])")
WORDED_DAY = re.compile(r"\b(?P<day>[0-9]{1,2}) thang (?P<month>[0-9]{1,2}) nam (?P<year>[0-9]{4})\b")


@dataclass(frozen=True)
class Header:
    """The headings as read, by position, and the number of their last row; the data begins below.

    `keys` tell equal headings apart: the second "Ngày" is "ngay 2"; they end with the last heading.
    """

    row: int
    texts: tuple[str, ...]
    exported_on: date | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        seen: dict[str, int] = {}
        found: list[str] = []
        width = max((at for at, text in enumerate(self.texts, 1) if text), default=0)
        for text in self.texts[:width]:
            name = key(text)
            seen[name] = seen.get(name, 0) + 1
            found.append(name if seen[name] == 1 or not name else f"{name} {seen[name]}")
        return tuple(found)

    def name_of(self, at: int) -> str:
        """A column as a person finds it: its letters and its heading."""
        return f"{xl_col_to_name(at)} – {self.texts[at]}"


def find(table: Table, remembered: Remembered) -> Header | None:
    """The row, or the two rows, with most known headings; else the first row that could be one; None where none is."""
    head = table.head()
    best, most = plausible(head), FEWEST_KNOWN - 1
    for number, texts in candidates(head):
        count = known_headings(texts, remembered)
        if count > most:
            best, most = Header(number, texts), count
    if best is None:
        return None
    return Header(best.row, best.texts, exported_on([row for row in head if row[0] < best.row]))


def candidates(head: Sequence[Row]) -> list[tuple[int, tuple[str, ...]]]:
    """Each row, and each two rows as one header, by the number of the last row."""
    rows = [(number, texts_of(cells)) for number, cells in head]
    found = list(rows)
    for (_, upper), (number, lower) in pairwise(rows):
        if any(lower):
            found.append((number, joined(upper, lower)))
    return found


def texts_of(cells: Sequence[Any]) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in cells)


def joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Two rows read as one: a heading over several columns stands in the first of them only."""
    over, found = "", []
    for at in range(max(len(upper), len(lower))):
        above = upper[at] if at < len(upper) else ""
        below = lower[at] if at < len(lower) else ""
        over = above or (over if below else "")
        found.append(heading(over if below else above, below))
    return tuple(found)


def heading(above: str, below: str) -> str:
    """Which of "Ngày tiếp nhận" and "Ngày" over "tiếp nhận" is meant: what is known, the lower one first."""
    both = f"{above} {below}".strip() if above != below else below  # one that is merged down stands in both
    return next((text for text in (below, both) if key(text) in KNOWN_COLUMNS), both)


def known_headings(texts: Sequence[str], remembered: Remembered) -> int:
    """How many different columns the texts name."""
    columns = (remembered.columns.get(name) or KNOWN_COLUMNS.get(name) for name in map(key, texts))
    return len({column for column in columns if column})


def plausible(head: Sequence[Row]) -> Header | None:
    for number, cells in head:
        if sum(isinstance(cell, str) and bool(cell.strip()) for cell in cells) >= FEWEST_KNOWN:
            return Header(number, texts_of(cells))
    return None


def exported_on(titles: Sequence[Row]) -> date | None:
    """The day after words like "Ngày kết xuất" in the title rows, in their cell or in one to its right."""
    for _, cells in titles:
        line = " ".join(fold(text_of(cell)) for cell in cells)
        for match in EXPORTED.finditer(line):
            if day := first_day(line[match.end() :]):
                return day
    return None


def first_day(line: str) -> date | None:
    """The first day told, unless it is far off, begins a range ("từ ngày …") or is no day."""
    found = [match for pattern in (NUMERIC_DAY, ISO_DAY, WORDED_DAY) if (match := pattern.search(line))]
    match = min(found, key=lambda match: match.start(), default=None)
    if match is None or match.start() > FARTHEST or re.search(r"\btu\b", line[: match.start()]):
        return None
    year = int(match["year"])
    try:
        return date(year if year > 99 else year + 2000, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
