"""Simplification proposals, and the hourly rate their costs are reckoned by."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.kernel.db import db
from intranet.proposals.costs import Burden, Savings
from intranet.proposals.labour_rate import LabourRate
from intranet.proposals.workflow import PROPOSAL, About, Measure, Outcome
from intranet.records.models import Record

__all__ = ["Amendment", "LabourRate", "Proposal"]

SIDES = ("before", "after")
INPUTS = {"hours": "Số giờ làm hồ sơ", "fees": "Phí, lệ phí (đồng)", "other": "Chi phí khác (đồng)",
          "times": "Số lần trong năm", "subjects": "Số đối tượng", "days": "Số ngày giải quyết"}  # fmt: skip


class Amended(NamedTuple):
    """A place in a legal text, and what is to be said there."""

    clause: str
    text: str
    change: str

    def __str__(self) -> str:
        return f"{f'{self.clause} ' if self.clause else ''}{self.text}{f': {self.change}' if self.change else ''}"


class Proposal(Record):
    """How a procedure could be made simpler, and what that would save."""

    __tablename__ = "proposals"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "proposal"}
    __table_args__ = (
        CheckConstraint("procedure_name <> ''", name="has_procedure"),
        *(
            CheckConstraint(f"{name}_{side} >= 0", name=f"{name}_{side}_not_negative")
            for name in INPUTS
            for side in SIDES
        ),
        CheckConstraint("annual_cost_before >= 0 AND annual_cost_after >= 0", name="costs_not_negative"),
        CheckConstraint("measure <> 'abolish' OR annual_cost_after = 0", name="what_is_abolished_costs_nothing"),
        CheckConstraint("measure <> 'abolish' OR days_after = 0", name="what_is_abolished_takes_no_days"),
        CheckConstraint("(outcome = 'not_sent') = (sent_on IS NULL)", name="sent_has_day"),
        CheckConstraint("(sent_on IS NULL) = (sent_document = '')", name="sent_has_document"),
        CheckConstraint("(outcome IN ('accepted', 'refused')) = (outcome_on IS NOT NULL)", name="outcome_has_day"),
        CheckConstraint("(outcome_on IS NULL) = (outcome_document = '')", name="outcome_has_document"),
        CheckConstraint("outcome_on >= sent_on", name="answered_after_sent"),
        CheckConstraint("outcome <> 'refused' OR outcome_note <> ''", name="refusal_has_reason"),
        Index("ix_proposals_outcome", "outcome"),
    )

    label = "Phương án đơn giản hóa"
    endpoint = "proposals.show"
    workflow = PROPOSAL
    labels: ClassVar[dict[str, str]] = {
        "title": "Tên phương án",
        "about": "Về",
        "procedure_code": "Mã thủ tục",
        "procedure_name": "Tên thủ tục",
        "is_business": "Liên quan đến hoạt động kinh doanh",
        "measure": "Cách đơn giản hóa",
        "present_rule": "Quy định hiện hành",
        "problem": "Vướng mắc, bất cập",
        "proposal": "Nội dung đề xuất",
        "reason": "Lý do",
        "amended": "Văn bản cần sửa, bổ sung",
        **{
            f"{name}_{side}": f"{label}, {when}"
            for side, when in (("before", "trước"), ("after", "sau"))
            for name, label in INPUTS.items()
        },
        "labour_rate": "Chi phí một giờ làm việc",
    }
    stays_open: ClassVar[frozenset[str]] = frozenset(
        {"outcome", "sent_document", "sent_on", "outcome_document", "outcome_on", "outcome_note"}
    )

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    about: Mapped[About]
    procedure_code: Mapped[str] = mapped_column(default="")
    procedure_name: Mapped[str]
    is_business: Mapped[bool] = mapped_column(default=False)
    measure: Mapped[Measure]
    present_rule: Mapped[str] = mapped_column(default="")
    problem: Mapped[str] = mapped_column(default="")
    proposal: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    hours_before: Mapped[Decimal] = mapped_column(Numeric(8, 2), default=Decimal(0))
    hours_after: Mapped[Decimal] = mapped_column(Numeric(8, 2), default=Decimal(0))
    fees_before: Mapped[int] = mapped_column(BigInteger, default=0)
    fees_after: Mapped[int] = mapped_column(BigInteger, default=0)
    other_before: Mapped[int] = mapped_column(BigInteger, default=0)
    other_after: Mapped[int] = mapped_column(BigInteger, default=0)
    times_before: Mapped[int] = mapped_column(default=0)
    times_after: Mapped[int] = mapped_column(default=0)
    subjects_before: Mapped[int] = mapped_column(default=0)
    subjects_after: Mapped[int] = mapped_column(default=0)
    days_before: Mapped[int] = mapped_column(default=0)
    days_after: Mapped[int] = mapped_column(default=0)
    labour_rate_id: Mapped[int] = mapped_column(ForeignKey("labour_rates.id"), index=True)
    annual_cost_before: Mapped[int] = mapped_column(BigInteger)
    annual_cost_after: Mapped[int] = mapped_column(BigInteger)
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.NOT_SENT)
    sent_document: Mapped[str] = mapped_column(default="")
    sent_on: Mapped[date | None]
    outcome_document: Mapped[str] = mapped_column(default="")
    outcome_on: Mapped[date | None]
    outcome_note: Mapped[str] = mapped_column(default="")

    labour_rate: Mapped[LabourRate] = relationship()
    amendments: Mapped[list["Amendment"]] = relationship(
        back_populates="proposed_by", order_by="Amendment.id", cascade="all, delete-orphan"
    )

    @property
    def amended(self) -> list[Amended]:
        """The places to amend as one value: compared, told in the trail, and set as a whole."""
        return [amendment.amended for amendment in self.amendments]

    @amended.setter
    def amended(self, wanted: Iterable[Amended]) -> None:
        there: dict[Amended, Amendment | None] = {amendment.amended: amendment for amendment in self.amendments}
        self.amendments = [there.pop(place, None) or Amendment(**place._asdict()) for place in wanted]

    def burden(self, side: str) -> Burden:
        """What a dossier asks for, "before" or "after"."""
        return Burden(**{name: getattr(self, f"{name}_{side}") for name in INPUTS})

    @property
    def savings(self) -> Savings:
        return Savings(self.annual_cost_before, self.annual_cost_after, self.days_before, self.days_after)

    @property
    def hourly_rate(self) -> int:
        return self.labour_rate.rate

    @property
    def cost_before(self) -> int:
        return self.annual_cost_before

    @property
    def cost_after(self) -> int:
        return self.annual_cost_after

    @property
    def cost_saved(self) -> int:
        return self.savings.saved

    @property
    def saving_rate(self) -> Decimal | None:
        return self.savings.rate

    @property
    def days_saved(self) -> int:
        return self.savings.days_saved

    def search_text(self) -> str:
        return " ".join((self.title, self.procedure_code, self.procedure_name, self.proposal))

    def content(self) -> dict[str, Any]:
        own = {name: str(getattr(self, name)) for name in self.labels if name != "amended"}
        costs = {"before": self.annual_cost_before, "after": self.annual_cost_after}
        return own | costs | {"amended": [str(place) for place in self.amended]}


class Amendment(db.Model):
    """A place in a legal text that a proposal wants changed."""

    __tablename__ = "amendments"
    __table_args__ = (CheckConstraint("text <> ''", name="has_text"), Index("ix_amendments_proposal_id", "proposal_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposals.id"))
    clause: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    change: Mapped[str] = mapped_column(default="")

    proposed_by: Mapped[Proposal] = relationship(back_populates="amendments")

    @property
    def content_of(self) -> Proposal:
        return self.proposed_by

    @property
    def amended(self) -> Amended:
        return Amended(self.clause, self.text, self.change)
