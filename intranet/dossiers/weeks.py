"""What came in and what ended in each week of a period, weeks being cut where the period begins and ends."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import func, literal, select, union_all

from intranet.dossiers.counting import IT, ended, received, resolved_late
from intranet.dossiers.dashboard import DashboardLine, DashboardTable, Scope
from intranet.dossiers.totals import days_of, week_of
from intranet.kernel.clock import today
from intranet.kernel.db import db

# The figures a week is told by, the filter that narrows each to a week, and what it is called.
FIGURES = {
    "dossiers.received": ("received_week", "Tiếp nhận"),
    "dossiers.ended": ("ended_week", "Kết thúc"),
    "dossiers.resolved_late": ("ended_week", "Trong đó quá hạn"),
}


def by_week(scope: Scope) -> DashboardTable:
    found: dict[str, Counter[str]] = {name: Counter() for name in FIGURES}
    last = min(today(), scope.period.end)
    for day, *counts in by_day(scope):
        last = max(last, day)
        for name, count in zip(FIGURES, counts, strict=True):
            found[name][week_of(day)] += count
    lines = tuple(line_of(scope, week, found) for week in weeks(scope.period.start, last))
    total = tuple(scope.cell(counts.total(), name) for name, counts in found.items())
    heads = tuple(head for _, head in FIGURES.values())
    return DashboardTable("week", "Tuần", heads, lines, DashboardLine("Cộng", total), charted=(0, 1))


def by_day(scope: Scope) -> Iterator[tuple[date, int, int, int]]:
    """Of each day: received, ended, of which late."""
    came = select(IT.received_on, func.count(), literal(0), literal(0)).where(scope.visible, received(scope.period))
    late = func.count().filter(resolved_late(scope.period))
    went = select(IT.finished_on, literal(0), func.count(), late).where(scope.visible, ended(scope.period))
    rows = db.session.execute(union_all(came.group_by(IT.received_on), went.group_by(IT.finished_on)))
    return (tuple(row) for row in rows)


def weeks(first: date, last: date) -> list[str]:
    days = range(0, (last - first).days + 1)
    return list(dict.fromkeys(week_of(first + timedelta(days=n)) for n in days))


def line_of(scope: Scope, week: str, found: dict[str, Counter[str]]) -> DashboardLine:
    monday, sunday = days_of(week)
    first, last = max(monday, scope.period.start), min(sunday, scope.period.end)
    cells = (scope.cell(found[name][week], name, **{filter: week}) for name, (filter, _) in FIGURES.items())
    return DashboardLine(f"{first:%d/%m} – {last:%d/%m}", tuple(cells))
