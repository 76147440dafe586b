"""Numbers as Vietnamese offices type them: 7,5 and 1.568."""

import re
from decimal import Decimal
from typing import Any

from wtforms import Field
from wtforms.widgets import TextInput

from intranet.kernel.formats import decimal_text, number

# Groups of three parted by a point or a space: 1.500 is fifteen hundred in Vietnam, never one and a half.
GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:[ \u00a0\u202f][0-9]{3})+)(?:,[0-9]+)?")
PLAIN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
LONGEST = 40  # characters; what is longer is no number a person means


def parse_decimal(text: str) -> Decimal | None:
    """1568.5 from "1568,5", "1.568,5" or "1568.5"; None where no number can be read."""
    if len(text) <= LONGEST and GROUPED.fullmatch(text):
        text = re.sub(r"[^0-9,-]", "", text)
    elif len(text) > LONGEST or not PLAIN.fullmatch(text):
        return None
    return Decimal(text.replace(",", "."))


class DecimalField(Field):
    """A number from 0 to `most`, with at most two decimals."""

    widget = TextInput()
    example = "Hãy nhập một số, ví dụ 7,5."

    def __init__(self, label: str, validators: Any = (), *, most: int, **options: Any):
        super().__init__(label, validators, **options)
        self.most = most

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else decimal_text(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        text = valuelist[0].strip() if valuelist else ""
        self.data = None
        if text:
            self.data = self.checked(text)

    def checked(self, text: str) -> Decimal | int:
        value = parse_decimal(text)
        if value is None:
            raise ValueError(self.example)
        if not 0 <= value <= self.most:
            raise ValueError(f"Hãy nhập một số từ 0 đến {number(self.most)}.")
        if value != round(value, 2):
            raise ValueError("Hãy nhập số có nhiều nhất hai chữ số sau dấu phẩy.")
        return value


class CountField(DecimalField):
    """A whole number from 0 to `most`."""

    example = "Hãy nhập một số nguyên, ví dụ 12 hoặc 1.568."

    def checked(self, text: str) -> int:
        value = super().checked(text)
        if value != int(value):
            raise ValueError(self.example)
        return int(value)
