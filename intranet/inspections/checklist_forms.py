"""What may be typed about a version of the checklist."""

from typing import Any

from flask import request
from wtforms import BooleanField, IntegerField
from wtforms.validators import NumberRange, Optional
from wtforms.widgets import HiddenInput

from intranet.inspections.checklist_operations import ChecklistLine, Placed
from intranet.inspections.models import Checklist
from intranet.kernel.forms import BaseForm, day, line
from intranet.kernel.forms import text as paragraph

BLANK_ROWS = 3
MOST_ROWS = 200


class VersionForm(BaseForm):
    name = line("Tên phiên bản", "Hãy nhập tên phiên bản.")
    effective_from = day("Áp dụng từ ngày", "Hãy nhập ngày bắt đầu áp dụng.")


class CriterionForm(BaseForm):
    """One criterion; an empty row is one that nobody filled in."""

    class Meta(BaseForm.Meta):
        csrf = False

    stands = IntegerField("Bản đang mở", widget=HiddenInput(), validators=[Optional()])
    wanted = IntegerField(
        "Thứ tự", [Optional(), NumberRange(1, MOST_ROWS, f"Hãy nhập số thứ tự từ 1 đến {MOST_ROWS}.")]
    )
    text = paragraph("Tiêu chí", longest=1000, render_kw={"rows": 4})
    basis = paragraph("Căn cứ", longest=1000, render_kw={"rows": 4})
    shown_by = line("Minh chứng cần xem")
    to_confirm = BooleanField("Cần đối chiếu căn cứ")
    is_dropped = BooleanField("Bỏ tiêu chí này")

    @property
    def is_left_out(self) -> bool:
        is_new = self.stands.data is None
        return self.is_dropped.data or (is_new and not (self.text.data or self.basis.data or self.shown_by.data))

    def validate(self, extra_validators: Any = None) -> bool:
        if self.is_left_out:
            return True
        valid = super().validate(extra_validators)
        if not self.text.data:
            self.text.errors = ["Hãy ghi tiêu chí, hoặc đánh dấu bỏ tiêu chí này."]
        return valid and bool(self.text.data)

    def placed(self) -> Placed:
        words = ChecklistLine(
            self.text.data or "", self.basis.data or "", self.shown_by.data or "", self.to_confirm.data
        )
        return Placed(words, self.stands.data, self.wanted.data)


class ChecklistForm(VersionForm):
    """A version with its rows, and some empty ones to add criteria without a script."""

    def __init__(self, checklist: Checklist):
        super().__init__(obj=checklist)
        self.rows = typed_rows() if self.is_submitted() else stored_rows(checklist)

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        for number, row in enumerate(self.rows, 1):
            if not row.validate():
                self.form_errors += [f"Dòng {number}: {error}" for errors in row.errors.values() for error in errors]
                valid = False
        return valid

    def placed(self) -> list[Placed]:
        return [row.placed() for row in self.rows if not row.is_left_out]


def typed_rows() -> list[CriterionForm]:
    count = sum(f"row-{number}-text" in request.form for number in range(MOST_ROWS))
    return [CriterionForm(prefix=f"row-{number}-") for number in range(count)]


def stored_rows(checklist: Checklist) -> list[CriterionForm]:
    rows = [
        CriterionForm(formdata=None, prefix=f"row-{number}-", obj=item, stands=item.position, wanted=item.position)
        for number, item in enumerate(checklist.items)
    ]
    blanks = range(len(rows), min(len(rows) + BLANK_ROWS, MOST_ROWS))
    return rows + [CriterionForm(formdata=None, prefix=f"row-{number}-", to_confirm=True) for number in blanks]
