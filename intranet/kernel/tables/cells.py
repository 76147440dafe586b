"""What a cell says: a text as it is stored, a moment as Vietnam's clocks showed it. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from intranet.kernel.formats import nfc

FIRST_YEAR = 2000
AHEAD_OF_UTC = timedelta(hours=7)  # in every year there can be
VIETNAM = timezone(AHEAD_OF_UTC)
TO_DAYS_END = timedelta(hours=23, minutes=59, seconds=59)

WRITTEN = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?")

HOW_TO_WRITE = "Hãy ghi ngày/tháng/năm, ví dụ 05/02/2026 hoặc 05/02/2026 14:05."
IMPOSSIBLE = "Không có ngày, giờ này. Hãy ghi lại theo ngày/tháng/năm, ví dụ 05/02/2026 14:05."
WRONG_YEAR = "Năm phải từ {first} đến {last}. Hãy kiểm tra lại năm."
NOT_A_DATE = "Ô này chưa phải ngày. Hãy định dạng ô là ngày rồi lưu lại tệp."

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


class Clock:
    """Reads moments; each text is read once, for exports repeat them."""

    def __init__(self, last_year: int) -> None:
        self.last_year = last_year
        self.wrong_year = WRONG_YEAR.format(first=FIRST_YEAR, last=last_year)
        self.known: dict[str, datetime | None] = {"": None}

    def moment(self, value: Any) -> datetime | None:
        """The moment of a cell in UTC, None of an empty one; ValueError tells in Vietnamese how to write it."""
        if type(value) is str:
            if value in self.known:
                return self.known[value]
            moment = self.known[value] = self.of_text(value)
            return moment
        if isinstance(value, date):
            return self.of_cell(value)
        if value is None:
            return None
        raise ValueError(value.message if isinstance(value, CellFault) else NOT_A_DATE)

    def of_text(self, value: str) -> datetime | None:
        match = WRITTEN.fullmatch(value) or WRITTEN.fullmatch(text := text_of(value))
        if match is None:
            if not text:
                return None
            raise ValueError(HOW_TO_WRITE)
        day, month, year, hour, minute, second = map(int, match.groups("0"))
        self.check_year(year)
        try:
            return datetime(year, month, day, hour, minute, second, tzinfo=UTC) - AHEAD_OF_UTC
        except ValueError as fault:
            raise ValueError(IMPOSSIBLE) from fault

    def of_cell(self, value: date) -> datetime:
        """Of a real date; what a float lost below a second is rounded, real fractions are left out."""
        self.check_year(value.year)
        if not isinstance(value, datetime):
            return datetime(value.year, value.month, value.day, tzinfo=UTC) - AHEAD_OF_UTC
        if value.microsecond:
            value = (value + timedelta(microseconds=500)).replace(microsecond=0)
        return value.replace(tzinfo=UTC) - AHEAD_OF_UTC

    def check_year(self, year: int) -> None:
        if not FIRST_YEAR <= year <= self.last_year:
            raise ValueError(self.wrong_year)


def is_whole_day(moment: datetime) -> bool:
    """Whether it, in UTC, is midnight in Vietnam, which is how a day without an hour is read."""
    return moment.hour == 17 and moment.minute == 0 and moment.second == 0


def day_of(moment: datetime) -> date:
    """The day on Vietnam's calendar."""
    return moment.astimezone(VIETNAM).date()
