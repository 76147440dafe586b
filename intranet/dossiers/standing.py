"""How dossiers stood at a moment, as conditions of a query: paused, pending, late. lateness.py has the rules.

A period's moment passes as the days do, and queries are kept from one day to the next: what a moment is, is asked for
as a query runs, not as it is put together.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Date, and_, bindparam, case, func, not_, or_

from intranet.dossiers.lateness import Viewpoint, ended_late, is_due_before, last_day_before, looked_at
from intranet.dossiers.vocabulary import Status
from intranet.kernel.clock import now
from intranet.kernel.db import Moment
from intranet.kernel.period import Period
from intranet.kernel.tables.cells import day_of

Condition = ColumnElement[bool]


def seen_at(moment: Callable[[], datetime]) -> Viewpoint:
    """The viewpoint of a query that asks for its moment each time it runs."""
    return Viewpoint(
        bindparam(None, callable_=moment, type_=Moment(), unique=True),
        bindparam(None, callable_=lambda: day_of(moment()), type_=Date(), unique=True),
        bindparam(None, callable_=lambda: last_day_before(moment()), type_=Date(), unique=True),
    )


NOW = seen_at(now)


@cache
def viewpoint_of(period: Period) -> Viewpoint:
    """That of a query about a period."""
    return seen_at(lambda: looked_at(period, now()))


def was_paused(dossier: Any, day: Any) -> Condition:
    """Whether a dossier open at the end of a day was on pause then; without a day of its own, since its receipt."""
    since = case(
        (dossier.paused_on.is_not(None), dossier.paused_on), (dossier.status == Status.PAUSED, dossier.received_on)
    )
    return and_(dossier.status != Status.PENDING, func.coalesce(since <= day, False))


def is_due_and_pending(dossier: Any, paused: Condition, at: Viewpoint) -> Condition:
    """Late, of what has not ended by then; false, not unknown, where there is no due date."""
    return func.coalesce(and_(is_due_before(dossier, at), not_(paused)), False)


def late_at(dossier: Any, at: Viewpoint) -> Condition:
    """Late at a moment, by its events."""
    is_open = or_(dossier.finished_at.is_(None), dossier.finished_at >= at.moment)
    return and_(is_open, is_due_and_pending(dossier, was_paused(dossier, at.last_day), at))


def has_ended_late(dossier: Any) -> Condition:
    return func.coalesce(ended_late(dossier), False)
