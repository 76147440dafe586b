"""Days and ranges of days in Vietnamese prose: 05/02/2026; ngày 11 tháng 2; từ 15/12 đến 14/3/2026.

Digits that only look like it are no days: 8.141/8.141, 235/BC-UBND, 24/7, a telephone number, a section 3.1. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

YEAR = r"(?:19|20)\d\d"
# Day, month and perhaps year: "05/02/2026", "14/3", "05-02-2026", "05.02.2026", "05 tháng 02 năm 2026".
WRITTEN = (
    rf"(?<![\w.,/])(?<![^\W\d]-)(?:(?P<d>\d{{1,2}})(?:\s?(?P<mark>[/.-])\s?(?P<m>\d{{1,2}})(?:\s?(?P=mark)\s?(?P<y>{YEAR}))?|"
    rf"\s+tháng\s+(?P<wm>\d{{1,2}})(?:,?\s+năm\s+(?P<wy>{YEAR})|\s?[/-]\s?(?P<sy>{YEAR}))?))"
    r"(?!\w|[/.,]\d|[/-][A-ZĐ]|-\d{3})"
)
DATE = re.compile(WRITTEN, re.IGNORECASE)
NAMED = re.compile(r"(?<!\w)(?:ngày|hôm|sáng|chiều|tối|thứ \w+,?)\s+$", re.IGNORECASE)
UNTIL = re.compile(r"(?<!\w)(?:(?:tính|chốt|lấy|cập nhật)(?: số liệu)? (?:đến|tới)|(?:đến|tới) hết)\s+$", re.IGNORECASE)
BARE_YEAR = re.compile(rf",?\s+năm\s+({YEAR})(?!\d)", re.IGNORECASE)

LEAP_YEAR = 2024
# A range without its first year that would be this long has its days the wrong way round; one of a year has not.
NEARLY_A_YEAR, A_YEAR = timedelta(days=300), timedelta(days=363)
HOUR = r"(?:\d{1,2}\s?(?:h\s?\d{0,2}|giờ(?:\s\d{1,2}(?:\sphút)?)?)\s*,?\s*)?"
LINK = re.compile(
    r"(?:\s*\([^()]{1,40}\)|\s+của\s+năm\s+\w+)?\s*,?\s*"
    r"(?:[-–—→]|(?:và\s+)?kết thúc(?:\s+vào)?|(?:cho\s+)?(?:đến|tới))\s*(?:hết\s+)?(?:thời điểm\s+)?"
    rf"{HOUR}(?:hết\s+)?(?:ngày\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(rf"(?<!\w)(?:từ|bắt đầu)\s+{HOUR}(?:ngày\s+)?$", re.IGNORECASE)
LONE_DAY = re.compile(
    rf"(?:(?<!\w)từ\s+{HOUR}(?:ngày\s+)?|(?<!\w)(?:các\s+)?ngày\s+)(?P<d>\d{{1,2}})(?=\s*(?:[-–—]|đến|tới))",
    re.IGNORECASE,
)
MOVED = re.compile(r"(?:rút ngắn|đẩy sớm|chuyển|điều chỉnh|dời|hoãn|lùi|sửa)[^.;,]{0,25}$", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """A day as written; `value` is None where no year is said, or where no calendar has it: 31/02/2026."""

    start: int
    end: int
    value: date | None
    day: int
    month: int
    year: int | None = None

    @property
    def is_impossible(self) -> bool:
        return on(self.year or LEAP_YEAR, self.month, self.day) is None


@dataclass(frozen=True)
class Range:
    """From one day to another, both counted in."""

    start: int
    end: int
    first: date
    last: date

    @property
    def is_reversed(self) -> bool:
        return self.first > self.last


def on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dates(text: str) -> tuple[Day, ...]:
    """Every day of a text in order; one without a year only where words or a range say that it is a day."""
    found = list(_written(text))
    linked = {id(one) for left, right in _linked(text, found) for one in (left, right)}
    return tuple(one for one in found if one.year or id(one) in linked or _is_named(text, one))


def _written(text: str) -> Iterator[Day]:
    for match in DATE.finditer(text):
        day, month = int(match["d"]), int(match["m"] or match["wm"])
        year = match["y"] or match["wy"] or match["sy"]
        end = match.end()
        if year is None and match["mark"] in (".", "-"):
            continue
        if year is None and (said := BARE_YEAR.match(text, end)) and NAMED.search(text[: match.start()]):
            year, end = said[1], said.end()
        if year is None and not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        value = on(int(year), month, day) if year else None
        yield Day(match.start(), end, value, day, month, int(year) if year else None)


def _is_named(text: str, one: Day) -> bool:
    before = text[: one.start]
    return bool(NAMED.search(before) or UNTIL.search(before))


def _linked(text: str, found: list[Day]) -> Iterator[tuple[Day, Day]]:
    """Two days with nothing but "đến" or a dash between them; without any year only after "từ" or "ngày"."""
    for left, right in pairwise(found):
        before = text[: left.start]
        is_said = left.year or right.year or FROM.search(before) or NAMED.search(before)
        if is_said and LINK.fullmatch(text, left.end, right.start) and not MOVED.search(before):
            yield left, right


def ranges(text: str, year: int | None = None) -> tuple[Range, ...]:
    """Every range of days; `year` is that of the last day where the text does not say it.

    A first day without year or month takes those of the last, and the year before where it would come after it; one
    that would then come almost a year before it is taken as written the wrong way round.
    """
    found = list(_written(text))
    pairs = [(left, right) for left, right in _linked(text, found)]
    pairs += [(left, right) for left in _lone(text) for right in found if LINK.fullmatch(text, left.end, right.start)]
    known = [one for left, right in pairs if (one := _range(text, left, right, year))]
    return tuple(sorted(known, key=lambda one: one.start))


def _lone(text: str) -> Iterator[Day]:
    """The first of "từ ngày 09 đến ngày 10/3/2026", without its month."""
    for match in LONE_DAY.finditer(text):
        yield Day(match.start("d"), match.end("d"), None, int(match["d"]), 0)


def _range(text: str, left: Day, right: Day, year: int | None) -> Range | None:
    month = left.month or right.month
    last_year = right.year or (_year_after(left, right) if left.year else year)
    if last_year is None or (last := on(last_year, right.month, right.day)) is None:
        return None
    is_later = (month, left.day) > (right.month, right.day)
    if is_later and not left.month:
        return None
    first = on(left.year or last_year - is_later, month, left.day)
    if is_later and not left.year and first and NEARLY_A_YEAR < last - first < A_YEAR:
        first = on(last_year, month, left.day)
    return Range(_said_from(text, left.start), right.end, first, last) if first else None


def _year_after(left: Day, right: Day) -> int | None:
    """The year of a last day that names none: the first's, or the one after."""
    if left.year is None:
        return None
    return left.year if (left.month, left.day) <= (right.month, right.day) else left.year + 1


def _said_from(text: str, start: int) -> int:
    """Where the words begin that lead to the first day: "từ ngày", "ngày"."""
    match = re.search(rf"(?<!\w)(?:(?:kể\s+)?từ\s+)?{HOUR}(?:ngày\s+)?$", text[:start], re.IGNORECASE)
    return match.start() if match else start
