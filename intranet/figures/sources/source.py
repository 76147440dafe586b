"""What stands behind the figures of a register: which of its records each counts, asked for all of them together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, true

from intranet.kernel.clock import VIETNAM
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.records.models import Record

SourceListing = Select[Any]
SourceRows = Select[*tuple[Any, ...]]
Condition = ColumnElement[bool]

KEPT = 128  # queries put together: that takes longer than to run them over a quarter
UNDECIDED = (State.DRAFT, State.SUBMITTED, State.RETURNED)


@dataclass(frozen=True)
class SourceLine:
    """One thing behind a figure as a list shows it, and the record it is or belongs to."""

    text: str
    record: Record
    detail: str


def all_of_them(period: Period) -> Condition:
    return true()


@dataclass(frozen=True)
class RegisterMeasure:
    """One figure of a register: those of a `stretch` of it that meet a condition, counted, or an amount of each summed.

    Figures with the same stretch are counted in one walk over it. The list behind the figure is of the same stretch and
    the same condition; `line` says how it shows what it lists, `loads` what it needs at hand for that.
    """

    stretch: Callable[[Period], SourceListing]
    line: Callable[[Any], SourceLine]
    counts: Callable[[Period], Condition] = all_of_them
    amount: ColumnElement[int] | None = None
    loads: tuple[Any, ...] = ()

    def listing(self, period: Period) -> SourceListing:
        return self.stretch(period).where(self.counts(period)).options(*self.loads)


@dataclass(frozen=True)
class Subject:
    """A register and the figures it gives.

    It is in use since the first day, by `since`, of what is `kept` in it: old texts of others that it holds as well
    say nothing of when the office began to use it.
    """

    key: str
    label: str
    model: type[Record]
    measures: Mapping[str, RegisterMeasure]
    since: ColumnElement[date] = field(default=Record.__table__.c.occurs_on)
    kept: Condition = field(default_factory=true)


def within_days(moment: Any, period: Period) -> Condition:
    """Whether a stored moment lies on a day of the period in Vietnam."""
    return and_(moment >= midnight(period.start), moment < after(period))


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)


def after(period: Period) -> datetime:
    """The first moment in Vietnam that is no longer of the period."""
    return midnight(period.end + timedelta(days=1))
