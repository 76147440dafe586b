"""What each figure of dossiers counts: a condition on dossiers, by which they are counted and listed alike.

Days are Vietnam's. Everything is as of the period's last day, from events and not from today's status: a dossier
finished two days later is pending in it. An export tells the day of the last pause only: a dossier that has ended
since was paused from that day until its end; one that is being handled again is not paused.
"""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select, union_all

from intranet.dossiers.models import Dossier
from intranet.dossiers.vocabulary import Channel, Status
from intranet.figures.catalogue import CATALOGUE
from intranet.kernel.db import db
from intranet.kernel.period import Period

Condition = ColumnElement[bool]
DOSSIERS = Dossier.__table__
IT = DOSSIERS.c


def opening(period: Period) -> Condition:
    return and_(IT.received_on < period.start, or_(IT.finished_on.is_(None), IT.finished_on >= period.start))


def received(period: Period) -> Condition:
    return IT.received_on.between(period.start, period.end)


def ended(period: Period) -> Condition:
    return IT.finished_on.between(period.start, period.end)


def resolved(period: Period) -> Condition:
    return and_(IT.status == Status.RESOLVED, ended(period))


def is_late() -> Condition:
    """Ended with a result after the moment it was due; without a due date it cannot be."""
    return and_(IT.due_at.is_not(None), IT.finished_at > IT.due_at)


def resolved_late(period: Period) -> Condition:
    return and_(resolved(period), is_late())


def resolved_on_time(period: Period) -> Condition:
    return and_(resolved(period), ~is_late(), IT.finished_on == IT.due_on)


def resolved_early(period: Period) -> Condition:
    return and_(resolved(period), ~is_late(), or_(IT.due_on.is_(None), IT.finished_on < IT.due_on))


def rejected(period: Period) -> Condition:
    return and_(IT.status == Status.REJECTED, ended(period))


def carried_over(period: Period) -> Condition:
    return and_(IT.received_on <= period.end, or_(IT.finished_on.is_(None), IT.finished_on > period.end))


def was_paused(period: Period) -> Condition:
    """Whether a dossier open at the end was on pause then; without a day of its own, a pause began with receipt."""
    since = case((IT.paused_on.is_not(None), IT.paused_on), (IT.status == Status.PAUSED, IT.received_on))
    return and_(IT.status != Status.PENDING, func.coalesce(since <= period.end, False))


def paused(period: Period) -> Condition:
    return and_(carried_over(period), was_paused(period))


def pending(period: Period) -> Condition:
    return and_(carried_over(period), ~was_paused(period))


def pending_late(period: Period) -> Condition:
    return and_(pending(period), IT.due_on.is_not(None), IT.due_on <= period.end)


def pending_in_time(period: Period) -> Condition:
    return and_(pending(period), or_(IT.due_on.is_(None), IT.due_on > period.end))


def received_by(channel: Channel) -> Callable[[Period], Condition]:
    return lambda period: and_(received(period), IT.channel == channel)


COUNTED: dict[str, Callable[[Period], Condition]] = {
    "dossiers.opening": opening,
    "dossiers.received": received,
    "dossiers.received_online": received_by(Channel.ONLINE),
    "dossiers.received_direct": received_by(Channel.DIRECT),
    "dossiers.received_postal": received_by(Channel.POSTAL),
    "dossiers.resolved": resolved,
    "dossiers.resolved_early": resolved_early,
    "dossiers.resolved_on_time": resolved_on_time,
    "dossiers.resolved_late": resolved_late,
    "dossiers.pending": pending,
    "dossiers.pending_in_time": pending_in_time,
    "dossiers.pending_late": pending_late,
    "dossiers.rejected": rejected,
    "dossiers.paused": paused,
    "dossiers.carried_over": carried_over,
}
ENDINGS = {
    f"dossiers.{name}" for name in ("resolved", "resolved_early", "resolved_on_time", "resolved_late", "rejected")
}
STANDINGS = {f"dossiers.{name}" for name in ("pending", "pending_in_time", "pending_late", "paused", "carried_over")}
LABELS = {name: CATALOGUE[name].label for name in COUNTED}


def counts(period: Period, *names: str) -> dict[str, int]:
    """These figures, or all of them, in one query."""
    wanted = names or tuple(COUNTED)
    arms = (select(*sums).select_from(DOSSIERS).where(arm) for arm, sums in arms_of(period, wanted))
    rows = db.session.execute(union_all(*arms)).all()
    return dict(zip(wanted, map(sum, zip(*rows, strict=True)), strict=True))


def counts_by_field(period: Period, *names: str) -> dict[str, dict[str, int]]:
    """The same for each field, by its slug."""
    field = IT.field.concat("")  # not the bare column, whose own index would seem to lead to the groups
    arms = (select(field, *sums).where(arm).group_by(field) for arm, sums in arms_of(period, names))
    found: dict[str, dict[str, int]] = {}
    for told, *row in db.session.execute(union_all(*arms)):
        of_field = found.setdefault(told, dict.fromkeys(names, 0))
        for name, count in zip(names, row, strict=True):
            of_field[name] += count
    return found


def arms_of(period: Period, names: Sequence[str]) -> Iterator[tuple[Condition, list[ColumnElement[int]]]]:
    """All that any figure of the period counts, in three parts: what has not ended, what ended later, what ended then.

    Each is a stretch of one index that holds everything looked at; asked for with OR, they would not be. How a dossier
    ended is not asked of those that had not, nor how it stood of those that had.
    """
    came = IT.received_on <= period.end
    for arm, impossible in (
        (and_(IT.finished_on.is_(None), came), ENDINGS),
        (and_(IT.finished_on > period.end, came), ENDINGS),
        (ended(period), STANDINGS),
    ):
        yield arm, [literal(0) if it in impossible else func.count().filter(COUNTED[it](period)) for it in names]
