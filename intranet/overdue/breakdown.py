"""How the cases of a period fall to their causes and units: counted by the database, each count with its list."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select

from intranet.accounts.models import Unit
from intranet.categories.families import Side
from intranet.categories.models import FigureCategory
from intranet.kernel.db import db
from intranet.kernel.listing import Condition
from intranet.kernel.period import Period
from intranet.overdue.counting import of_period
from intranet.overdue.models import OverdueCase


@dataclass(frozen=True)
class BreakdownLine:
    """One cause: its code as the list filters by it, and its cases by the id of their unit."""

    code: str
    label: str
    counts: Counter[int]

    @property
    def total(self) -> int:
        return self.counts.total()


@dataclass(frozen=True)
class CauseGroup:
    """The causes on one side; without a side, the cases that have no cause yet."""

    label: str
    lines: tuple[BreakdownLine, ...]

    @property
    def total(self) -> int:
        return sum(line.total for line in self.lines)


@dataclass(frozen=True)
class Breakdown:
    period: Period
    units: tuple[tuple[int, str], ...]
    groups: tuple[CauseGroup, ...]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    def of_unit(self, unit_id: int) -> int:
        return sum(line.counts[unit_id] for group in self.groups for line in group.lines)


def breakdown(period: Period, visible: Condition) -> Breakdown:
    """Of the cases a person may see, in one query."""
    cause = FigureCategory
    counted = (
        select(cause.side, cause.code, cause.label, Unit.id, Unit.name, func.count())
        .select_from(OverdueCase)
        .join(Unit, Unit.id == OverdueCase.unit_id)
        .outerjoin(cause, cause.id == OverdueCase.main_cause_id)
        .where(of_period(period), visible)
        .group_by(cause.id, Unit.id)
        .order_by(cause.position, Unit.sort_key)
    )
    units: dict[int, str] = {}
    found: dict[Side | None, dict[tuple[str, str], Counter[int]]] = {side: {} for side in (*Side, None)}
    for side, code, label, unit_id, unit, count in db.session.execute(counted):
        units[unit_id] = unit
        named = (code or "none", label or "Chưa có nguyên nhân")
        found[side].setdefault(named, Counter())[unit_id] += count
    groups = (
        CauseGroup(
            side.label if side else "Chưa xác định",
            tuple(BreakdownLine(*named, counts) for named, counts in lines.items()),
        )
        for side, lines in found.items()
    )
    return Breakdown(period, tuple(sorted(units.items(), key=lambda it: it[1])), tuple(g for g in groups if g.lines))
