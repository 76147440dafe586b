"""How dossiers stand in a period, by state, field, unit and level: each number with the list it opens."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Label, func, select, union_all

from intranet.dossiers.counting import DOSSIERS, IT, Condition, Counting
from intranet.dossiers.filters import BETWEEN, NOT_IN_CATALOGUE, UNKNOWN, known_fields
from intranet.dossiers.totals import LABELS, LISTED, Urgent, is_urgent
from intranet.dossiers.vocabulary import Status
from intranet.kernel.db import db
from intranet.kernel.listing import as_test
from intranet.kernel.period import Period
from intranet.procedures.catalogue import OnlineLevel, Procedure
from intranet.records.filters import units

PROCEDURES = Procedure.__table__
HEADLINE = {
    "dossiers.opening": "Tồn kỳ trước",
    "dossiers.received": "Tiếp nhận",
    "dossiers.resolved": "Đã giải quyết",
    "dossiers.late": "Quá hạn",
    "dossiers.pending": "Đang giải quyết",
    "dossiers.paused": "Tạm dừng",
}
STATES = (
    *("dossiers.resolved_early", "dossiers.resolved_on_time", "dossiers.resolved_late", "dossiers.rejected"),
    *("dossiers.pending_in_time", "dossiers.pending_late", "dossiers.paused"),
)
IN_HAND = "dossiers.in_hand"
BY_GROUP = ("dossiers.received", "dossiers.resolved", "dossiers.late", "dossiers.pending")
Grouped = Mapping[Any, Sequence[int]]


@dataclass(frozen=True)
class DashboardCell:
    """A number, and what the list is asked for to show the dossiers it counts."""

    count: int
    asked: Mapping[str, str]


@dataclass(frozen=True)
class DashboardLine:
    label: str
    cells: tuple[DashboardCell, ...]


@dataclass(frozen=True)
class DashboardTable:
    """Lines of counts `of` something, under `heads`, and their sum; each column `charted` is drawn as bars, too."""

    key: str
    of: str
    heads: tuple[str, ...]
    lines: tuple[DashboardLine, ...]
    total: DashboardLine
    charted: tuple[int, ...] = (0,)

    @property
    def most(self) -> int:
        return max((line.cells[at].count for line in self.lines for at in self.charted), default=0)


@dataclass(frozen=True)
class Scope:
    """The dossiers one reader sees, in one period."""

    period: Period
    visible: Condition

    def cell(self, count: int, name: str, **more: str) -> DashboardCell:
        return DashboardCell(count, {"figure": f"{self.period.code}{BETWEEN}{name}", **more})

    def arms(self, names: Collection[str], *by: Label[Any], tables: FromClause = DOSSIERS) -> Counting:
        """These figures, for each group where `by` is given, of what has not ended and of what ended since.

        An index leads to each of the two; what else is asked is tested row by row, lest another index be walked whole.
        """
        sums = [func.count().filter(LISTED[name](self.period)) for name in names]
        seen = as_test(self.visible, IT.received_on <= self.period.end)
        query = select(*by, *sums).select_from(tables).where(seen)
        arms = (IT.finished_on.is_(None), IT.finished_on >= self.period.start)
        return union_all(*(query.where(arm).group_by(*(it.name for it in by)) for arm in arms))

    def figures(self) -> dict[str, DashboardCell]:
        """Every figure of the headline and of the states, in one query."""
        names = tuple(dict.fromkeys((*HEADLINE, *STATES, IN_HAND)))
        counts = map(sum, zip(*db.session.execute(self.arms(names)), strict=True))
        return {name: self.cell(count, name) for name, count in zip(names, counts, strict=True)}

    def grouped(self, by: ColumnElement[Any], tables: FromClause = DOSSIERS) -> Grouped:
        """The figures of a table for each group, in one query; `by` is no indexed column, lest that index lead."""
        found: dict[Any, list[int]] = {}
        for key, *counts in db.session.execute(self.arms(BY_GROUP, by.label("group_key"), tables=tables)):
            found[key] = [old + more for old, more in zip(found.get(key, [0] * len(counts)), counts, strict=True)]
        return found

    def line(self, label: str, counts: Sequence[int], **more: str) -> DashboardLine:
        return DashboardLine(
            label, tuple(self.cell(count, name, **more) for name, count in zip(BY_GROUP, counts, strict=True))
        )

    def table(
        self, key: str, of: str, known: Mapping[Any, str], found: Grouped, unknown: str = "Chưa rõ"
    ) -> DashboardTable:
        """A line for each group found: those known in their order, others, at last what names none.

        `key` is also the name of the list's filter.
        """
        others = sorted(str(group) for group in found if group and group not in known)
        groups = [(group, label) for group, label in known.items() if group in found] + [(it, it) for it in others]
        lines = [self.line(label, found[group], **{key: str(group)}) for group, label in groups]
        lines += [self.line(unknown, counts, **{key: UNKNOWN}) for group, counts in found.items() if not group]
        total = self.line("Cộng", [sum(counts) for counts in zip(*found.values(), strict=True)])
        return DashboardTable(key, of, tuple(HEADLINE[name] for name in BY_GROUP), tuple(lines), total)


def by_state(figures: Mapping[str, DashboardCell]) -> DashboardTable:
    lines = tuple(DashboardLine(LABELS[name], (figures[name],)) for name in STATES)
    return DashboardTable(
        "state", "Trạng thái", ("Hồ sơ",), lines, DashboardLine("Cộng (phải giải quyết trong kỳ)", (figures[IN_HAND],))
    )


def by_field(scope: Scope) -> DashboardTable:
    return scope.table("field", "Lĩnh vực", known_fields(), scope.grouped(func.coalesce(IT.field, "")))


def by_unit(scope: Scope) -> DashboardTable:
    known = {int(key): name for key, name in units("")}
    return scope.table("unit", "Đơn vị", known, scope.grouped(func.coalesce(IT.unit_id, 0)))


def by_level(scope: Scope) -> DashboardTable:
    known = {level: level.label for level in OnlineLevel}
    joined = DOSSIERS.outerjoin(PROCEDURES, PROCEDURES.c.code == IT.procedure_code)
    found = scope.grouped(PROCEDURES.c.online, joined)
    return scope.table("level", "Mức độ trực tuyến", known, found, NOT_IN_CATALOGUE)


def urgent(visible: Condition) -> list[DashboardLine]:
    """What cannot wait now, whatever the period."""
    sums = (func.count().filter(is_urgent(it)) for it in Urgent)
    query = select(*sums).select_from(DOSSIERS).where(visible, IT.status == Status.PENDING)
    counts = db.session.execute(query).one()
    return [
        DashboardLine(it.label, (DashboardCell(count, {"urgent": it.value}),))
        for it, count in zip(Urgent, counts, strict=True)
    ]


def has_any(visible: Condition) -> bool:
    return db.session.scalar(select(IT.id).where(visible).limit(1)) is not None
