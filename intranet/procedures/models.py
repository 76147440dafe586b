"""Quy trình nội bộ, in revisions with their steps. Importing this loads TTHC nội bộ, too: another thing altogether."""

from datetime import date
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, UniqueConstraint, and_, or_, select
from sqlalchemy.orm import Mapped, aliased, foreign, mapped_column, relationship, remote, synonym

from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.procedures.steps import Step, Steps, Sum, step_time, time_text
from intranet.procedures.tthc import InternalTthc
from intranet.procedures.workflow import PROCEDURE, ProcedureStanding, standing
from intranet.records.approval import State
from intranet.records.models import Record

__all__ = ["InternalProcedure", "InternalTthc", "ProcedureStep", "in_force", "replaced"]


class InternalProcedure(Record):
    """How an office settles one TTHC, step by step. What is approved changes by a new revision of the same code."""

    __tablename__ = "internal_procedures"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "internal_procedure"}
    __table_args__ = (
        UniqueConstraint("code", "revision"),
        CheckConstraint("code <> ''", name="has_code"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        CheckConstraint("replaces_id IS NULL OR revision > 1", name="first_replaces_nothing"),
        CheckConstraint("total_hours > 0", name="takes_time"),
        CheckConstraint("effective_to IS NULL OR effective_from IS NOT NULL", name="end_has_start"),
        CheckConstraint("effective_to IS NULL OR effective_to >= effective_from", name="ends_after_start"),
        Index("ix_internal_procedures_effective_from", "effective_from"),
        Index("ix_internal_procedures_replaces_id", "replaces_id"),
    )

    label = "Quy trình nội bộ"
    endpoint = "internal_procedures.show"
    workflow = PROCEDURE
    labels: ClassVar[dict[str, str]] = {
        "title": "Tên TTHC",
        "procedure_code": "Mã TTHC",
        "code": "Ký hiệu quy trình",
        "legal_basis": "Căn cứ pháp lý",
        "papers": "Thành phần hồ sơ",
        "total_hours": "Tổng thời gian (giờ làm việc)",
        "effective_from": "Áp dụng từ ngày",
        "effective_to": "Áp dụng đến hết ngày",
        "sequence": "Các bước",
    }
    # Whoever approved it may end it; all else waits for a new revision.
    stays_open: ClassVar[frozenset[str]] = frozenset({"effective_to"})

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    code: Mapped[str]
    procedure_code: Mapped[str] = mapped_column(default="")
    revision: Mapped[int] = mapped_column(default=1)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("internal_procedures.id"))
    legal_basis: Mapped[str] = mapped_column(default="")
    papers: Mapped[str] = mapped_column(default="")
    total_hours: Mapped[int]
    effective_from: Mapped[date | None]
    effective_to: Mapped[date | None]

    procedure_name: Mapped[str] = synonym("title")
    replaces: Mapped["InternalProcedure | None"] = relationship(foreign_keys=replaces_id, remote_side=id)
    steps: Mapped[list["ProcedureStep"]] = relationship(
        back_populates="procedure", order_by="ProcedureStep.position", cascade="all, delete-orphan"
    )
    revisions: Mapped[list["InternalProcedure"]] = relationship(
        primaryjoin=lambda: remote(foreign(InternalProcedure.__table__.c.code)) == InternalProcedure.__table__.c.code,
        order_by="InternalProcedure.revision",
        viewonly=True,
        uselist=True,
    )

    @property
    def sequence(self) -> Steps:
        """The steps as one value: compared, told in the trail, and set as a whole."""
        return Steps(tuple(step.value for step in self.steps))

    @sequence.setter
    def sequence(self, steps: Steps) -> None:
        """Rows are kept and given their new words: another row may not take a place before it is free."""
        for place, step in enumerate(steps):
            if place == len(self.steps):
                self.steps.append(ProcedureStep(position=place + 1))
            self.steps[place].value = step
        del self.steps[len(steps) :]

    @property
    def sum(self) -> Sum:
        return Sum(tuple(step.hours for step in self.steps), self.total_hours)

    @property
    def time_text(self) -> str:
        return time_text(self.total_hours)

    @property
    def others(self) -> list["InternalProcedure"]:
        """The other revisions of this code, the first one first."""
        return [other for other in self.revisions if other.id != self.id]

    @property
    def before(self) -> "InternalProcedure | None":
        """The revision that one is compared with unless another is asked for."""
        earlier = [other for other in self.others if other.revision < self.revision and not other.is_cancelled]
        return self.replaces or (earlier[-1] if earlier else None)

    @property
    def standing(self) -> ProcedureStanding | None:
        """How it stands today; None while it is not approved."""
        return self.standing_on(today(), self.revisions)

    def standing_on(self, day: date, revisions: list["InternalProcedure"]) -> ProcedureStanding | None:
        """`revisions` are all those of its code: a later approved one replaces it."""
        if not self.is_approved or self.effective_from is None:
            return None
        later = (other for other in revisions if other.is_approved and other.revision > self.revision)
        replaced_from = min((other.effective_from for other in later if other.effective_from), default=None)
        return standing(self.effective_from, self.effective_to, replaced_from, day)

    @property
    def history(self) -> list[tuple["InternalProcedure", ProcedureStanding | None]]:
        """All revisions, the newest first, and how each stands today."""
        return [(one, one.standing_on(today(), self.revisions)) for one in reversed(self.revisions)]

    def search_text(self) -> str:
        return " ".join((self.title, self.code, self.procedure_code))

    def content(self) -> dict[str, Any]:
        own = {name: str(getattr(self, name) or "") for name in self.labels if name != "effective_to"}
        return own | {"revision": self.revision}


class ProcedureStep(db.Model):
    """One step: who does what, in how many working hours, and what comes out of it."""

    __tablename__ = "procedure_steps"
    __table_args__ = (
        UniqueConstraint("procedure_id", "position"),
        CheckConstraint("position >= 1", name="position_from_one"),
        CheckConstraint("task <> ''", name="has_task"),
        CheckConstraint("hours >= 0", name="hours_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    procedure_id: Mapped[int] = mapped_column(ForeignKey("internal_procedures.id"))
    position: Mapped[int]
    doer: Mapped[str] = mapped_column(default="")
    task: Mapped[str]
    hours: Mapped[int]
    outcome: Mapped[str] = mapped_column(default="")

    procedure: Mapped[InternalProcedure] = relationship(back_populates="steps")

    @property
    def content_of(self) -> InternalProcedure:
        return self.procedure

    @property
    def value(self) -> Step:
        return Step(self.doer, self.task, self.hours, self.outcome)

    @value.setter
    def value(self, step: Step) -> None:
        self.doer, self.task, self.hours, self.outcome = step.doer, step.task, step.hours, step.outcome

    @property
    def hours_text(self) -> str:
        return step_time(self.hours)


@cache
def another() -> Any:
    """A second InternalProcedure to compare with; made once, because making it costs as much as ten queries."""
    return aliased(InternalProcedure, flat=True)


def replaced(day: date) -> ColumnElement[bool]:
    """Whether a later approved revision of the same code applies by that day."""
    later = another()
    is_later = and_(later.code == InternalProcedure.code, later.revision > InternalProcedure.revision)
    applies = and_(later.state == State.APPROVED, later.effective_from <= day)
    return select(later.id).where(is_later, applies).exists()


def in_force(day: date) -> ColumnElement[bool]:
    """Quy trình nội bộ that apply on a day, for `select(InternalProcedure)` and counts of it."""
    return and_(
        InternalProcedure.state == State.APPROVED,
        InternalProcedure.effective_from <= day,
        or_(InternalProcedure.effective_to.is_(None), InternalProcedure.effective_to >= day),
        ~replaced(day),
    )
