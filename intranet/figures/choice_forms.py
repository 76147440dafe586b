"""What may be typed when one value of a figure is chosen over another."""

from typing import Any

from wtforms import IntegerField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from intranet.figures.whose_word import Choice
from intranet.kernel.forms import BaseForm, EnumField, text


class ChoiceForm(BaseForm):
    choice = EnumField("Báo cáo dùng", Choice, "Hãy chọn báo cáo dùng số nào.")
    reason = text("Lý do", longest=500, render_kw={"rows": 3}, description="Không cần khi trở về quy tắc chung.")
    seen = IntegerField("Bản đang mở", widget=HiddenInput(), validators=[Optional()])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if is_valid and self.choice.data is not Choice.RULE and not self.reason.data:
            self.reason.errors = ["Hãy ghi lý do chọn."]
            return False
        return is_valid
