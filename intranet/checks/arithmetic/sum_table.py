"""The columns of a table add up to its row of totals. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from intranet.checks.arithmetic.sums import shown
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, Spot, found
from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph
from intranet.reading.numerals import parsed

COUNT = re.compile(r"\d+(?:\.\d{3})*")
NOTHING = re.compile(r"[-–—]?|không")
TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)(?!\w)")
NESTED = re.compile(r"[IVX]+\.?|[A-Da-d][.)]?|\d+\.\d+\.?")  # an ordinal of a group, or of a part of one
ORDINAL = re.compile(r"S?TT", re.IGNORECASE)
RATE = re.compile(r"%|tỷ lệ|thời gian|trung bình")
FEWEST = 2  # rows that a total is one of


@dataclass(frozen=True)
class SummedRow:
    """A row's cells with the place each begins at; an empty first cell is not in the text where `is_short`."""

    paragraph: Paragraph
    cells: tuple[str, ...]
    is_short: bool = False

    def spot(self, column: int) -> Spot:
        start = sum(len(cell) + 1 for cell in self.cells[:column]) - self.is_short
        return Spot(self.paragraph.place, start, start + len(self.cells[column]))

    def value(self, column: int) -> Decimal | None:
        cell = self.cells[column].strip()
        if COUNT.fullmatch(cell):
            return parsed(cell)[0]
        return Decimal(0) if NOTHING.fullmatch(cell.lower()) else None

    @property
    def label(self) -> str:
        return small(next((cell for cell in self.cells if re.search(r"[^\W\d]{2}", cell)), ""))


def sum_table(paper: Paper) -> Iterator[Problem]:
    """A total that the rows above or below it do not add up to; a table with groups of rows is left alone.

    Of our own report the figures themselves are held against each other.
    """
    if paper.is_own:
        return
    for rows in _tables(paper):
        totals = [row for row in rows if TOTAL.match(row.label)]
        parts = [row for row in rows[1:] if row not in totals and any(COUNT.fullmatch(it) for it in row.cells[1:])]
        if len(totals) == 1 and len(parts) >= FEWEST and not any(NESTED.fullmatch(row.cells[0]) for row in rows):
            yield from _columns(rows[0], totals[0], parts)


def _tables(paper: Paper) -> Iterator[list[SummedRow]]:
    """Rows that stand one under another with as many cells each."""
    rows: list[SummedRow] = []
    for paragraph in (it for it in paper.manuscript.paragraphs if it.kind == "row"):
        row = SummedRow(paragraph, tuple(paragraph.text.split("\t")))
        if rows and rows[-1].paragraph.place == paragraph.place - 1:
            is_short = len(row.cells) == len(rows[-1].cells) - 1 and bool(TOTAL.match(row.label))
            row = SummedRow(paragraph, ("", *row.cells), is_short=True) if is_short else row
        rows.append(row)
    for _, group in groupby(enumerate(rows), key=lambda it: (it[1].paragraph.place - it[0], len(it[1].cells))):
        yield [row for _, row in group]


def _columns(head: SummedRow, total: SummedRow, parts: Sequence[SummedRow]) -> Iterator[Problem]:
    for column in range(1, len(head.cells)):
        values = [row.value(column) for row in parts]
        whole, title = total.value(column), small(head.cells[column])
        if whole is None or None in values or RATE.search(title) or ORDINAL.fullmatch(title):
            continue
        added = sum((value for value in values if value is not None), Decimal(0))
        if added != whole and any(values):
            message = (
                f"Cột “{head.cells[column].strip()}”: dòng tổng ghi {shown(whole)}, cộng các dòng được {shown(added)}. "
                "Hãy đối chiếu lại từng dòng."
            )
            spot, others = total.spot(column), tuple(row.spot(column) for row in parts)
            yield found("sum-table", Level.ERROR, message, total.paragraph, spot.start, spot.end, others)
