"""What a person may type about a quy trình nội bộ. Half a draft may be saved; only submitting asks for all of it."""

from types import SimpleNamespace
from typing import Any

from wtforms import IntegerField
from wtforms.validators import NumberRange, Optional

from intranet.kernel.forms import BaseForm, EnumField, day, line, required, text
from intranet.kernel.rows import RowForm, RowsField
from intranet.kernel.versioned import VersionedForm
from intranet.procedures.models import InternalProcedure
from intranet.procedures.steps import Sum, TimeUnit, hours_of, typed_as

LABELS = InternalProcedure.labels
MOST_HOURS, MOST_STEPS = 9999, 100
STEP = ("position", "doer", "task", "hours", "outcome")


def between(least: int, most: int) -> NumberRange:
    return NumberRange(least, most, f"Hãy nhập một số từ {least} đến {most}.")


class StepForm(RowForm):
    position = IntegerField("Thứ tự", [Optional(), between(1, MOST_STEPS)])
    doer = text("Đơn vị, người thực hiện", longest=300, render_kw={"rows": 2})
    task = text("Nội dung công việc", "Hãy ghi nội dung công việc.", longest=3000, render_kw={"rows": 2})
    hours = IntegerField(
        "Số giờ làm việc", [*required("Hãy nhập số giờ, ghi 0 nếu không tính thời gian."), between(0, MOST_HOURS)]
    )
    outcome = text("Biểu mẫu, kết quả", longest=300, render_kw={"rows": 2})


class ProcedureForm(VersionedForm):
    title = line(LABELS["title"], "Hãy nhập tên TTHC.")
    procedure_code = line(LABELS["procedure_code"], longest=60, description="Ví dụ: 2.000815.")
    code = line(LABELS["code"], "Hãy nhập ký hiệu của quy trình.", longest=60, description="Ví dụ: QT-TP-01.")
    time = IntegerField("Tổng thời gian", [*required("Hãy nhập tổng thời gian giải quyết."), between(1, MOST_HOURS)])
    time_unit = EnumField("Tính bằng", TimeUnit, "Hãy chọn ngày hoặc giờ làm việc.", default=TimeUnit.DAYS)
    effective_from = day(LABELS["effective_from"], description="Để trống khi chưa biết.")
    legal_basis = text(LABELS["legal_basis"], description="Mỗi căn cứ một dòng.", render_kw={"rows": 4})
    papers = text(
        LABELS["papers"], description="Mỗi giấy tờ một dòng, ghi rõ bản chính hay bản sao.", render_kw={"rows": 4}
    )
    steps = RowsField(StepForm, LABELS["sequence"], spare=5)

    @property
    def sum(self) -> Sum:
        """What was typed so far; a number that cannot be is left out."""
        hours = (row.hours.data for row in self.steps.rows)
        time, unit = self.time.data, self.time_unit.data
        is_told = isinstance(unit, TimeUnit) and time is not None and 1 <= time <= MOST_HOURS
        whole = hours_of(time, unit) if is_told else None
        return Sum(tuple(each for each in hours if each is not None and 0 <= each <= MOST_HOURS), whole)


class EndForm(BaseForm):
    effective_to = day(
        LABELS["effective_to"], description="Sau ngày này quy trình không còn áp dụng. Để trống nếu vẫn áp dụng."
    )
    note = text("Lý do", "Hãy ghi lý do, ví dụ số quyết định bãi bỏ TTHC.", longest=2000, render_kw={"rows": 2})


def as_stored(procedure: InternalProcedure) -> SimpleNamespace:
    """The procedure as its form shows it and compares with; and whether its code has other revisions."""
    same = ("title", "procedure_code", "code", "effective_from", "legal_basis", "papers", "version")
    told: dict[str, Any] = {name: getattr(procedure, name) for name in same}
    time, unit = typed_as(procedure.total_hours)
    steps = [{name: getattr(step, name) for name in STEP} for step in procedure.steps]
    others = bool(procedure.others)
    return SimpleNamespace(**told, time=time, time_unit=unit, steps=steps, has_others=others)
