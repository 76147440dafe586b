"""What a cell says: a text as it is stored, a moment as Vietnam's clocks showed it. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from intranet.kernel.formats import nfc

AHEAD_OF_UTC = timedelta(hours=7)  # in every year there can be
VIETNAM = timezone(AHEAD_OF_UTC)
TO_DAYS_END = timedelta(hours=23, minutes=59, seconds=59)

NO_VALUE = "Công thức ở ô này chưa có kết quả trong tệp. Hãy mở tệp bằng Excel, bấm Lưu rồi tải lại tệp."
FORMULA_ERROR = "Ô này đang báo lỗi {shown}. Hãy mở tệp bằng Excel, sửa ô, bấm Lưu rồi tải lại tệp."
TOO_NARROW = "Ô này chỉ hiện {shown} vì cột quá hẹp. Hãy mở tệp bằng Excel, kéo rộng cột rồi kết xuất lại tệp."
ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|#{2,})")


@dataclass(frozen=True)
class CellFault:
    """In place of what a cell would hold; `shown` is what people see there, "" of a formula nobody calculated."""

    shown: str = ""

    @property
    def message(self) -> str:
        """What is wrong, and what to do."""
        if not self.shown:
            return NO_VALUE
        return (TOO_NARROW if self.shown.startswith("##") else FORMULA_ERROR).format(shown=self.shown)


def cell_of_text(text: str) -> str | CellFault:
    """What a program that writes its cells as texts meant: ="0123" keeps a number a text, #REF! is no text."""
    if text[:1] == "#" and ERROR.fullmatch(text):
        return CellFault(text)
    return text[2:-1] if text[:2] == '="' and text[-1] == '"' else text


def text_of(value: Any) -> str:
    """The text of a cell, composed, in single spaces, without signs nobody sees; whole numbers without a comma."""
    if type(value) is not str:
        return text_of_value(value)
    if value.isascii() and value.isprintable():
        text = value
    else:
        text = "".join(" " if letter.isspace() else letter for letter in nfc(value) if is_seen(letter))
    return " ".join(text.split()).removeprefix("'")


def is_seen(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def text_of_value(value: Any) -> str:
    if value is None or isinstance(value, CellFault):
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M:%S}".removesuffix(":00").removesuffix(" 00:00")
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M:%S}"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value)


def is_whole_day(moment: datetime) -> bool:
    """Whether it, in UTC, is midnight in Vietnam, which is how a day without an hour is read."""
    return moment.hour == 17 and moment.minute == 0 and moment.second == 0


def day_of(moment: datetime) -> date:
    """The day on Vietnam's calendar."""
    return moment.astimezone(VIETNAM).date()
