"""Days announced to be worked or off, other than their weekday and the public holidays say."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, event, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from intranet.kernel.db import db
from intranet.kernel.labels import Labelled

READ = "day_changes"


class DayKind(Labelled):
    OFF = "off", "Nghỉ"
    WORKED = "worked", "Làm việc"


class DayChange(db.Model):
    """One day that differs: a weekend day that is worked, or a weekday that is off. It wins over every holiday."""

    __tablename__ = "day_changes"
    __table_args__ = (CheckConstraint("reason <> ''", name="has_reason"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(unique=True)
    is_worked: Mapped[bool]
    reason: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}
    labels: ClassVar[dict[str, str]] = {"day": "Ngày", "kind": "Là ngày", "reason": "Lý do, căn cứ"}

    @property
    def kind(self) -> DayKind:
        return DayKind.WORKED if self.is_worked else DayKind.OFF

    @kind.setter
    def kind(self, kind: DayKind) -> None:
        self.is_worked = kind is DayKind.WORKED

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


def announced() -> frozenset[tuple[date, bool]]:
    """Each changed day, and whether it is worked. Read once in a transaction, so that lists may ask for every row."""
    kept = db.session().info
    if READ not in kept:
        with db.session.no_autoflush:  # asking for a deadline writes nothing
            rows = db.session.execute(select(DayChange.day, DayChange.is_worked))
            kept[READ] = frozenset((day, is_worked) for day, is_worked in rows)
    changes: frozenset[tuple[date, bool]] = kept[READ]
    return changes


@event.listens_for(Session, "after_flush")
def forget_what_changed(session: Session, context: Any) -> None:
    if any(isinstance(thing, DayChange) for thing in (*session.new, *session.dirty, *session.deleted)):
        session.info.pop(READ, None)


@event.listens_for(Session, "after_transaction_end")
def forget_at_the_end(session: Session, transaction: Any) -> None:
    """What another process writes meanwhile is seen by the next transaction."""
    session.info.pop(READ, None)
