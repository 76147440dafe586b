"""What a person may type in one row of the checklist."""

from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

from flask_wtf.file import MultipleFileField
from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from intranet.accounts.models import Unit
from intranet.inspections.answers import usual
from intranet.inspections.models import Finding, InspectionItem
from intranet.inspections.workflow import Result, Severity
from intranet.kernel.forms import EntityField, EnumField, day
from intranet.kernel.forms import text as paragraph
from intranet.kernel.versioned import VersionedForm
from intranet.records.attachments import MEDIA_TYPES
from intranet.records.models import Attachment

ANSWER = ("result", "note", "samples", "evidence")
FINDING = tuple(Finding.labels)
OWN_WORDS = ("text", "severity", "remedy")  # the others are filled in beforehand
NEEDED = {
    "text": "Hãy ghi tồn tại: điều gì chưa đúng.",
    "severity": "Hãy chọn mức độ.",
    "responsible_unit": "Hãy chọn đơn vị chịu trách nhiệm.",
    "remedy": "Hãy ghi yêu cầu khắc phục.",
    "due_on": "Hãy nhập hạn khắc phục.",
}


class EvidenceField(Field):
    """Some of the inspection's files, each a box to tick. The data is a list of attachments."""

    data: Any

    def __init__(self, label: str, **options: Any):
        super().__init__(label, **options)
        self.files: dict[str, Attachment] = {}

    def offer(self, files: Iterable[Attachment]) -> None:
        self.files = {str(file.id): file for file in files}
        chosen = {key if isinstance(key, str) else str(key.id) for key in self.data or ()}
        self.is_outdated = not chosen <= self.files.keys()
        self.data = [file for key, file in self.files.items() if key in chosen]

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = valuelist

    def pre_validate(self, form: Any) -> None:
        if self.is_outdated:
            raise ValidationError("Một tệp đã chọn không còn nữa. Hãy chọn lại minh chứng.")


class ItemForm(VersionedForm):
    """The answer to one criterion and, where it failed, the finding. Ids end in the row's number."""

    result = EnumField("Kết quả", Result)
    note = paragraph("Ghi chú", longest=5000, render_kw={"rows": 2})
    samples = paragraph(
        "Mã hồ sơ đã xem",
        longest=3000,
        description="Chỉ ghi mã hồ sơ, cách nhau bằng dấu phẩy; không ghi họ tên người nộp.",
        render_kw={"rows": 2},
    )
    evidence = EvidenceField("Minh chứng")
    file = MultipleFileField(
        "Tải tệp mới lên",
        description="Chọn được nhiều tệp PDF, DOCX, XLSX, JPG, PNG, mỗi tệp tối đa 20 MB.",
        render_kw={"accept": ",".join(MEDIA_TYPES)},
    )
    drop_finding = BooleanField("Đồng ý bỏ tồn tại đã ghi ở tiêu chí này")
    text = paragraph(Finding.labels["text"], longest=5000, render_kw={"rows": 3})
    severity = EnumField(Finding.labels["severity"], Severity)
    basis = paragraph(Finding.labels["basis"], longest=2000, render_kw={"rows": 2})
    responsible_unit = EntityField(Finding.labels["responsible_unit"])
    remedy = paragraph(Finding.labels["remedy"], longest=5000, render_kw={"rows": 2})
    due_on = day(Finding.labels["due_on"])

    def __init__(self, item: InspectionItem, units: Sequence[Unit], **options: Any):
        self.item, self.stored = item, as_stored(item)
        super().__init__(obj=self.stored, **options)
        self.responsible_unit.offer(units)
        self.evidence.offer(item.inspection.attachments)
        for field in self:
            field.id = field.label.field_id = f"{field.name}-{item.id}"
            field.flags.required = field.name in NEEDED

    @property
    def has_finding(self) -> bool:
        """Whether a finding was written: one may also say "not passed" now and tell why later."""
        begun = any(self[name].data or self[name].errors for name in OWN_WORDS)
        return self.result.data is Result.FAILED and bool(begun or self.item.finding)

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        if self.result.data is not Result.FAILED:
            for name in FINDING:
                self[name].errors = []
            if self.item.finding and not self.drop_finding.data:
                sentence = "Hãy đánh dấu vào ô này nếu đồng ý bỏ, hoặc chọn lại kết quả “Chưa đạt”."
                self.drop_finding.errors = [sentence]
        elif self.has_finding:
            for name, sentence in NEEDED.items():
                if not self[name].data and not self[name].errors:
                    self[name].errors = [sentence]
        return not self.errors

    def answer(self) -> dict[str, Any]:
        return {name: value for name, value in self.values().items() if name in ANSWER}

    def finding(self) -> dict[str, Any] | None:
        return {name: self.values()[name] for name in FINDING} if self.has_finding else None


def as_stored(item: InspectionItem) -> SimpleNamespace:
    """The row and its finding as one thing; a finding that is not there yet says what is usual."""
    answer = {name: getattr(item, name) for name in ANSWER}
    found = {name: getattr(item.finding, name) for name in FINDING} if item.finding else usual(item)
    return SimpleNamespace(version=item.version, **answer | {"evidence": list(item.evidence)}, **found)
