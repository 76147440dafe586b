"""What a person may type about a proposal, and about what became of it."""

from types import SimpleNamespace
from typing import Any

from wtforms import BooleanField

from intranet.kernel.clock import today
from intranet.kernel.decimals import CountField, DecimalField
from intranet.kernel.forms import BaseForm, EnumField, day, line, required, text
from intranet.kernel.rows import RowForm, RowsField
from intranet.kernel.versioned import VersionedForm
from intranet.kernel.workflow import Refused
from intranet.proposals import rates
from intranet.proposals.costs import Savings
from intranet.proposals.models import INPUTS, SIDES, Amended, Proposal
from intranet.proposals.operations import NOTHING_AFTER, savings_of
from intranet.proposals.workflow import About, Measure

LABELS = Proposal.labels
MOST = {"hours": 9999, "fees": 10**12, "other": 10**12, "times": 10_000, "subjects": 10_000_000, "days": 3650}
MOST_AN_HOUR = 10_000_000  # đồng
LARGEST_COST = 2**53  # đồng a year; more is a slip of the finger, and no whole number everywhere


class AmendmentForm(RowForm):
    clause = line("Điểm, khoản, điều", longest=200, description="Ví dụ: điểm b khoản 2 Điều 5.")
    text = line("Văn bản", "Hãy ghi văn bản cần sửa.", longest=300)
    change = line("Nội dung sửa", longest=500)


def amount(name: str, side: str) -> Any:
    """An input of the cost; after the change it may be left out where the procedure is abolished."""
    field, mode = (DecimalField, "decimal") if name == "hours" else (CountField, "numeric")
    return field(LABELS[f"{name}_{side}"], most=MOST[name], render_kw={"inputmode": mode, "autocomplete": "off"})


class ProposalForm(VersionedForm):
    title = line(LABELS["title"], "Hãy nhập tên phương án.")
    about = EnumField(LABELS["about"], About, "Hãy chọn TTHC hay quy trình nội bộ.")
    procedure_code = line(LABELS["procedure_code"], longest=60, description="Ví dụ: 2.000815.")
    procedure_name = line(LABELS["procedure_name"], "Hãy nhập tên thủ tục.")
    measure = EnumField(LABELS["measure"], Measure, "Hãy chọn cách đơn giản hóa.")
    is_business = BooleanField(LABELS["is_business"])
    present_rule = text(LABELS["present_rule"], render_kw={"rows": 4})
    problem = text(LABELS["problem"], render_kw={"rows": 4})
    proposal = text(LABELS["proposal"], "Hãy ghi nội dung đề xuất.", render_kw={"rows": 4})
    reason = text(LABELS["reason"], render_kw={"rows": 4})
    amended = RowsField(AmendmentForm, LABELS["amended"])
    hours_before, hours_after = amount("hours", "before"), amount("hours", "after")
    fees_before, fees_after = amount("fees", "before"), amount("fees", "after")
    other_before, other_after = amount("other", "before"), amount("other", "after")
    times_before, times_after = amount("times", "before"), amount("times", "after")
    subjects_before, subjects_after = amount("subjects", "before"), amount("subjects", "after")
    days_before, days_after = amount("days", "before"), amount("days", "after")

    @property
    def needed(self) -> list[str]:
        sides = SIDES[:1] if self.measure.data is Measure.ABOLISH else SIDES
        return [f"{name}_{side}" for side in sides for name in INPUTS]

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        for name in self.needed:
            if self[name].data is None and not self[name].errors:
                self[name].errors = ["Hãy nhập số, ghi 0 nếu không có."]
        found = self.savings
        if found and max(found.before, found.after) > LARGEST_COST:
            self.form_errors.append("Chi phí một năm quá lớn. Hãy kiểm tra số giờ, số lần và số đối tượng.")
        return valid and not self.errors

    @property
    def savings(self) -> Savings | None:
        """What follows from the numbers typed so far; None where one is missing, or no hourly rate applies."""
        values = {field.name: field.data or 0 for field in self if field.name.rsplit("_", 1)[-1] in SIDES}
        if any(self[name].data is None or self[name].errors for name in self.needed):
            return None
        if self.measure.data is Measure.ABOLISH:
            values |= NOTHING_AFTER
        try:
            return savings_of(values, rates.in_force(today()).rate)
        except Refused:
            return None

    def values(self) -> dict[str, Any]:
        values = super().values()
        if self.measure.data is Measure.ABOLISH:
            values |= NOTHING_AFTER
        return values | {"amended": [Amended(**row) for row in values["amended"]]}


def as_stored(proposal: Proposal) -> SimpleNamespace:
    """What the form compares with; `lines` is the same as it is shown."""
    names = [field for field in LABELS if field != "labour_rate"]
    values = {name: getattr(proposal, name) for name in (*names, "version")}
    rows = [place._asdict() for place in proposal.amended]
    return SimpleNamespace(**values, lines=SimpleNamespace(**values | {"amended": rows}))


def proposal_form(stored: Any) -> ProposalForm:
    return ProposalForm(obj=stored.lines if stored else None)


class FollowForm(BaseForm):
    """What happened to an approved proposal."""

    document = line("Văn bản", "Hãy ghi số, ký hiệu và cơ quan ban hành.")
    on = day("Ngày", "Hãy nhập ngày của văn bản.")
    note = text("Ý kiến, lý do", longest=2000, render_kw={"rows": 2})


class TakeBackForm(BaseForm):
    """Why what was written of a proposal's way above is taken back."""

    note = text("Lý do", "Hãy ghi lý do, ví dụ ghi nhầm số văn bản.", longest=2000, render_kw={"rows": 2})


class LabourRateForm(VersionedForm):
    effective_from = day("Áp dụng từ ngày", "Hãy nhập ngày bắt đầu áp dụng.")
    rate = CountField("Đồng một giờ", required("Hãy nhập số đồng."), most=MOST_AN_HOUR)
    basis = text("Căn cứ", "Hãy ghi nguồn của mức này.", longest=1000, render_kw={"rows": 2})

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        if not self.rate.errors and not self.rate.data:
            self.rate.errors = ["Hãy nhập số đồng lớn hơn 0."]
        return valid and not self.errors
