"""Which ways of writing a moment there are, told by the shape of a text: its digits as nines. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from intranet.kernel.search import fold

DIGITS = {ord(digit): "9" for digit in "0123456789"}

THIS_CENTURY = 2000
WEEKDAY = r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|9)|t9|chu nhat|cn) ?,? )?"
IN_NUMBERS = r"(?:ngay:? )?(?P<first>9{1,2}) ?(?P<sign>[/.-]) ?(?P<second_part>9{1,2}) ?(?P=sign) ?(?P<third>9{4}|9{2})"
YEAR_FIRST = r"(?P<year>9{4})(?P<sign>[/.-])(?P<month>9{1,2})(?P=sign)(?P<day>9{1,2})"
IN_WORDS = r"(?:ngay )?(?P<day>9{1,2}) thang (?P<month>9{1,2}) ?(?:, ?(?:nam )?| nam | )(?P<year>9{4})"
COMPACT = r"(?P<year>9{4})(?P<month>9{2})(?P<day>9{2})(?:(?P<hour>9{2})(?P<minute>9{2})(?P<second>9{2}))?"
SERIAL = re.compile(r"9{1,5}(?:[.,]9+)?")

WITH_COLON = r" ?: ?(?P<minute>9{2})(?: ?: ?(?P<second>9{2})(?:[.,]9{1,9})?)?"
WITH_WORD = (
    r" ?(?:h|g|gio)(?: ?(?P<minute_too>9{2}|9(?= ?p))(?: ?(?:p|ph|phut))?(?: ?(?P<second_too>9{1,2}) ?(?:s|giay))?)?"
)
HALF = r"(?: ?(?P<half>sa|ch|am|pm|a\.m\.|p\.m\.))?"
ZONE = r"(?: ?(?P<zone>z|[+-](?P<zone_hour>9{2})(?::?(?P<zone_minute>9{2}))?))?"
HOUR = rf"(?P<hour>9{{1,2}})(?:{WITH_COLON}|{WITH_WORD}){HALF}{ZONE}"

DAYS = (IN_NUMBERS, YEAR_FIRST, IN_WORDS)
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        COMPACT,
        *(rf"{WEEKDAY}{day}(?:(?:t| ?,? (?:luc )?| - |, ?){HOUR})?" for day in DAYS),
        *(rf"(?:luc )?{HOUR}(?: ?,? | - ){WEEKDAY}{day}" for day in DAYS),
    )
)
HOUR_ALONE = re.compile(HOUR)
OF_THE_DAY = ("first", "second_part", "third", "year", "month", "day")
OF_THE_HOUR = ("hour", "minute", "second", "minute_too", "second_too", "zone")


class DayOrder(Enum):
    """In which order the numbers of a day stand."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    YEAR_FIRST = "year_first"


@dataclass(frozen=True)
class Spelling:
    """Where the parts of a moment stand in a text of one shape; `day_at` holds all of the day, `hour_at` of the hour.

    `half` is "am", "pm" or "". `zone` is the sign of one, "z" of UTC itself, None where it is Vietnam's.
    """

    at: Mapping[str, slice]
    day_at: slice
    hour_at: slice | None
    half: str = ""
    zone: str | None = None
    is_compact: bool = False

    @property
    def is_ordered(self) -> bool:
        """Whether only an order tells the day from the month."""
        return "first" in self.at

    @property
    def is_short(self) -> bool:
        """Whether its year has two digits."""
        return self.is_ordered and self.at["third"].stop - self.at["third"].start == 2

    def number(self, text: str, part: str) -> int:
        at = self.at.get(part) or self.at.get(f"{part}_too")
        return int(text[at]) if at else 0

    def day_of(self, text: str, order: DayOrder) -> tuple[int, int, int]:
        """Year, month and day."""
        if not self.is_ordered:
            return self.number(text, "year"), self.number(text, "month"), self.number(text, "day")
        first, second, third = (self.number(text, part) for part in ("first", "second_part", "third"))
        if order is DayOrder.MONTH_FIRST:
            first, second = second, first
        elif order is DayOrder.YEAR_FIRST and self.is_short:
            first, third = third, first
        has_year = third or first or second
        return (third + THIS_CENTURY if self.is_short and has_year else third), second, first


def is_serial(shape: str) -> bool:
    """Whether it may be a day as spreadsheets count them."""
    return SERIAL.fullmatch(shape) is not None


@lru_cache(maxsize=4096)
def spelling_of(shape: str) -> Spelling | None:
    """How the texts of a shape write a moment; None where they do not, or not in one way only."""
    folded = fold(shape)
    if len(folded) != len(shape):
        return None
    match = next((match for pattern in PATTERNS if (match := pattern.fullmatch(folded))), None)
    return spelling(match) if match else None


@lru_cache(maxsize=1024)
def hour_spelling(shape: str) -> Spelling | None:
    """How the texts of a shape write an hour alone."""
    folded = fold(shape)
    match = HOUR_ALONE.fullmatch(folded) if len(folded) == len(shape) else None
    return spelling(match) if match else None


def spelling(match: re.Match[str]) -> Spelling:
    at = {part: slice(*match.span(part)) for part, text in match.groupdict().items() if text}
    zone = match.groupdict().get("zone")
    return Spelling(
        at,
        day_at=span(at, OF_THE_DAY) or slice(0, 0),
        hour_at=span(at, OF_THE_HOUR),
        half=(match.groupdict().get("half") or "").replace("sa", "am").replace("ch", "pm").replace(".", ""),
        zone=zone[0] if zone else None,
        is_compact=match.re is PATTERNS[0],
    )


def span(at: Mapping[str, slice], parts: tuple[str, ...]) -> slice | None:
    found = [at[part] for part in parts if part in at]
    return slice(min(part.start for part in found), max(part.stop for part in found)) if found else None
