"""What may be typed on the pages of imports."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, Field, SelectField, ValidationError
from wtforms.fields.choices import SelectChoice

from intranet.dossiers.brought_up import questions_of
from intranet.dossiers.questions import ABSENT, Question, QuestionKind, column_of
from intranet.kernel.clock import today
from intranet.kernel.forms import BaseForm, EntityField, day, line, required

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
    """Whether a batch counts without the rows that were rejected, and without the lists that were not read."""

    skips_rejected = BooleanField("Bỏ qua các dòng bị từ chối và nhập các dòng còn lại")
    skips_unread = BooleanField("Bỏ qua phần chưa đọc và chỉ nhập phần đã đọc")


class AnswersForm(BaseForm):
    """One choice for each question that a file brought up; no column can be two things."""

    questions: ClassVar[Sequence[Question]] = ()

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        taken: dict[str, Question] = {}
        for question in self.questions:
            field = self._fields[question.name]
            if question.kind is not QuestionKind.COLUMN or not field.data or field.data == ABSENT:
                continue
            first = taken.setdefault(field.data, question)
            if column_of(first) is not column_of(question):
                label = column_of(first).label.lower()
                field.errors = [*field.errors, f"Cột này đã được chọn làm {label}. Hãy chọn cột khác."]
                is_valid = False
        return is_valid


def answers_form(told: dict[str, Any]) -> AnswersForm:
    """A form over the questions a batch keeps."""
    asked = questions_of(told)
    fields: dict[str, Any] = {question.name: choice(question) for question in asked}
    return type("TheseAnswers", (AnswersForm,), {"questions": asked, **fields})()


def choice(question: Question) -> SelectField:
    offered = [SelectChoice(option.value, option.label) for option in question.options]
    return SelectField(
        question.text,
        required("Hãy chọn một câu trả lời."),
        choices=[SelectChoice("", "— Chọn —"), *offered],
    )
