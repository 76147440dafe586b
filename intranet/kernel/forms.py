"""Forms that answer in Vietnamese and hand over clean values."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, Field, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional, StopValidation, ValidationError

from intranet.kernel.labels import Labelled
from intranet.kernel.received import printable
from intranet.kernel.workflow import Refused

# What WTForms itself may say. Everything else is said by the validators below.
MESSAGES = {
    "Invalid CSRF Token.": "Phiên làm việc đã hết hạn. Hãy tải lại trang rồi gửi lại.",
    "Invalid Choice: could not coerce.": "Hãy chọn một mục trong danh sách.",
    "Not a valid choice.": "Hãy chọn một mục trong danh sách.",
    "Not a valid integer value.": "Hãy nhập một số nguyên, ví dụ 12.",
    "Not a valid date value.": "Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.",
    "Not a valid datetime value.": "Hãy nhập ngày và giờ, ví dụ 05/02/2026 08:30.",
    "This field is required.": "Hãy điền mục này.",
}


class Vietnamese:
    """WTForms' translations, as far as its own messages can reach a user."""

    def gettext(self, text: str) -> str:
        return MESSAGES.get(text, text)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return MESSAGES.get(plural, plural)


def clean(text: str | None) -> str | None:
    """Text as it is stored: composed letters, no control characters, no spaces around it."""
    if text is None:
        return None
    return unicodedata.normalize("NFC", printable(text)).strip()


class BaseForm(FlaskForm):
    """A form of this product: cleans text, speaks Vietnamese, hands over its values without the token."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Vietnamese:
            return Vietnamese()

        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Field:
            if issubclass(unbound_field.field_class, StringField):
                options["filters"] = [clean, *unbound_field.kwargs.get("filters", ())]
            return unbound_field.bind(form=form, **options)

    def values(self) -> dict[str, Any]:
        """What was typed, by field name, without the CSRF token; a text that was not sent at all is empty."""
        return {name: typed(field) for name, field in self._fields.items() if field.type != "CSRFTokenField"}

    def given_to(self, operation: Callable[[dict[str, Any]], Any]) -> Any:
        """What the operation made of the values; None where it refused them, and the form says why."""
        try:
            return operation(self.values())
        except Refused as refusal:
            self.refuse(refusal)
            return None

    def is_taken(self, operation: Callable[[dict[str, Any]], Any]) -> bool:
        """Whether the operation took the values; otherwise the form says why not."""
        self.given_to(operation)
        return not self.errors

    def refuse(self, refusal: Refused) -> None:
        """Show each reason at the field its anchor names, or above the form."""
        for reason in refusal.reasons:
            field = self._fields.get(reason.anchor)
            if field is None:
                self.form_errors.append(reason.message)
            else:
                field.errors = [*field.errors, reason.message]


def typed(field: Field) -> Any:
    return "" if field.data is None and isinstance(field, StringField) else field.data


class Filled(DataRequired):
    """Something must be there, and 0 is something. What is there but could not be read keeps its own sentence."""

    def __call__(self, form: Any, field: Field) -> None:
        typed = any(str(raw).strip() for raw in field.raw_data or ())
        if field.process_errors and typed:
            raise StopValidation()
        if field.data is None or not str(field.data).strip():
            field.errors = []
            raise StopValidation(self.message)


def required(message: str) -> list[Any]:
    """The field must be filled; the message is an instruction: "Hãy nhập …"."""
    return [Filled(message)]


def line(label: str, message: str = "", *rules: Any, longest: int = 300, **options: Any) -> StringField:
    """One line of text; with a message it must be filled. `rules` are further validators."""
    return StringField(label, [*_presence(message), _length(longest), *rules], **options)


def text(label: str, message: str = "", *, longest: int = 10_000, **options: Any) -> TextAreaField:
    """Several lines of text; with a message it must be filled."""
    return TextAreaField(label, [*_presence(message), _length(longest)], **options)


def day(label: str, message: str = "", **options: Any) -> DateField:
    """A calendar day from 2000 to 2100, as the browser's picker or a person writes it."""
    return DateField(label, [*_presence(message), sensible_year], format=["%Y-%m-%d", "%d/%m/%Y"], **options)


def whole_number(label: str, message: str = "", **options: Any) -> IntegerField:
    return IntegerField(label, _presence(message), **options)


class EnumField(SelectField):
    """A choice among the members of a Labelled enumeration."""

    def __init__(self, label: str, kind: type[Labelled], message: str = "", *, blank: str = "", **options: Any):
        members = (SelectChoice(member.value, member.label) for member in kind)
        choices = [SelectChoice("", blank or "— Chọn —"), *members]
        super().__init__(label, _presence(message), choices=choices, coerce=_coerce(kind), **options)


class EntityField(SelectField):
    """A choice among stored things; `offer` sets which. The data is the thing itself, or None."""

    data: Any

    def __init__(self, label: str, message: str = "", *, blank: str = "— Chọn —", **options: Any):
        super().__init__(label, _presence(message), choices=[SelectChoice("", blank)], coerce=self._entity, **options)
        self.blank = blank
        self.entities: dict[str, Any] = {}

    def offer(self, entities: Iterable[Any]) -> None:
        self.entities = {str(entity.id): entity for entity in entities}
        offered = (SelectChoice(key, str(entity)) for key, entity in self.entities.items())
        self.choices = [SelectChoice("", self.blank), *offered]
        if isinstance(self.data, str):
            self.data = self.entities.get(self.data, self.data)

    def _entity(self, value: Any) -> Any:
        if value in (None, "", "None"):
            return None
        return value if not isinstance(value, str) else self.entities.get(value, value)

    def pre_validate(self, form: Any) -> None:
        if self.data is not None and self.data not in self.entities.values():
            raise ValidationError("Hãy chọn một mục trong danh sách.")


def sensible_year(form: Any, field: Field) -> None:
    if isinstance(field.data, date) and not 2000 <= field.data.year <= 2100:
        raise ValidationError("Hãy kiểm tra lại năm: chỉ nhận từ năm 2000 đến năm 2100.")


def _presence(message: str) -> list[Any]:
    return required(message) if message else [Optional()]


def _length(longest: int) -> Length:
    return Length(max=longest, message=f"Hãy viết gọn lại, tối đa {longest} ký tự.")


def _coerce(kind: type[Labelled]) -> Any:
    return lambda value: kind(value) if value else None
