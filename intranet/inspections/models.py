"""An inspection and its own copy of the checklist. Importing this loads all models of inspections."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.accounts.models import Unit
from intranet.inspections.checklists import Checklist, ChecklistItem
from intranet.inspections.dates import conclude_by, remedy_by
from intranet.inspections.findings import ActionEvidence, CorrectiveAction, Finding, ItemEvidence
from intranet.inspections.workflow import Kind, Method, Result, ready
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.records.approval import approval
from intranet.records.models import Attachment, Record

__all__ = [
    "ActionEvidence",
    "Checklist",
    "ChecklistItem",
    "CorrectiveAction",
    "Finding",
    "Inspection",
    "InspectionItem",
    "ItemEvidence",
]


class Inspection(Record):
    """A check of how a unit carries out administrative-procedure control."""

    __tablename__ = "inspections"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "inspection"}
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ends_after_start"),
        CheckConstraint("concluded_on IS NULL OR concluded_on >= ended_on", name="concludes_after_end"),
        CheckConstraint("concluded_on IS NULL OR ended_on IS NOT NULL", name="conclusion_has_end"),
        Index("ix_inspections_inspected_unit_id", "inspected_unit_id"),
        Index("ix_inspections_ended_on", "ended_on"),
        Index("ix_inspections_started_on", "started_on"),
    )

    label = "Cuộc kiểm tra"
    endpoint = "inspections.show"
    workflow = approval(ready)
    labels: ClassVar[dict[str, str]] = {
        "title": "Tên cuộc kiểm tra",
        "inspection_kind": "Loại kiểm tra",
        "method": "Cách kiểm tra",
        "theme": "Nội dung, chuyên đề",
        "basis": "Căn cứ (kế hoạch, quyết định)",
        "inspected_unit": "Đơn vị được kiểm tra",
        "leader": "Trưởng đoàn",
        "secretary": "Thư ký",
        "members": "Thành viên khác",
        "representatives": "Đại diện đơn vị được kiểm tra",
        "place": "Địa điểm",
        "started_on": "Từ ngày",
        "ended_on": "Đến ngày",
        "conclusion": "Kết luận",
        "concluded_on": "Ngày kết luận",
    }

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    inspection_kind: Mapped[Kind]
    method: Mapped[Method]
    theme: Mapped[str]
    basis: Mapped[str]
    inspected_unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    leader: Mapped[str]
    secretary: Mapped[str]
    members: Mapped[str] = mapped_column(default="")
    representatives: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    conclusion: Mapped[str] = mapped_column(default="")
    concluded_on: Mapped[date | None]
    checklist_id: Mapped[int | None] = mapped_column(ForeignKey("checklists.id"))

    inspected_unit: Mapped[Unit] = relationship()
    checklist: Mapped[Checklist | None] = relationship()
    items: Mapped[list["InspectionItem"]] = relationship(
        back_populates="inspection", order_by="InspectionItem.position", cascade="all, delete-orphan"
    )

    @property
    def findings(self) -> list[Finding]:
        return [item.finding for item in self.items if item.finding is not None]

    @property
    def answered(self) -> int:
        return sum(item.result is not None for item in self.items)

    @property
    def conclude_by(self) -> date | None:
        """The last day for the notice of conclusion; None while the inspection goes on."""
        return conclude_by(self.ended_on)

    @property
    def is_concluded_late(self) -> bool:
        return self.conclude_by is not None and (self.concluded_on or today()) > self.conclude_by

    @property
    def remedy_by(self) -> date:
        """When a finding is to be remedied, where nobody sets another day."""
        return remedy_by(self.concluded_on, self.ended_on, today())

    def count(self, result: Result) -> int:
        return sum(item.result == result for item in self.items)

    def search_text(self) -> str:
        return " ".join((self.title, self.theme, self.basis, str(self.inspected_unit), self.leader))

    def is_shared_with(self, unit_id: int) -> bool:
        if not self.is_approved:
            return False
        return unit_id in {self.inspected_unit_id, *(finding.responsible_unit_id for finding in self.findings)}

    def content(self) -> dict[str, Any]:
        own = {name: str(getattr(self, name) or "") for name in self.labels}
        return own | {"items": [item.content() for item in self.items]}


class InspectionItem(db.Model):
    """An inspection's own copy of a checklist item, with what was found."""

    __tablename__ = "inspection_items"
    __table_args__ = (UniqueConstraint("inspection_id", "position"),)

    labels: ClassVar[dict[str, str]] = {
        "result": "Kết quả",
        "note": "Ghi chú",
        "samples": "Mã hồ sơ đã xem",
        "evidence": "Minh chứng",
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"))
    position: Mapped[int]
    text: Mapped[str]
    basis: Mapped[str] = mapped_column(default="")
    shown_by: Mapped[str] = mapped_column(default="")
    to_confirm: Mapped[bool] = mapped_column(default=True)
    result: Mapped[Result | None]
    note: Mapped[str] = mapped_column(default="")
    samples: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)

    inspection: Mapped[Inspection] = relationship(back_populates="items")
    finding: Mapped[Finding | None] = relationship(back_populates="item", cascade="all, delete-orphan", lazy="selectin")
    evidence: Mapped[list[Attachment]] = relationship(
        secondary="item_evidence", order_by=Attachment.id, lazy="selectin"
    )

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    @property
    def content_of(self) -> Inspection:
        return self.inspection

    @property
    def is_untouched(self) -> bool:
        """Nobody has written anything here yet."""
        return self.result is None and not (self.note or self.samples or self.evidence)

    @property
    def lacks_finding(self) -> bool:
        return self.result is Result.FAILED and self.finding is None

    def content(self) -> dict[str, Any]:
        answer = {"position": self.position, "text": self.text, "result": self.result, "note": self.note}
        found = {"samples": self.samples, "finding": self.finding.content() if self.finding else None}
        return answer | found | {"evidence": [attachment.sha256 for attachment in self.evidence]}
