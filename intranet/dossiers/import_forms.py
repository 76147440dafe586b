"""What may be typed on the pages of imports."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, DateField, Field, SelectField, ValidationError
from wtforms.fields.choices import SelectChoice

from intranet.dossiers.brought_up import questions_of
from intranet.dossiers.control_totals import COMPARABLE
from intranet.dossiers.import_models import ImportBatch
from intranet.dossiers.questions import ABSENT, Question, QuestionKind, column_of
from intranet.kernel.clock import today
from intranet.kernel.forms import BaseForm, EntityField, day, line, required, sensible_year, whole_number

ONE_SYSTEM = "Hãy chọn một hệ thống trong danh sách, hoặc ghi tên hệ thống khác."
NO_COUNT = "Hãy ghi số hồ sơ, từ 0 trở lên."
MOST = 100_000_000
OTHER = "— Hệ thống khác, ghi tên bên cạnh —"


def not_in_future(form: BaseForm, field: Field) -> None:
    if isinstance(field.data, date) and field.data > today():
        raise ValidationError("Ngày kết xuất không thể sau hôm nay. Hãy nhập lại.")


class ExportUploadForm(BaseForm):
    """A file, and the system it comes from."""

    source = EntityField("Hệ thống kết xuất tệp", blank=OTHER)
    source_name = line("Tên hệ thống khác", longest=200, description="Chỉ ghi khi hệ thống chưa có trong danh sách.")
    file = FileField("Tệp kết xuất", [FileRequired("Hãy chọn tệp kết xuất.")], description="Excel, ODS hoặc CSV.")
    exported_on = day(
        "Ngày kết xuất",
        description="Để trống thì lấy ngày ghi trong tệp hoặc trong tên tệp; không ghi rõ thì phần mềm hỏi lại.",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        if bool(self.source.data) == bool(self.source_name.data):
            self.source_name.errors = [*self.source_name.errors, ONE_SYSTEM]
        return is_valid and not self.source_name.errors

    def validate_exported_on(self, field: Field) -> None:
        not_in_future(self, field)

    @property
    def system(self) -> str:
        """The name of the system, chosen or new."""
        return self.source.data.name if self.source.data else self.source_name.data


class ConfirmForm(BaseForm):
    """Whether a batch counts without rejected rows and unread lists, and with dossiers that it takes back to open.

    Beside it, what the source system itself says in totals.
    """

    skips_rejected = BooleanField("Bỏ qua các dòng bị từ chối và nhập các dòng còn lại")
    skips_unread = BooleanField("Bỏ qua phần chưa đọc và chỉ nhập phần đã đọc")
    reopens = BooleanField("Đúng là các hồ sơ này trở lại chưa kết thúc")
    dossiers = whole_number(COMPARABLE["dossiers"])
    resolved = whole_number(COMPARABLE["resolved"])
    pending = whole_number(COMPARABLE["pending"])
    late = whole_number(COMPARABLE["late"])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        for name, count in self.typed.items():
            if not 0 <= count <= MOST:
                self[name].errors = [*self[name].errors, NO_COUNT]
                is_valid = False
        return is_valid

    @property
    def typed(self) -> dict[str, int]:
        """What was typed of the source system's totals."""
        return {name: self[name].data for name in COMPARABLE if isinstance(self[name].data, int)}


def confirm_form(batch: ImportBatch) -> ConfirmForm:
    """The form as it stands in: the totals that were typed before."""
    return ConfirmForm(data=dict(batch.compared))


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

    def answers(self) -> dict[str, str]:
        """By the names of the questions; a day as it is stored."""
        return {
            name: value.isoformat() if isinstance(value, date) else str(value) for name, value in self.values().items()
        }


def answers_form(told: dict[str, Any]) -> AnswersForm:
    """A form over the questions a batch keeps."""
    asked = questions_of(told)
    fields: dict[str, Any] = {question.name: answer_field(question) for question in asked}
    return type("TheseAnswers", (AnswersForm,), {"questions": asked, **fields})()


def answer_field(question: Question) -> Field:
    """A day to be written, the proposed one filled in; of anything else one of several answers to choose."""
    if question.kind is QuestionKind.DAY:
        proposed = date.fromisoformat(question.options[0].value)
        return DateField(
            question.text,
            [*required("Hãy nhập ngày kết xuất."), sensible_year, not_in_future],
            format=["%Y-%m-%d", "%d/%m/%Y"],
            default=proposed,
        )
    offered = [SelectChoice(option.value, option.label) for option in question.options]
    return SelectField(
        question.text,
        required("Hãy chọn một câu trả lời."),
        choices=[SelectChoice("", "— Chọn —"), *offered],
    )
