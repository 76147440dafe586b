"""When a dossier is late, and the moment at which a period is looked at: the one place that compares due dates.

A dossier is late at a moment when its due moment lies before it and it has neither ended nor been paused by then. Where
a day alone is known, its last second is the due moment.

Each comparison serves a dossier at hand and the columns of a query alike. A query asks for the day first, as indexes
are kept by days, and looks at the moments of the few that are left. Pure.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from intranet.dossiers.vocabulary import Status
from intranet.kernel.period import Period
from intranet.kernel.tables.cells import AHEAD_OF_UTC, day_of

ONE_DAY = timedelta(days=1)
LONGEST_WAIT = timedelta(days=2 * 365)
# The rows that the index of late ends holds: `ended_late` without its day.
ENDED_LATE = "finished_at > due_at"


class Viewpoint(NamedTuple):
    """A moment at which dossiers are looked at, its day, and the last day that begins before it.

    In a query each of the three is a parameter that is asked for as the query runs.
    """

    moment: Any
    day: Any
    last_day: Any


def looked_at(period: Period, now: datetime) -> datetime:
    """The moment at which a period is looked at: the midnight after its last day, of a running one this moment."""
    return min(midnight(period.end + ONE_DAY), now)


def midnight(day: date) -> datetime:
    """When a day begins in Vietnam."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - AHEAD_OF_UTC


def last_day_before(moment: datetime) -> date:
    """The last day that begins before a moment: of a midnight the day that it closes."""
    return day_of(moment - datetime.resolution)


def viewpoint(moment: datetime) -> Viewpoint:
    return Viewpoint(moment, day_of(moment), last_day_before(moment))


def late_at(dossier: Any, moment: datetime) -> bool:
    """Whether a dossier at hand is late at a moment, by its events; standing.py asks the same of many."""
    if dossier.due_at is None or (dossier.finished_at is not None and dossier.finished_at < moment):
        return False
    return is_due_before(dossier, viewpoint(moment)) and not was_paused(dossier, last_day_before(moment))


def was_paused(dossier: Any, day: date) -> bool:
    """Whether a dossier at hand, open at the end of a day, was on pause then; standing.py asks the same of many."""
    if dossier.status is Status.PENDING:
        return False
    since = dossier.paused_on or (dossier.received_on if dossier.status is Status.PAUSED else None)
    return since is not None and since <= day


def has_ended_late(dossier: Any) -> bool:
    """Whether a dossier at hand ended after its due moment."""
    return dossier.due_at is not None and dossier.finished_at is not None and ended_late(dossier)


def is_due_before(dossier: Any, at: Viewpoint) -> Any:
    return (dossier.due_on <= at.last_day) & (dossier.due_at < at.moment)


def is_due_from(dossier: Any, at: Viewpoint) -> Any:
    return (dossier.due_on >= at.day) & (dossier.due_at >= at.moment)


def ended_late(dossier: Any) -> Any:
    return (dossier.finished_on >= dossier.due_on) & (dossier.finished_at > dossier.due_at)


def ended_on_time(dossier: Any) -> Any:
    """On the day it was due, and no later than the hour."""
    return (dossier.finished_on == dossier.due_on) & (dossier.finished_at <= dossier.due_at)


def ended_early(dossier: Any) -> Any:
    return dossier.finished_on < dossier.due_on


def is_past(due_at: datetime, moment: datetime) -> bool:
    return due_at < moment


def is_due_by(due_on: Any, day: Any) -> Any:
    """Whether the due day comes no later than a day."""
    return due_on <= day


def is_day_over(due_on: Any, day: Any) -> Any:
    """Whether the due day is over on a day: by the days alone, a dossier is late from the day after."""
    return due_on < day


def is_due_before_receipt(due: Any, received: Any) -> bool:
    """Of two moments, or of two days."""
    return due < received


def is_due_far_ahead(due: datetime, received: datetime) -> bool:
    """Whether a due day lies so far ahead that its year may be mistyped."""
    return due - received > LONGEST_WAIT


def is_new_date(new_date: date, due_on: date) -> bool:
    """Whether a date set anew gives any time beyond the due day."""
    return new_date > due_on
