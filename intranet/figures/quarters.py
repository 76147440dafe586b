"""What a half-year, nine months or a year is made of: the figures of its quarters. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intranet.categories.families import FIELD_MEASURES, Family, is_member
from intranet.categories.over_quarters import Over, over
from intranet.figures.fact import Fact, Origin, Recorded
from intranet.kernel.formats import number
from intranet.kernel.period import Period

STILL_LATE = "dossiers.pending_late"
TOLD_TWICE = "hồ sơ còn quá hạn cuối quý được tính ở cả quý sau, nên không cộng các quý được"


@dataclass(frozen=True)
class Quarter:
    """A quarter's figures; where its report is approved, as that said them."""

    period: Period
    figures: Mapping[str, Fact]
    is_approved: bool = False


def taken_together(name: str, quarters: Sequence[Quarter], page: str) -> Recorded | None:
    """What the quarters, in their order, say of a figure; None where it does not follow from theirs.

    Its value is None where a quarter lacks it; `why` says which. `page` leads to the figure's own page.
    """
    how = over(name)
    if how is Over.ANEW:
        return None
    chosen = {Over.FIRST: quarters[:1], Over.LAST: quarters[-1:]}.get(how, quarters)
    if lacking := [quarter.period.label for quarter in chosen if value_in(quarter, name) is None]:
        return _recorded(None, chosen, f"chưa có số của {', '.join(lacking)}", page)
    if how is Over.ONCE and any(value_in(quarter, STILL_LATE) != 0 for quarter in quarters[:-1]):
        return _recorded(None, chosen, TOLD_TWICE, page)
    values = [value_in(quarter, name) or 0 for quarter in chosen]
    return _recorded(sum(values), chosen, " + ".join(_parts(chosen, values)), page)


def _recorded(value: int | None, quarters: Sequence[Quarter], why: str, page: str) -> Recorded:
    return Recorded(value, len(quarters), value is not None, why, page, "quý")


def _parts(quarters: Sequence[Quarter], values: Sequence[int]) -> Iterator[str]:
    """Quý I/2026 383 (đã duyệt)"""
    for quarter, value in zip(quarters, values, strict=True):
        approved = " (đã duyệt)" if quarter.is_approved else ""
        yield f"{quarter.period.label} {number(value)}{approved}"


def value_in(quarter: Quarter, name: str) -> int | None:
    """What a quarter says; of a field or a cause that was not in use in it, 0."""
    fact = quarter.figures.get(name)
    if fact is not None:
        return None if fact.value is None else int(fact.value)
    if is_member(Family.CAUSE, name):
        return 0
    if is_member(Family.FIELD, name):
        is_typed = name.rpartition(".")[2] in FIELD_MEASURES
        return 0 if is_typed or _is_by_records(quarter) else None
    return None


def _is_by_records(quarter: Quarter) -> bool:
    """Whether dossiers were counted for the quarter, so that what is not told of a field is nothing."""
    received = quarter.figures.get("dossiers.received")
    return received is not None and received.origin is Origin.RECORDS
