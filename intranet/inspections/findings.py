"""What an inspection found not to be in order, and how it is mended."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from intranet.accounts.models import Unit
from intranet.inspections.workflow import Remedy, Severity, is_overdue
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.records.models import Attachment

if TYPE_CHECKING:
    from intranet.inspections.models import Inspection, InspectionItem


class Finding(db.Model):
    """What was not as it should be, who mends it, and by when. One to an item."""

    __tablename__ = "findings"
    __table_args__ = (
        CheckConstraint("text <> ''", name="has_text"),
        CheckConstraint("remedy <> ''", name="has_remedy"),
        Index("ix_findings_responsible_unit_id_state_due_on", "responsible_unit_id", "state", "due_on"),
        Index("ix_findings_state_due_on", "state", "due_on"),
        Index("ix_findings_inspection_id_state_due_on", "inspection_id", "state", "due_on"),
        Index("ix_findings_responsible_unit_id_inspection_id", "responsible_unit_id", "inspection_id"),
    )

    labels: ClassVar[dict[str, str]] = {
        "text": "Tồn tại",
        "severity": "Mức độ",
        "basis": "Căn cứ",
        "responsible_unit": "Đơn vị chịu trách nhiệm",
        "remedy": "Yêu cầu khắc phục",
        "due_on": "Hạn khắc phục",
    }
    # The remedy goes on while the inspection is locked.
    stays_open: ClassVar[frozenset[str]] = frozenset({"state", "actions"})

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("inspection_items.id"), unique=True)
    # The item's, kept here too: lists count findings, and ask whom they concern, without 25 items to each inspection.
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"))
    text: Mapped[str]
    severity: Mapped[Severity]
    basis: Mapped[str] = mapped_column(default="")
    responsible_unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    remedy: Mapped[str]
    due_on: Mapped[date]
    state: Mapped[Remedy] = mapped_column(default=Remedy.OPEN)

    item: Mapped["InspectionItem"] = relationship(back_populates="finding")
    responsible_unit: Mapped[Unit] = relationship()
    actions: Mapped[list["CorrectiveAction"]] = relationship(
        back_populates="finding", order_by="CorrectiveAction.id", cascade="all, delete-orphan"
    )

    @validates("item")
    def _keep_inspection(self, key: str, item: "InspectionItem | None") -> "InspectionItem | None":
        if item is not None:
            self.inspection_id = item.inspection_id
        return item

    @property
    def inspection(self) -> "Inspection":
        return self.item.inspection

    @property
    def content_of(self) -> "Inspection":
        return self.item.inspection

    @property
    def is_overdue(self) -> bool:
        return is_overdue(self.state, self.due_on, today())

    @property
    def is_verified(self) -> bool:
        return self.state is Remedy.VERIFIED

    def content(self) -> dict[str, Any]:
        return {name: str(getattr(self, name) or "") for name in self.labels}

    def __str__(self) -> str:
        return self.text


class CorrectiveAction(db.Model):
    """One report of a remedy by the responsible unit. Written once; the decision on it is in the trail."""

    __tablename__ = "corrective_actions"
    __table_args__ = (
        CheckConstraint("text <> ''", name="has_text"),
        Index("ix_corrective_actions_done_on", "done_on", "finding_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), index=True)
    text: Mapped[str]
    done_on: Mapped[date]

    finding: Mapped[Finding] = relationship(back_populates="actions")
    evidence: Mapped[list[Attachment]] = relationship(secondary="action_evidence")

    # A report joins the locked inspection; once written, it is locked with it.
    joins_locked: ClassVar[bool] = True

    @property
    def content_of(self) -> "Inspection":
        return self.finding.inspection


class ItemEvidence(db.Model):
    """Which files show what was found at an item."""

    __tablename__ = "item_evidence"

    item_id: Mapped[int] = mapped_column(ForeignKey("inspection_items.id"), primary_key=True)
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachments.id", ondelete="CASCADE"), primary_key=True)


class ActionEvidence(db.Model):
    """Which files show that a finding was remedied."""

    __tablename__ = "action_evidence"

    action_id: Mapped[int] = mapped_column(ForeignKey("corrective_actions.id"), primary_key=True)
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachments.id"), primary_key=True)
