"""What was typed for a period, entry upon entry, and the categories that some figures are told by."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Select,
    UniqueConstraint,
    event,
    func,
    select,
)
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, joinedload, mapped_column, relationship

from intranet.accounts.models import User
from intranet.figures.fact import Window
from intranet.figures.whose_word import Choice
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused

KEPT = 128  # queries put together: that takes longer than to run them


class FigureEntry(db.Model):
    """One figure as somebody typed it. Never changed: a correction is a newer entry, and the newest counts.

    `value` is None where a figure was taken back. `counted_from` and `counted_to`, both days included, are set
    where it was counted over days of its own.
    """

    __tablename__ = "figure_entries"
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_name"),
        CheckConstraint("value >= 0", name="is_no_less_than_nothing"),
        CheckConstraint("(counted_from IS NULL) = (counted_to IS NULL)", name="window_is_whole"),
        CheckConstraint("counted_from <= counted_to", name="window_runs_forward"),
        Index("ix_figure_entries_period_code_name_id", "period_code", "name", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    period_code: Mapped[str]
    name: Mapped[str]
    value: Mapped[int | None] = mapped_column(BigInteger)
    counted_from: Mapped[date | None]
    counted_to: Mapped[date | None]
    source_document: Mapped[str] = mapped_column(default="")
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    entered_at: Mapped[datetime]

    entered_by: Mapped[User] = relationship()

    @property
    def window(self) -> Window | None:
        return (self.counted_from, self.counted_to) if self.counted_from and self.counted_to else None


class FigureChoice(db.Model):
    """Which value of a figure counts that was typed and that records tell as well; the newest choice stands."""

    __tablename__ = "figure_choices"
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_name"),
        CheckConstraint("choice = 'rule' OR reason <> ''", name="has_reason"),
        Index("ix_figure_choices_period_code_name_id", "period_code", "name", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    period_code: Mapped[str]
    name: Mapped[str]
    choice: Mapped[Choice]
    reason: Mapped[str] = mapped_column(default="")
    chosen_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    chosen_at: Mapped[datetime]

    chosen_by: Mapped[User] = relationship()


def choice_of(chosen: FigureChoice | None) -> Choice:
    return chosen.choice if chosen else Choice.RULE


def current_choices(period: Period) -> dict[str, FigureChoice]:
    """By name, the choices that stand; one that went back to the rule is none."""
    found = db.session.scalars(asking_choices(period.code))
    return {row.name: row for row in found if row.choice is not Choice.RULE}


@lru_cache(KEPT)
def asking_choices(code: str) -> Select[FigureChoice]:
    newest = select(func.max(FigureChoice.id)).where(FigureChoice.period_code == code)
    rows = select(FigureChoice).where(FigureChoice.id.in_(newest.group_by(FigureChoice.name)))
    return rows.options(joinedload(FigureChoice.chosen_by))


def current_entries(period: Period, last: int | None = None) -> list[FigureEntry]:
    """The newest entry of each figure, with who typed it; up to the entry `last`, where one is given."""
    return list(db.session.scalars(asking_entries(period, last)))


@lru_cache(KEPT)
def asking_entries(period: Period, last: int | None) -> Select[FigureEntry]:
    entries = select(FigureEntry).where(FigureEntry.id.in_(newest(period, last)))
    return entries.options(joinedload(FigureEntry.entered_by))


def current_values(period: Period) -> dict[str, int]:
    """What stands for a period, without what is missing."""
    standing = select(FigureEntry.name, FigureEntry.value).where(FigureEntry.id.in_(newest(period)))
    return {name: value for name, value in db.session.execute(standing) if value is not None}


def newest(period: Period, last: int | None = None) -> Select[Any]:
    """The ids of the entries that count."""
    ids = select(func.max(FigureEntry.id)).where(FigureEntry.period_code == period.code)
    return (ids if last is None else ids.where(FigureEntry.id <= last)).group_by(FigureEntry.name)


@event.listens_for(Session, "before_flush")
def only_add(session: Session, context: Any, instances: Any) -> None:
    for thing in [*session.dirty, *session.deleted]:
        if isinstance(thing, FigureEntry | FigureChoice) and (thing in session.deleted or session.is_modified(thing)):
            raise Refused("Số liệu đã nhập chỉ được ghi thêm lần mới, không được sửa hay xóa lần cũ.")


@event.listens_for(Session, "do_orm_execute")
def only_add_in_bulk(statement: ORMExecuteState) -> None:
    kept = (FigureEntry.__mapper__, FigureChoice.__mapper__)
    if (statement.is_update or statement.is_delete) and statement.bind_mapper in kept:
        raise Refused("Số liệu đã nhập chỉ được ghi thêm lần mới, không được sửa hay xóa lần cũ.")


class RegisterUse(db.Model):
    """From which day the controller says a register is in use; for one without a row the proposed day holds."""

    __tablename__ = "register_uses"
    __table_args__ = (UniqueConstraint("register"), CheckConstraint("register <> ''", name="names_register"))

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str]
    used_from: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}
    labels: ClassVar[dict[str, str]] = {"used_from": "Dùng từ ngày"}

    def __str__(self) -> str:
        return self.register


class FigureSnapshot(db.Model):
    """What the approved report of a period said of its figures: written when it is approved, gone when it is reopened.

    `figures` holds, by name, what a fact says of itself, as it is frozen in the report.
    """

    __tablename__ = "figure_snapshots"
    __table_args__ = (UniqueConstraint("period_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    period_code: Mapped[str]
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    taken_at: Mapped[datetime]
