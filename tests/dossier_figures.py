"""What the figures of a period count, dossier by dossier, from the days things happened.

This is the definition: whatever counts faster must give the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from intranet.categories.families import FIELD_MEASURES, by_field
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.period import Period
from intranet.kernel.search import slug
from intranet.kernel.tables.cells import AHEAD_OF_UTC, day_of

MEASURES = (
    *("opening", "received", "received_online", "received_direct", "received_postal"),
    *("resolved", "resolved_early", "resolved_on_time", "resolved_late", "rejected"),
    *("pending", "pending_in_time", "pending_late", "paused", "carried_over"),
)
LATE = frozenset({"resolved_late", "pending_late"})


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier as it stands: `finished_at` where it has ended, moments in UTC. `field` is the field's name."""

    code: str
    channel: Channel | None
    status: Status
    received_at: datetime
    due_at: datetime | None = None
    paused_at: datetime | None = None
    finished_at: datetime | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """How a dossier stood when a period closed, as the first export after that told it."""

    is_paused: bool
    due_at: datetime | None = None


NONE_TOLD: Mapping[str, State] = {}


def figures(
    dossiers: Iterable[Dossier], period: Period, states: Mapping[str, State] = NONE_TOLD, now: datetime | None = None
) -> dict[str, int]:
    """Every `dossiers.*` figure of a period by its fact name, those of the fields met among the dossiers too.

    `states`: by code, as told after the period. `now`: where the period may be running still.
    """
    counts: Counter[str] = Counter({f"dossiers.{measure}": 0 for measure in MEASURES})
    for dossier in dossiers:
        field = slug(dossier.field)
        if field:
            counts.update({by_field(field, measure): 0 for measure in FIELD_MEASURES})
        for measure in counted_in(dossier, period, states.get(dossier.code), now):
            counts[f"dossiers.{measure}"] += 1
            if field and measure in FIELD_MEASURES:
                counts[by_field(field, measure)] += 1
    return dict(counts)


def late(dossiers: Iterable[Dossier], period: Period) -> list[Dossier]:
    """The dossiers whose lateness a period has to explain, by code."""
    found = (dossier for dossier in dossiers if not LATE.isdisjoint(counted_in(dossier, period)))
    return sorted(found, key=lambda dossier: dossier.code)


def counted_in(
    dossier: Dossier, period: Period, state: State | None = None, now: datetime | None = None
) -> Iterator[str]:
    """The measures of a period this dossier counts in."""
    start, stop = midnight(period.start), midnight(period.end + timedelta(days=1))
    ended = dossier.finished_at
    if dossier.received_at >= stop or (ended and ended < start):
        return
    if dossier.received_at < start:
        yield "opening"
    else:
        yield "received"
        if dossier.channel:
            yield f"received_{dossier.channel.value}"
    if ended and ended < stop:
        yield from result(dossier)
    else:
        told = state or State(is_paused(dossier, stop), dossier.due_at)
        yield from standing(told, min(stop, now) if now else stop)


def result(dossier: Dossier) -> Iterator[str]:
    """How it ended. Only what has a result is early, on time or late; without a due date it is early."""
    if dossier.status is Status.REJECTED:
        yield "rejected"
        return
    yield "resolved"
    finished, due = dossier.finished_at, dossier.due_at
    if finished is None or due is None or day_of(finished) < day_of(due):
        yield "resolved_early"
    else:
        yield "resolved_late" if finished > due else "resolved_on_time"


def standing(state: State, moment: datetime) -> Iterator[str]:
    """How it stood when the period was looked at; what is paused is never late."""
    yield "carried_over"
    if state.is_paused:
        yield "paused"
        return
    yield "pending"
    yield "pending_late" if state.due_at and state.due_at < moment else "pending_in_time"


def is_paused(dossier: Dossier, stop: datetime) -> bool:
    """Whether a pause was the last thing known of it by then.

    Paused today without a date: since receipt. Ended since: paused where a pause had begun. Handled today: resumed.
    """
    if dossier.status is Status.PAUSED:
        return dossier.paused_at is None or dossier.paused_at < stop
    return dossier.finished_at is not None and dossier.paused_at is not None and dossier.paused_at < stop


def midnight(day: date) -> datetime:
    """When a day begins in Vietnam."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - AHEAD_OF_UTC
