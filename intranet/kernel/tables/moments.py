"""Moments out of cells: each way of writing one that can mean one moment only, and what is written for none. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from intranet.kernel.search import fold
from intranet.kernel.tables.cells import AHEAD_OF_UTC, CellFault, text_of
from intranet.kernel.tables.spellings import DIGITS, DayOrder, Spelling, hour_spelling, is_serial, spelling_of

FIRST_YEAR = 2000
ONE_HALF = 12  # hours of a half of the day

HOW_TO_WRITE = "Hãy ghi ngày/tháng/năm, ví dụ 05/02/2026 hoặc 05/02/2026 14:05."
HOW_TO_WRITE_HOUR = "Hãy ghi giờ:phút, ví dụ 14:05."
IMPOSSIBLE = "Không có ngày, giờ này. Hãy ghi lại theo ngày/tháng/năm, ví dụ 05/02/2026 14:05."
WRONG_YEAR = "Năm phải từ {first} đến {last}. Hãy kiểm tra lại năm."
NOT_A_DATE = "Ô này chưa phải ngày. Hãy định dạng ô là ngày rồi lưu lại tệp."

# What stands where there is no day: words, folded, and the days that systems write for none.
NO_MOMENT = frozenset(
    {"", "null", "(null)", "n/a", "#n/a", "na", "none", "nan", "nat", "nil", "undefined"}
    | {"khong", "khong co", "khong xac dinh", "chua", "chua co", "chua xac dinh", "chua cap nhat", "trong", "(trong)"}
)
ONLY_SIGNS = frozenset("-–—‑−_./: 0")
NO_DAYS = frozenset(
    {(0, 0, 0), (1, 1, 1), (1753, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1970, 1, 1), (9999, 12, 31)}
)
SERIAL_ZERO = datetime(1899, 12, 30, tzinfo=UTC) - AHEAD_OF_UTC
SERIAL_END = 100_000  # a day of the year 2173


@dataclass(frozen=True)
class ColumnStyle:
    """How the cells of one column are written, as told by all of them or by a person.

    `swaps_dates`: real dates whose day and month a spreadsheet has exchanged. `serials`: days as spreadsheets count
    them. `is_compact`: days as eight digits, moments as fourteen. `has_short_years`: years of two digits.
    """

    order: DayOrder = DayOrder.DAY_FIRST
    swaps_dates: bool = False
    serials: bool = False
    is_compact: bool = False
    has_short_years: bool = False


DAY_FIRST = ColumnStyle()


class Clock:
    """Reads the moments of one column in its style; each day and each hour is understood once, for exports repeat them.

    `shapes` are the spellings of its texts by their length, where a survey found one alone of that length.
    """

    def __init__(self, last_year: int, style: ColumnStyle = DAY_FIRST, first_year: int = FIRST_YEAR) -> None:
        self.first_year, self.last_year, self.style = first_year, last_year, style
        self.wrong_year = WRONG_YEAR.format(first=first_year, last=last_year)
        self.readers: dict[str, Callable[[str], datetime | None]] = {}
        self.by_length: dict[int, Callable[[str], datetime | None]] = {0: nothing}

    def expect(self, shapes: dict[int, str]) -> None:
        """Know, by their length, the shapes of all texts that are to come; the others are told by looking."""
        for length, shape in shapes.items():
            self.by_length[length] = self.reader_of(shape)

    def moment(self, value: Any) -> datetime | None:
        """The moment of a cell in UTC, None of an empty one; ValueError tells in Vietnamese how to write it."""
        if type(value) is str:
            read = self.by_length.get(len(value))
            return read(value) if read else self.of_text(value)
        if isinstance(value, date):
            return self.of_date(value)
        return self.of_other(value)

    def of_text(self, value: str) -> datetime | None:
        shape = value.translate(DIGITS)
        read = self.readers.get(shape)
        if read is None:
            read = self.readers[shape] = self.reader_of(shape)
        return read(value)

    def reader_of(self, shape: str) -> Callable[[str], datetime | None]:
        """What reads the texts of a shape; signs nobody sees are taken out of each of them first."""
        clean = text_of(shape)
        if clean != shape:
            read = self.reader_of(clean)
            return lambda text: read(text_of(text))
        if self.style.serials and is_serial(shape):
            return lambda text: self.of_serial(float(text.replace(",", ".")))
        spelling = spelling_of(shape)
        if spelling is None or (spelling.is_compact and not self.style.is_compact):
            return unreadable
        if spelling.is_short and not self.style.has_short_years:
            return unreadable
        return SpelledMoments(self, spelling).moment

    def of_date(self, value: date) -> datetime | None:
        """Of a real date; what a float lost below a second is rounded, real fractions are left out."""
        year, month, day = value.year, value.month, value.day
        if (year, month, day) in NO_DAYS:
            return None
        if self.style.swaps_dates and day <= 12:
            month, day = day, month
            value = value.replace(month=month, day=day)
        self.check_year(year)
        if not isinstance(value, datetime):
            return datetime(year, month, day, tzinfo=UTC) - AHEAD_OF_UTC
        if value.microsecond:
            value = (value + timedelta(microseconds=500)).replace(microsecond=0)
        return value.replace(tzinfo=UTC) - AHEAD_OF_UTC

    def of_other(self, value: Any) -> datetime | None:
        if is_none(value):
            return None
        if self.style.serials and is_serial_number(value):
            return self.of_serial(value)
        raise ValueError(value.message if isinstance(value, CellFault) else NOT_A_DATE)

    def of_serial(self, value: float) -> datetime | None:
        if value < 3:  # the beginning of the count stands for none
            return None
        if value >= SERIAL_END:
            raise ValueError(NOT_A_DATE)
        moment = SERIAL_ZERO + timedelta(seconds=round(value * 86_400))
        self.check_year((moment + AHEAD_OF_UTC).year)
        return moment

    def midnight(self, year: int, month: int, day: int) -> datetime | None:
        """When a day begins in Vietnam, in UTC; None of a day that is written where there is none."""
        if (year, month, day) in NO_DAYS:
            return None
        self.check_year(year)
        try:
            return datetime(year, month, day, tzinfo=UTC) - AHEAD_OF_UTC
        except ValueError as fault:
            raise ValueError(IMPOSSIBLE) from fault

    def check_year(self, year: int) -> None:
        if not self.first_year <= year <= self.last_year:
            raise ValueError(self.wrong_year)


class SpelledMoments:
    """Reads texts of one shape, whose days and hours therefore stand in the same places of each."""

    def __init__(self, clock: Clock, spelling: Spelling) -> None:
        self.clock, self.spelling = clock, spelling
        self.day_at, self.hour_at = spelling.day_at, spelling.hour_at
        self.days: dict[str, datetime | None] = {}
        self.hours: dict[str, timedelta] = {}

    def moment(self, text: str) -> datetime | None:
        part = text[self.day_at]
        if part in self.days:
            day = self.days[part]
        else:
            day = self.days[part] = self.day(text)
        if self.hour_at is None or day is None:
            return day
        part = text[self.hour_at]
        hour = self.hours.get(part)
        if hour is None:
            hour = self.hours[part] = hour_of(text, self.spelling)
        return day + hour

    def day(self, text: str) -> datetime | None:
        return self.clock.midnight(*self.spelling.day_of(text, self.clock.style.order))


def hour_of(text: str, spelling: Spelling) -> timedelta:
    """How far a text's hour lies after Vietnam's midnight; of another zone, after it was converted."""
    hour, minute, second = (
        spelling.number(text, "hour"),
        spelling.number(text, "minute"),
        spelling.number(text, "second"),
    )
    if spelling.half == "am" and hour <= ONE_HALF:
        hour %= ONE_HALF
    elif spelling.half == "am" or (spelling.half == "pm" and hour == 0):
        raise ValueError(IMPOSSIBLE)
    elif spelling.half == "pm" and hour < ONE_HALF:
        hour += ONE_HALF
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(IMPOSSIBLE)
    after = timedelta(hours=hour, minutes=minute, seconds=second)
    return after if spelling.zone is None else after + AHEAD_OF_UTC - ahead(text, spelling)


def ahead(text: str, spelling: Spelling) -> timedelta:
    """How far the clocks of a text's zone are ahead of UTC."""
    hours, minutes = spelling.number(text, "zone_hour"), spelling.number(text, "zone_minute")
    if hours > 14 or minutes > 59:
        raise ValueError(IMPOSSIBLE)
    distance = timedelta(hours=hours, minutes=minutes)
    return -distance if spelling.zone == "-" else distance


class HourReader:
    """Reads a column of hours that stands beside one of days."""

    def __init__(self) -> None:
        self.known: dict[Any, timedelta | None] = {}

    def hour(self, value: Any) -> timedelta | None:
        """How far into its day a cell's hour lies, None of an empty one; ValueError tells how to write it."""
        if value not in self.known:
            self.known[value] = self.read(value)
        return self.known[value]

    def read(self, value: Any) -> timedelta | None:
        if isinstance(value, time):
            return timedelta(
                hours=value.hour, minutes=value.minute, seconds=round(value.second + value.microsecond / 1e6)
            )
        if isinstance(value, timedelta) and timedelta() <= value < timedelta(days=1):
            return value
        if type(value) is str:
            return hour_of_text(text_of(value))
        if value is None or value == "":
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return hour_of_number(value)
        if isinstance(value, CellFault) and is_none(value):
            return None
        raise ValueError(value.message if isinstance(value, CellFault) else HOW_TO_WRITE_HOUR)


def hour_of_text(text: str) -> timedelta | None:
    if fold(text) in NO_MOMENT or set(text) <= set("-–—"):
        return None
    spelling = hour_spelling(text.translate(DIGITS))
    if spelling:
        return hour_of(text, spelling)
    try:
        return hour_of_number(float(text.replace(",", ".")))
    except ValueError as fault:
        raise ValueError(HOW_TO_WRITE_HOUR) from fault


def hour_of_number(value: float) -> timedelta:
    """Of a fraction of a day, or of an hour of the clock."""
    if 0 <= value < 1:
        return timedelta(seconds=round(value * 86_400))
    if value == int(value) and value < 24:
        return timedelta(hours=int(value))
    raise ValueError(HOW_TO_WRITE_HOUR)


def nothing(_: str) -> None:
    """What an empty text says."""


def unreadable(text: str) -> None:
    """A text that is no moment: nothing where it is one of those that stand for none."""
    if not says_none(text):
        raise ValueError(HOW_TO_WRITE)


def says_none(text: str) -> bool:
    return set(text) <= ONLY_SIGNS or fold(text) in NO_MOMENT


def is_none(value: Any) -> bool:
    """Whether a cell that is neither text nor date is empty, a zero or "#N/A", which stand for none."""
    if isinstance(value, CellFault):
        return says_none(value.shown) and bool(value.shown)
    return value is None or value == time() or (not isinstance(value, bool) and value == 0)


def is_serial_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value < SERIAL_END
