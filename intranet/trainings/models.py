"""Staff training: a course, and who took part."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from intranet.accounts.models import Unit
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.records.approval import approval
from intranet.records.models import Record
from intranet.trainings import workflow
from intranet.trainings.workflow import Mode


def name_key(full_name: str) -> str:
    """The name by which people of a unit are told apart, however it was typed."""
    return " ".join(full_name.casefold().split())


class Attendee(NamedTuple):
    """Somebody of a unit by name, or, without a name, a number of people of it."""

    unit: Unit
    full_name: str
    headcount: int
    result: str

    def __str__(self) -> str:
        who = self.full_name or f"{self.headcount} người"
        return f"{who} ({self.unit}){f': {self.result}' if self.result else ''}"


class Training(Record):
    """A course for the office's staff. It counts for the day it ended on, approved or not."""

    __tablename__ = "trainings"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "training"}
    __table_args__ = (
        CheckConstraint("ended_on >= started_on", name="ends_after_start"),
        CheckConstraint("hours > 0", name="takes_time"),
        CheckConstraint("organiser <> ''", name="has_organiser"),
        Index("ix_trainings_ended_on", "ended_on"),
    )

    label = "Khóa tập huấn"
    endpoint = "trainings.show"
    workflow = approval(lambda training: workflow.ready(training, today()))
    labels: ClassVar[dict[str, str]] = {
        "title": "Chủ đề",
        "organiser": "Đơn vị tổ chức",
        "mode": "Hình thức",
        "started_on": "Từ ngày",
        "ended_on": "Đến ngày",
        "hours": "Thời lượng (giờ)",
        "place": "Địa điểm",
        "sending_document": "Văn bản cử đi",
        "result": "Kết quả",
        "attendees": "Người tham dự",
    }

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    organiser: Mapped[str]
    mode: Mapped[Mode]
    started_on: Mapped[date]
    ended_on: Mapped[date]
    hours: Mapped[int]
    place: Mapped[str] = mapped_column(default="")
    sending_document: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")

    attendances: Mapped[list["Attendance"]] = relationship(
        back_populates="training", order_by="Attendance.position", cascade="all, delete-orphan"
    )

    @property
    def participants(self) -> int:
        return sum(attendance.headcount for attendance in self.attendances)

    @property
    def attendees(self) -> list[Attendee]:
        """Who took part, as one value: compared, told in the trail, and set as a whole."""
        return [attendance.attendee for attendance in self.attendances]

    @attendees.setter
    def attendees(self, wanted: Iterable[Attendee]) -> None:
        """Who stays keeps their row: another row may not take a name before it is free."""
        there = {(it.unit, it.name_key): it for it in self.attendances}
        rows = []
        for position, attendee in enumerate(wanted, 1):
            row = there.pop((attendee.unit, name_key(attendee.full_name)), None) or Attendance()
            row.position, row.attendee = position, attendee
            rows.append(row)
        self.attendances = rows

    def search_text(self) -> str:
        names = (attendance.full_name for attendance in self.attendances)
        return " ".join((self.title, self.organiser, self.place, self.sending_document, *names))

    def content(self) -> dict[str, Any]:
        own = {name: str(getattr(self, name)) for name in self.labels if name != "attendees"}
        return own | {"attendees": [str(attendee) for attendee in self.attendees]}


# Nobody takes part twice in one course; groups without names may stand in it as often as they like.
NAMED: dict[str, Any] = {"sqlite_where": text("name_key <> ''"), "postgresql_where": text("name_key <> ''")}


class Attendance(db.Model):
    """One line of who took part."""

    __tablename__ = "attendances"
    __table_args__ = (
        CheckConstraint("headcount > 0", name="counts_somebody"),
        CheckConstraint("full_name = '' OR headcount = 1", name="a_name_is_one"),
        CheckConstraint("(full_name = '') = (name_key = '')", name="a_name_has_its_key"),
        CheckConstraint("position >= 1", name="position_from_one"),
        Index("ix_attendances_training_id_position", "training_id", "position"),
        Index("uq_attendances_person", "training_id", "unit_id", "name_key", unique=True, **NAMED),
        Index("ix_attendances_unit_id_name_key", "unit_id", "name_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"))
    position: Mapped[int]
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    full_name: Mapped[str] = mapped_column(default="")
    name_key: Mapped[str] = mapped_column(default="")
    headcount: Mapped[int] = mapped_column(default=1)
    result: Mapped[str] = mapped_column(default="")

    training: Mapped[Training] = relationship(back_populates="attendances")
    unit: Mapped[Unit] = relationship()

    @validates("full_name")
    def _keep_key(self, key: str, full_name: str) -> str:
        self.name_key = name_key(full_name)
        return full_name

    @property
    def content_of(self) -> Training:
        return self.training

    @property
    def attendee(self) -> Attendee:
        return Attendee(self.unit, self.full_name, self.headcount, self.result)

    @attendee.setter
    def attendee(self, told: Attendee) -> None:
        self.unit, self.full_name, self.headcount, self.result = told
