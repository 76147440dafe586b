"""The fields and causes an office tells its dossiers by, as it keeps them, and the figures they give names to."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from intranet.categories.catalogue import GROUPS, Definition, definitions
from intranet.categories.families import Asks, Category, Family, Side
from intranet.kernel.db import db
from intranet.kernel.period import Period


class FigureCategory(db.Model):
    """A field or a cause the office tells its dossiers by, from a day on."""

    __tablename__ = "figure_categories"
    __table_args__ = (
        UniqueConstraint("family", "code"),
        CheckConstraint("code <> ''", name="has_code"),
        CheckConstraint("label <> ''", name="has_label"),
        CheckConstraint("(family = 'cause') = (side IS NOT NULL)", name="cause_has_side"),
        CheckConstraint("family = 'cause' OR asks IS NULL", name="only_causes_ask"),
        CheckConstraint("effective_to >= effective_from", name="ends_after_start"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    family: Mapped[Family]
    code: Mapped[str]
    label: Mapped[str]
    side: Mapped[Side | None]
    position: Mapped[int]
    effective_from: Mapped[date]
    effective_to: Mapped[date | None]
    asks: Mapped[Asks | None]
    official_code: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}
    labels: ClassVar[dict[str, str]] = {
        "code": "Mã",
        "label": "Tên",
        "side": "Nhóm nguyên nhân",
        "asks": "Hỏi thêm",
        "official_code": "Mã chính thức",
        "position": "Thứ tự",
        "effective_from": "Dùng từ ngày",
        "effective_to": "Dùng đến hết ngày",
    }

    @property
    def family_name(self) -> str:
        """What it is one of, within a sentence."""
        return self.family.label.lower()

    def is_in_use(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    def __str__(self) -> str:
        return self.label


def categories_for(period: Period, causes: Collection[str] = ()) -> list[Category]:
    """The fields and causes a period tells of, in the office's order, fields first.

    `causes` are codes of such as records of the period name, whether they are still in use or not.
    """
    return in_use(db.session.scalars(select(FigureCategory)).all(), period, causes)


def in_use(rows: Iterable[FigureCategory], period: Period, causes: Collection[str] = ()) -> list[Category]:
    kept = (row for row in rows if is_kept(row, period) or (row.family is Family.CAUSE and row.code in causes))
    ordered = sorted(kept, key=lambda row: (row.family is Family.CAUSE, row.position, row.id))
    return [Category(row.family, row.code, row.label, row.side) for row in ordered]


def is_kept(row: FigureCategory, period: Period) -> bool:
    """Whether a period tells of a category: whether it is in use at the end of any of its quarters."""
    return any(row.is_in_use(quarter.end) for quarter in period.quarters)


def every_definition() -> dict[str, Definition]:
    """Every figure there is or will be, whatever day its category is in use from."""
    rows = db.session.scalars(select(FigureCategory))
    return definitions(Category(row.family, row.code, row.label, row.side) for row in rows)


def typed_for(categories: Iterable[Category]) -> dict[str, Definition]:
    """The figures people type, by name, in the order of the report."""
    order = [group.key for group in GROUPS]
    typed = [definition for definition in definitions(categories).values() if definition.typed]
    return {definition.name: definition for definition in sorted(typed, key=lambda one: order.index(one.group))}
