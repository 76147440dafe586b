"""What each figure of dossiers counts: a condition on dossiers, by which they are counted and listed alike.

Days are Vietnam's. Everything is as of the period's last day, from events and not from today's status: a dossier
finished two days later is pending in it. An export tells the day of the last pause only: a dossier that has ended
since was paused from that day until its end; one that is being handled again is not paused. Whether a dossier that was
open at the end was paused or pending then, and which due date it had, the first export after it told (states.py), and
no later one changes. What is late is told by lateness.py.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    and_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.ext.compiler import compiles

from intranet.accounts.models import Role, User
from intranet.categories.catalogue import CATALOGUE
from intranet.dossiers.lateness import ended_early, ended_late, ended_on_time
from intranet.dossiers.models import LONG_DAYS, TOOK_LONG_IN_POSTGRES, TOOK_LONG_IN_SQLITE, Dossier, DossierState
from intranet.dossiers.standing import is_due_and_pending, viewpoint_of, was_paused
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.db import db
from intranet.kernel.listing import as_test
from intranet.kernel.period import Period

KEPT = 64  # queries put together: that takes longer than to run them over a quarter
Condition = ColumnElement[bool]
Counting = CompoundSelect[*tuple[Any, ...]]
OfPeriod = Callable[[Period], Condition]
DOSSIERS = Dossier.__table__
IT = DOSSIERS.c
STATES = DossierState.__table__


class TookLong(ColumnElement[bool]):
    """That more than LONG_DAYS lay between receipt and end: the very condition of the index of those."""

    inherit_cache = True
    # Without a type: a Boolean would be written `… = 1` on SQLite, which is no longer the condition of the index.


@compiles(TookLong)
def took_long(it: TookLong, compiler: Any, **options: Any) -> str:
    return TOOK_LONG_IN_SQLITE if compiler.dialect.name == "sqlite" else TOOK_LONG_IN_POSTGRES


def seen_by(user: User) -> Condition:
    """All to controller and director; to an officer those of the own unit."""
    if user.role in (Role.CONTROLLER, Role.DIRECTOR):
        return true()
    return IT.unit_id == user.unit_id if user.role is Role.OFFICER else false()


def opening(period: Period) -> Condition:
    return and_(IT.received_on < period.start, or_(IT.finished_on.is_(None), IT.finished_on >= period.start))


def received(period: Period) -> Condition:
    return IT.received_on.between(period.start, period.end)


def ended(period: Period) -> Condition:
    return IT.finished_on.between(period.start, period.end)


def carried_over(period: Period) -> Condition:
    return and_(IT.received_on <= period.end, or_(IT.finished_on.is_(None), IT.finished_on > period.end))


def as_told(period: Period, of_state: Condition, of_events: Condition) -> Condition:
    """What the state at the period's end says of a dossier; where no export told one, what its events say."""
    its_state = and_(STATES.c.code == IT.code, STATES.c.ends_on == period.end)
    told = select(of_state).where(its_state).correlate(DOSSIERS).scalar_subquery()
    return func.coalesce(told, of_events)


def paused(period: Period) -> Condition:
    """Whether a dossier open at the end was on pause then."""
    return as_told(period, STATES.c.is_paused, was_paused(IT, period.end))


def pending(period: Period) -> Condition:
    return not_(paused(period))


def late(period: Period) -> Condition:
    """Whether a dossier open at the end was late when the period was looked at."""
    at = viewpoint_of(period)
    of_state = is_due_and_pending(STATES.c, STATES.c.is_paused, at)
    return as_told(period, of_state, is_due_and_pending(IT, was_paused(IT, period.end), at))


def in_time(period: Period) -> Condition:
    return and_(pending(period), not_(late(period)))


HAS_RESULT = IT.status == Status.RESOLVED
# Without a due date it is early. Days spare looking at the moments of nearly all.
EARLY = and_(HAS_RESULT, or_(IT.due_on.is_(None), ended_early(IT)))
ON_TIME = and_(HAS_RESULT, ended_on_time(IT))
LATE = and_(HAS_RESULT, ended_late(IT))


def always(condition: Condition) -> OfPeriod:
    return lambda period: condition


# Each figure: the dossiers it looks at, and which of these it counts.
FIGURES: dict[str, tuple[OfPeriod, OfPeriod]] = {
    "dossiers.opening": (opening, always(true())),
    "dossiers.received": (received, always(true())),
    "dossiers.received_online": (received, always(IT.channel == Channel.ONLINE)),
    "dossiers.received_direct": (received, always(IT.channel == Channel.DIRECT)),
    "dossiers.received_postal": (received, always(IT.channel == Channel.POSTAL)),
    "dossiers.resolved": (ended, always(HAS_RESULT)),
    "dossiers.resolved_early": (ended, always(EARLY)),
    "dossiers.resolved_on_time": (ended, always(ON_TIME)),
    "dossiers.resolved_late": (ended, always(LATE)),
    "dossiers.pending": (carried_over, pending),
    "dossiers.pending_in_time": (carried_over, in_time),
    "dossiers.pending_late": (carried_over, late),
    "dossiers.rejected": (ended, always(IT.status == Status.REJECTED)),
    "dossiers.paused": (carried_over, paused),
    "dossiers.carried_over": (carried_over, always(true())),
}


def both(within: OfPeriod, of_these: OfPeriod) -> OfPeriod:
    return lambda period: and_(within(period), of_these(period))


COUNTED = {name: both(*it) for name, it in FIGURES.items()}
resolved_late, pending_late = COUNTED["dossiers.resolved_late"], COUNTED["dossiers.pending_late"]
LABELS = {name: CATALOGUE[name].label for name in COUNTED}


def counts(period: Period, *names: str) -> dict[str, int]:
    """These figures, or all of them, in one query."""
    wanted = names or tuple(COUNTED)
    rows = db.session.execute(counting(period, wanted)).all()
    return dict(zip(wanted, map(sum, zip(*rows, strict=True)), strict=True))


def counts_by_field(period: Period, *names: str) -> dict[str, dict[str, int]]:
    """The same for each field, by its slug."""
    found: dict[str, dict[str, int]] = {}
    for told, *row in db.session.execute(counting_by_field(period, names)):
        of_field = found.setdefault(told, dict.fromkeys(names, 0))
        for name, count in zip(names, row, strict=True):
            of_field[name] += count
    return found


@lru_cache(KEPT)
def counting(period: Period, names: tuple[str, ...]) -> Counting:
    return union_all(*(select(*sums).select_from(DOSSIERS).where(arm) for arm, sums in arms_of(period, names)))


@lru_cache(KEPT)
def counting_by_field(period: Period, names: tuple[str, ...]) -> Counting:
    field = IT.field.concat("")  # not the bare column, whose own index would seem to lead to the groups
    return union_all(*(select(field, *sums).where(arm).group_by(field) for arm, sums in arms_of(period, names)))


def arms_of(period: Period, names: Sequence[str]) -> Iterator[tuple[Condition, list[ColumnElement[int]]]]:
    """All that any figure of the period counts: what has not ended, what ended within a quarter after the period, what
    ended later, and what ended then.

    Each is a stretch of an index that holds nearly everything looked at; asked for with OR, they would not be. Of what
    ended later only that which took long can have come by then: so a period long past costs no more than one of today.
    The few that were open at the end are looked up for how they stood then. What a part's dossiers have in common is
    not tested of each again.
    """
    soon = period.end + timedelta(days=LONG_DAYS)
    came, since = IT.received_on <= period.end, IT.received_on >= period.start
    was_open: Mapping[OfPeriod, Condition] = {opening: ~since, received: since, carried_over: true()}
    has_ended: Mapping[OfPeriod, Condition] = {opening: ~since, received: since, ended: true()}
    for arm, common in (
        (and_(IT.finished_on.is_(None), came), was_open),
        (and_(IT.finished_on > period.end, IT.finished_on <= soon, as_test(came)), was_open),
        (and_(IT.finished_on > soon, TookLong(), as_test(came)), was_open),
        (ended(period), has_ended),
    ):
        yield arm, [count_of(*FIGURES[name], common, period) for name in names]


def count_of(
    within: OfPeriod, of_these: OfPeriod, common: Mapping[OfPeriod, Condition], period: Period
) -> ColumnElement[int]:
    return func.count().filter(common[within], of_these(period)) if within in common else literal(0)
