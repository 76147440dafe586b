"""What may be typed on the pages of imports."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, Field, SelectField, ValidationError
from wtforms.fields.choices import SelectChoice

from intranet.dossiers.brought_up import questions
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.clock import today
from intranet.kernel.forms import BaseForm, EntityField, day, line, required

COLUMN = "column-"
ONE_SYSTEM = "Hãy chọn một hệ thống trong danh sách, hoặc ghi tên hệ thống khác."
OTHER = "— Hệ thống khác, ghi tên bên cạnh —"


class ExportUploadForm(BaseForm):
    """A file, and the system it comes from."""

    source = EntityField("Hệ thống kết xuất tệp", blank=OTHER)
    source_name = line("Tên hệ thống khác", longest=200, description="Chỉ ghi khi hệ thống chưa có trong danh sách.")
    file = FileField("Tệp kết xuất", [FileRequired("Hãy chọn tệp kết xuất.")], description="Excel, ODS hoặc CSV.")
    exported_on = day(
        "Ngày kết xuất",
        description="Để trống thì lấy ngày ghi ở các dòng đầu của tệp; tệp không ghi thì lấy ngày hôm nay.",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        if bool(self.source.data) == bool(self.source_name.data):
            self.source_name.errors = [*self.source_name.errors, ONE_SYSTEM]
        return is_valid and not self.source_name.errors

    def validate_exported_on(self, field: Field) -> None:
        if isinstance(field.data, date) and field.data > today():
            raise ValidationError("Ngày kết xuất không thể sau hôm nay. Hãy nhập lại.")

    @property
    def system(self) -> str:
        """The name of the system, chosen or new."""
        return self.source.data.name if self.source.data else self.source_name.data


class ConfirmForm(BaseForm):
    """Whether a batch counts without the rows that were rejected."""

    skips_rejected = BooleanField("Bỏ qua các dòng bị từ chối và nhập các dòng còn lại")


class AnswersForm(BaseForm):
    """One choice for each question that a file brought up."""

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        taken: dict[str, str] = {}
        for name, field in self._fields.items():
            if name.startswith(COLUMN) and field.data and field.data != "absent":
                other = taken.setdefault(field.data, name)
                if other != name:
                    label = ExportColumn(other.removeprefix(COLUMN)).label.lower()
                    field.errors = [*field.errors, f"Cột này đã được chọn làm {label}. Hãy chọn cột khác."]
                    is_valid = False
        return is_valid


def answers_form(told: dict[str, Any]) -> AnswersForm:
    """A form over the questions a batch keeps."""
    fields = {name: choice(label, choices) for name, label, choices in questions(told)}
    return type("TheseAnswers", (AnswersForm,), fields)()


def choice(label: str, choices: Sequence[tuple[str, str]]) -> SelectField:
    offered = [SelectChoice(value, text) for value, text in (("", "— Chọn —"), *choices)]
    return SelectField(label, required("Hãy chọn một câu trả lời."), choices=offered)
