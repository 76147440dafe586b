"""A period's figures beside those of an earlier one: what they were, and by how much they changed. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from intranet.categories.families import Cause, by_cause
from intranet.figures.fact import Fact, Origin, Value
from intranet.figures.facts import Facts
from intranet.kernel.formats import percent
from intranet.kernel.period import Period

PREVIOUS, LAST_YEAR = "previous", "last_year"
SIDES = (PREVIOUS, LAST_YEAR)
CARRIED_OVER = "dossiers.carried_over"
# What is compared, and how a sentence calls it.
COMPARED: Mapping[str, str] = {
    "dossiers.received": "hồ sơ tiếp nhận",
    "dossiers.received_online": "hồ sơ tiếp nhận trực tuyến",
    "dossiers.resolved": "hồ sơ đã giải quyết",
    "overdue.late": "hồ sơ quá hạn",
    CARRIED_OVER: "hồ sơ chuyển kỳ sau",
    "feedback.received": "phản ánh, kiến nghị tiếp nhận",
    "satisfaction.very_satisfied_rate": "tỷ lệ rất hài lòng",
    "digitisation.rate": "tỷ lệ số hóa",
    "payments.online_rate": "tỷ lệ thanh toán trực tuyến",
}
# What of the period before is kept besides, so that who decides on a report sees it beside the new one.
REMEMBERED = (
    *("dossiers.opening", "dossiers.resolved_late", "dossiers.pending", "dossiers.pending_late"),
    *("overdue.explained", "overdue.unexplained", "overdue.apologies", "feedback.handled", "feedback.pending"),
    *("inspections.done", "inspections.findings", "inspections.findings_closed"),
    *("proposals.made", "proposals.approved", "trainings.courses", "satisfaction.ratings"),
)
POINTS = "điểm phần trăm"


@dataclass(frozen=True)
class Earlier:
    """What an earlier period said of the same things."""

    period: Period
    figures: Mapping[str, Fact]


def beside(figures: Mapping[str, Fact], period: Period, earlier: Mapping[str, Earlier]) -> dict[str, Fact]:
    """By name, previous.dossiers.received and the like: only what is known; of equally long periods also the change."""
    return {fact.name: fact for side, one in earlier.items() for fact in _of_side(figures, period, side, one)}


def _of_side(figures: Mapping[str, Fact], period: Period, side: str, one: Earlier) -> Iterator[Fact]:
    is_alike = one.period.months == period.months
    causes = [name for name in one.figures if name.startswith(by_cause(""))]
    remembered = REMEMBERED if side == PREVIOUS else ()
    for name in (*COMPARED, *remembered, *causes) if is_alike else (CARRIED_OVER,):
        before = one.figures.get(name)
        if before is None or before.value is None:
            continue
        label = f"{before.label} ({one.period.label})"
        yield Fact(f"{side}.{name}", before.value, label, before.unit, Origin.COMPUTED, 1)
        now = figures.get(name)
        if is_alike and name in COMPARED and now is not None and now.value is not None:
            yield from _changes(f"{side}.{name}", now, before.value, one.period)


def _changes(name: str, now: Fact, before: Value, period: Period) -> Iterator[Fact]:
    """By how much a figure changed, whichever way; of a count also as a share of what it was."""
    change = abs(Decimal(now.value or 0) - Decimal(before or 0))
    is_rate = now.unit == "%"
    label = f"{now.label}: tăng, giảm so với {period.label}"
    value = change if is_rate else int(change)
    yield Fact(f"{name}.change", value, label, POINTS if is_rate else now.unit, Origin.COMPUTED, 2)
    if not is_rate and (share := percent(int(change), int(before or 0))) is not None:
        yield Fact(f"{name}.change_rate", share, f"{label}, theo tỷ lệ", "%", Origin.COMPUTED, 2)


def change_of(name: str, facts: Facts) -> int | None:
    """1 where the figure rose against previous.dossiers.received or the like, -1 where it fell; None if not known."""
    now, before = facts.value(name.partition(".")[2]), facts.value(name)
    if now is None or before is None or f"{name}.change" not in facts.figures:
        return None
    return (now > before) - (now < before)


def present(name: str) -> str:
    """The figure that one of an earlier period is compared with: dossiers.received, of previous.dossiers.received."""
    side, _, rest = name.partition(".")
    return rest.removesuffix(".change_rate").removesuffix(".change") if side in SIDES else name


def recurring(facts: Facts) -> tuple[Cause, ...]:
    """The causes of late dossiers that the period before had as well."""
    return tuple(
        cause
        for cause in facts.causes
        if facts.above_zero(by_cause(cause.code)) and facts.above_zero(f"{PREVIOUS}.{by_cause(cause.code)}")
    )
