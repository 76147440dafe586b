"""What stands behind a figure: one query, which lists the records and of which the figure is taken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_

from intranet.kernel.clock import VIETNAM
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.records.models import Record

Listing = Select[Any]

UNDECIDED = (State.DRAFT, State.SUBMITTED, State.RETURNED)


@dataclass(frozen=True)
class Line:
    """One thing behind a figure as a list shows it, and the record it is or belongs to."""

    text: str
    record: Record
    detail: str


@dataclass(frozen=True)
class Source:
    """Where a figure comes from: what `listing` lists in the register is counted, or an amount of each is added up.

    The register is in use from the first day of `since` that any of its records has.
    """

    register: type[Record]
    listing: Callable[[Period], Listing]
    line: Callable[[Any], Line]
    amount: ColumnElement[int] | None = None
    since: ColumnElement[date] = Record.__table__.c.occurs_on


@dataclass(frozen=True)
class Tally:
    """What records say of a figure, from how many, and whether they are complete for the period.

    `fills`: whether that counts all the same where nothing was typed, as an empty register's 0 does.
    """

    value: int
    sources: int
    is_in_use: bool
    fills: bool = True


def within_days(moment: Any, period: Period) -> ColumnElement[bool]:
    """Whether a stored moment lies on a day of the period in Vietnam."""
    return and_(moment >= midnight(period.start), moment < after(period))


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)


def after(period: Period) -> datetime:
    """The first moment in Vietnam that is no longer of the period."""
    return midnight(period.end + timedelta(days=1))
