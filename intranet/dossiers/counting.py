"""What each figure of dossiers counts: a condition on dossiers, by which they are counted and listed alike.

Days are Vietnam's. Everything is as of the period's last day, from events and not from today's status: a dossier
finished two days later is pending in it. An export tells the day of the last pause only: a dossier that has ended
since was paused from that day until its end; one that is being handled again is not paused.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, and_, case, false, func, literal, or_, select, true, union_all

from intranet.accounts.models import Role, User
from intranet.categories.catalogue import CATALOGUE
from intranet.dossiers.models import Dossier
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.db import db
from intranet.kernel.period import Period

Condition = ColumnElement[bool]
OfPeriod = Callable[[Period], Condition]
DOSSIERS = Dossier.__table__
IT = DOSSIERS.c


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


def was_paused(period: Period) -> Condition:
    """Whether a dossier open at the end was on pause then; without a day of its own, a pause began with receipt."""
    since = case((IT.paused_on.is_not(None), IT.paused_on), (IT.status == Status.PAUSED, IT.received_on))
    return and_(IT.status != Status.PENDING, func.coalesce(since <= period.end, False))


def was_pending(period: Period, *more: Condition) -> Condition:
    return and_(~was_paused(period), *more)


HAS_RESULT = IT.status == Status.RESOLVED
# Without a due date it is early. Days spare looking at the moments of nearly all.
EARLY = and_(HAS_RESULT, or_(IT.due_on.is_(None), IT.finished_on < IT.due_on))
ON_TIME = and_(HAS_RESULT, IT.finished_on == IT.due_on, IT.finished_at <= IT.due_at)
LATE = and_(HAS_RESULT, IT.finished_on >= IT.due_on, IT.finished_at > IT.due_at)


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
    "dossiers.pending": (carried_over, was_pending),
    "dossiers.pending_in_time": (
        carried_over,
        lambda period: was_pending(period, or_(IT.due_on.is_(None), IT.due_on > period.end)),
    ),
    "dossiers.pending_late": (carried_over, lambda period: was_pending(period, IT.due_on <= period.end)),
    "dossiers.rejected": (ended, always(IT.status == Status.REJECTED)),
    "dossiers.paused": (carried_over, was_paused),
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

    Each is a stretch of one index that holds everything looked at; asked for with OR, they would not be. What a part's
    dossiers have in common is not tested of each again.
    """
    came, since = IT.received_on <= period.end, IT.received_on >= period.start
    was_open: Mapping[OfPeriod, Condition] = {opening: ~since, received: since, carried_over: true()}
    has_ended: Mapping[OfPeriod, Condition] = {opening: ~since, received: since, ended: true()}
    for arm, common in (
        (and_(IT.finished_on.is_(None), came), was_open),
        (and_(IT.finished_on > period.end, came), was_open),
        (ended(period), has_ended),
    ):
        yield arm, [count_of(*FIGURES[name], common, period) for name in names]


def count_of(
    within: OfPeriod, of_these: OfPeriod, common: Mapping[OfPeriod, Condition], period: Period
) -> ColumnElement[int]:
    return func.count().filter(common[within], of_these(period)) if within in common else literal(0)
