"""What a list says about how its days are to be read: the days in its codes, what must come before what, its order.

A column is held against what is sure in the list. Each row that only one of two readings fits is a vote for it. Pure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from intranet.dossiers.code_days import CodeDays, readings
from intranet.dossiers.plausible import HAPPENED, Bounds
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.tables.cells import TO_DAYS_END, day_of, is_whole_day

Moments = Sequence[datetime | None]

NEAR = timedelta(days=10)  # between the day in a code and the receipt
BEFORE_CODE = timedelta(days=3)  # what may be done before a dossier is registered
CREDIBLE = 0.6  # of the receipts must be near their codes' days, read one way or the other
WEIGHTY = 0.2  # of the votes, from which on a reading is in doubt
FEWEST_IN_ORDER = 5
MUCH = 10  # times more disorder tells that a reading is wrong


@dataclass
class Votes:
    """How many rows only the reading as it is written fits, and how many only the other."""

    as_written: int = 0
    other: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether all speaks for the reading as it is written."""
        return self.as_written > 0 and not self.other

    @property
    def is_doubted(self) -> bool:
        return self.other > 0 and self.other >= WEIGHTY * (self.as_written + self.other)


@dataclass(frozen=True)
class Evidence:
    """What is sure of the rows of a list: their moments that can be read in one way only, and their codes' days."""

    bounds: Bounds
    sure: Mapping[ExportColumn, Moments]
    code_days: CodeDays = ()

    def votes(self, column: ExportColumn, as_written: Moments, other: Moments) -> Votes:
        """How the rows vote in which the two readings differ."""
        votes = Votes()
        for at, (first, second) in enumerate(zip(as_written, other, strict=True)):
            if first is None or second is None or first == second:
                continue
            faults = self.faults(column, at, first) - self.faults(column, at, second)
            votes.as_written += faults < 0
            votes.other += faults > 0
        if column is ExportColumn.RECEIVED_AT and not self.code_days:
            add_order(votes, as_written, other)
        return votes

    def faults(self, column: ExportColumn, at: int, moment: datetime) -> int:
        """How much of what is known a moment contradicts."""
        code_day, received = self.code_day(at), self.moment(ExportColumn.RECEIVED_AT, at)
        is_late = column in HAPPENED and moment >= self.bounds.next_midnight
        if column is ExportColumn.RECEIVED_AT:
            is_far = code_day is not None and abs(day_of(moment) - code_day) > NEAR
            ends = (self.moment(ExportColumn.DUE_AT, at), self.moment(ExportColumn.FINISHED_AT, at))
            return is_late + is_far + sum(end is not None and end < moment for end in ends)
        is_before = received is not None and latest(moment) < received
        is_before_code = code_day is not None and day_of(moment) < code_day - BEFORE_CODE
        return is_late + is_before + is_before_code

    def code_day(self, at: int) -> date | None:
        return self.code_days[at] if self.code_days else None

    def moment(self, column: ExportColumn, at: int) -> datetime | None:
        moments = self.sure.get(column)
        moment = moments[at] if moments else None
        return latest(moment) if moment and column is not ExportColumn.RECEIVED_AT else moment


def latest(moment: datetime) -> datetime:
    """The last second of a day without an hour."""
    return moment + TO_DAYS_END if is_whole_day(moment) else moment


def credible(codes: Sequence[str], bounds: Bounds, received: Sequence[Moments]) -> CodeDays:
    """The days that codes carry, where the receipts, read in any of these ways, are near them; empty where not."""
    best: CodeDays = ()
    most = CREDIBLE
    for days in readings(codes, bounds.first_year, bounds.exported_on.year):
        share = near(days, received)
        if share > most:
            best, most = days, share
    return best


def near(days: CodeDays, received: Sequence[Moments]) -> float:
    """Of how many rows the receipt, read in one of these ways, is near the day of the code."""
    compared = hits = 0
    for day, *moments in zip(days, *received, strict=True):
        read = [day_of(moment) for moment in moments if moment]
        if day is None or not read:
            continue
        compared += 1
        hits += any(abs(it - day) <= NEAR for it in read)
    return hits / compared if compared else 0


def add_order(votes: Votes, as_written: Moments, other: Moments) -> None:
    """A list that only one of the readings puts in the order of receipt votes for it."""
    differing = sum(first != second for first, second in zip(as_written, other, strict=True))
    if differing < FEWEST_IN_ORDER:
        return
    first, second = disorder(as_written), disorder(other)
    if second > MUCH * (first + NEAR.days):
        votes.as_written += differing
    elif first > MUCH * (second + NEAR.days):
        votes.other += differing


def disorder(moments: Moments) -> int:
    """By how many days a list goes back on its way, newest first or newest last, whichever fits better."""
    days = [day_of(moment) for moment in moments if moment]
    steps = [(after - before).days for before, after in pairwise(days)]
    return min(sum(step for step in steps if step > 0), -sum(step for step in steps if step < 0))
