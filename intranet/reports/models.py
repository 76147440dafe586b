"""The periodic report: its outline, its sections as people left them, and what was frozen at submission."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.accounts.models import User
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Workflow
from intranet.records.approval import approval
from intranet.records.models import Record
from intranet.reports.carried import CarriedAnswer

LOCKED = "Báo cáo đã trình hoặc đã duyệt nên không sửa được. Hãy rút lại, hoặc đề nghị giám đốc trả lại hay mở lại."


class Outline(db.Model):
    """One version of the headings of the report; a report keeps the one it was begun with.

    One for the year is followed by reports of a year alone; the others by every report that has none of its own.
    """

    __tablename__ = "outlines"
    __table_args__ = (
        UniqueConstraint("effective_from", "is_for_year"),
        CheckConstraint("name <> ''", name="has_name"),
        CheckConstraint("subject <> ''", name="has_subject"),
        CheckConstraint("text <> ''", name="has_text"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    subject: Mapped[str]  # what the report says of itself under its title
    effective_from: Mapped[date]
    is_for_year: Mapped[bool] = mapped_column(default=False, server_default=false())
    text: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)

    reports: Mapped[list["Report"]] = relationship(back_populates="outline", order_by="Report.occurs_on")

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    def __str__(self) -> str:
        return self.name


def outline_for(period: Period) -> Outline | None:
    """The newest outline in force on the period's last day; of a year, before the others the newest of its own."""
    in_force = select(Outline).where(Outline.effective_from <= period.end)
    if period.kind != "Y":
        in_force = in_force.where(Outline.is_for_year.is_(False))
    return db.session.scalar(in_force.order_by(Outline.is_for_year.desc(), Outline.effective_from.desc()).limit(1))


class Report(Record):
    """The report of one period. What a submitted one says is frozen; until then it follows the figures."""

    __tablename__ = "reports"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "report"}
    __table_args__ = (
        CheckConstraint("(facts IS NULL) = (texts IS NULL)", name="is_frozen_whole"),
        CheckConstraint("(facts IS NULL) = (print IS NULL)", name="is_frozen_as_printed"),
    )

    label = "Báo cáo"
    endpoint = "reports.record"
    is_unit_work = False
    # Compiling and submitting belong to the controller, not to every officer of the author's unit.
    workflow = Workflow(
        tuple(
            replace(step, permission="report.edit") if step.action == "submit" else step
            for step in approval(cancelling=()).transitions
        )
    )
    labels: ClassVar[dict[str, str]] = {"number": "Số", "issued_on": "Ngày ban hành", "annexes": "Biểu kèm theo"}
    # Number and date are known after approval; facts, texts and print are written by the steps alone (freezing.py).
    stays_open: ClassVar[frozenset[str]] = frozenset({"number", "issued_on", "facts", "texts", "print"})

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    period_code: Mapped[str] = mapped_column(unique=True)
    outline_id: Mapped[int] = mapped_column(ForeignKey("outlines.id"))
    number: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    # The codes of the forms it carries; none chosen: those the figures call for. What was submitted is in the facts.
    annexes: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    # What is frozen is read with one query. `print` is all that is printed of it (printing.py); empty where it was
    # submitted before prints were kept.
    facts: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred_group="frozen")
    texts: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True), deferred_group="frozen")
    print: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred_group="frozen")

    outline: Mapped[Outline] = relationship(back_populates="reports")
    sections: Mapped[list["ReportSection"]] = relationship(back_populates="report", cascade="all, delete-orphan")
    confirmations: Mapped[list["ReportConfirmation"]] = relationship(
        back_populates="report", cascade="all, delete-orphan"
    )
    waivers: Mapped[list["ReportWaiver"]] = relationship(back_populates="report", cascade="all, delete-orphan")

    @property
    def period(self) -> Period:
        return Period.parse(self.period_code)

    @property
    def is_frozen(self) -> bool:
        """Whether it keeps facts, texts and print of its submission: exactly while submitted or approved."""
        return not self.is_editable

    @property
    def takes_number(self) -> bool:
        """Number and date of issue change while it is written and once it is approved, not while one decides on it."""
        return self.is_editable or self.is_approved

    def section(self, key: str) -> "ReportSection | None":
        """The text kept for a section; None where the composed one stands."""
        return next((section for section in self.sections if section.key == key), None)

    def content(self) -> dict[str, Any]:
        kept = {section.key: section.text for section in self.sections}
        outline = {"subject": self.outline.subject, "text": self.outline.text}
        content = {"outline": outline, "kept": kept, "texts": self.texts, "facts": self.facts}
        # What was submitted before prints were kept is named as it was then.
        return content | {"print": self.print} if self.print else content


class ReportSection(db.Model):
    """The text of a section as a person left it, or as it was taken over from the report before."""

    __tablename__ = "report_sections"
    __table_args__ = (
        UniqueConstraint("report_id", "key"),
        CheckConstraint("(edited_by_id IS NULL) = (edited_at IS NULL)", name="edit_has_moment"),
    )

    labels: ClassVar[dict[str, str]] = {"text": "Nội dung"}

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    key: Mapped[str]
    text: Mapped[str]
    composed: Mapped[str]  # the composed text it grew from: when it was first edited, or last merged with one
    edited_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    edited_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    report: Mapped[Report] = relationship(back_populates="sections")
    edited_by: Mapped[User | None] = relationship()

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    @property
    def content_of(self) -> Report:
        return self.report


class ReportConfirmation(db.Model):
    """Somebody's word about the text a section takes over: whether it is to stand in this period's report.

    It is bound to that text: where the text is another one by now, nothing was said of it.
    """

    __tablename__ = "report_confirmations"
    __table_args__ = (
        UniqueConstraint("report_id", "key"),
        CheckConstraint("text <> ''", name="has_text"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    key: Mapped[str]
    text: Mapped[str]
    answer: Mapped[CarriedAnswer]
    confirmed_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    confirmed_at: Mapped[datetime]

    report: Mapped[Report] = relationship(back_populates="confirmations")
    confirmed_by: Mapped[User] = relationship()

    @property
    def content_of(self) -> Report:
        return self.report


class ReportWaiver(db.Model):
    """Somebody's word that a finding of the checks may stand, and why.

    It is bound to the finding's key: where the text or a figure changes, the finding is another one and the waiver
    says nothing of it.
    """

    __tablename__ = "report_waivers"
    __table_args__ = (
        UniqueConstraint("report_id", "key"),
        CheckConstraint("reason <> ''", name="has_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    key: Mapped[str] = mapped_column(String(64))
    rule: Mapped[str]
    message: Mapped[str]
    reason: Mapped[str]
    waived_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    waived_at: Mapped[datetime]

    report: Mapped[Report] = relationship(back_populates="waivers")
    waived_by: Mapped[User] = relationship()

    @property
    def content_of(self) -> Report:
        return self.report
