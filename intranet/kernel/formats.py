"""Dates and numbers as Vietnamese offices write them."""

import unicodedata
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from intranet.kernel.clock import VIETNAM
from intranet.kernel.labels import Labelled

LOCALE = "vi"
ONE_DECIMAL = Decimal("0.1")
UNKNOWN = "……"  # stands where a value is not known
A_FEW = 5  # lines of a list that the trail still tells as a whole


def date_text(day: date) -> str:
    """05/02/2026"""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: date) -> str:
    """ngày 05 tháng 02 năm 2026, but tháng 3: Decree 30/2020/NĐ-CP pads days below 10 and months 1 and 2 only."""
    month = "MM" if day.month < 3 else "M"
    return format_date(day, f"'ngày' dd 'tháng' {month} 'năm' yyyy", locale=LOCALE)


def weekday(day: date) -> str:
    """Thứ Hai, Chủ Nhật"""
    return format_date(day, "EEEE", locale=LOCALE)


def moment(stored: datetime) -> str:
    """14:05 ngày 05/02/2026 in Vietnam; a time without a zone is UTC, as databases give it back."""
    there = (stored if stored.tzinfo else stored.replace(tzinfo=UTC)).astimezone(VIETNAM)
    return f"{there:%H:%M} ngày {date_text(there)}"


@lru_cache(maxsize=4096)  # a page of figures asks hundreds of times, mostly for the same
def number(value: int) -> str:
    """1.568"""
    return format_decimal(value, format="#,##0", locale=LOCALE)


def signed(difference: int) -> str:
    """+12, −3, 0: how far one count lies from another."""
    return number(difference) if difference == 0 else f"{'+' if difference > 0 else '−'}{number(abs(difference))}"


def padded(count: int) -> str:
    """A count in a sentence: 03, 12, 1.568."""
    return f"{count:02}" if 0 <= count < 10 else number(count)


def rate(percentage: Decimal) -> str:
    """99,1, and 100 where the decimal is zero; the sign % stands in the text."""
    return format_decimal(_to_one_decimal(percentage), format="#,##0.#", locale=LOCALE)


def money(dong: int) -> str:
    """18.025.000 đồng"""
    return f"{number(dong)} đồng"


def decimal_text(value: int | Decimal) -> str:
    """7,5, and 1.568 where there is nothing after the comma."""
    return format_decimal(value, format="#,##0.##", locale=LOCALE)


def percent(part: int | Decimal | None, whole: int | Decimal | None) -> Decimal | None:
    """How many in a hundred, to one decimal; None where one of the two is missing or the whole is 0."""
    if part is None or not whole:
        return None
    return _to_one_decimal(Decimal(part) * 100 / Decimal(whole))


def nfc(text: str) -> str:
    """The text with each letter and its marks in one character, as it is stored."""
    return unicodedata.normalize("NFC", text)


def shown(value: Any) -> str:
    """Any stored value as the trail and a comparison show it; an empty one is "(trống)"."""
    match value:
        case None | "" | []:
            return "(trống)"
        case Labelled():
            return value.label
        case bool():
            return "có" if value else "không"
        case datetime():
            return moment(value)
        case date():
            return date_text(value)
        case Decimal():
            return decimal_text(value)
        case dict():
            return ", ".join(shown(one) for one in value.values() if one not in (None, ""))
        case [dict(), *_]:
            return "\n".join(map(shown, value))
        case [tuple(), *_]:
            return "\n".join(map(str, value))
        case list():
            return ", ".join(map(str, value))
    return str(value)


def change_shown(old: Any, new: Any) -> tuple[str, str]:
    """Both sides of a change as `shown`; of two long lists only what is not in both, and how much is."""
    if not (isinstance(old, list) and isinstance(new, list)) or max(len(old), len(new)) <= A_FEW:
        return shown(old), shown(new)
    kept = [one for one in old if one in new]
    differing = [[shown(one) for one in side if one not in kept] for side in (old, new)]
    if not any(differing):
        return shown(old), shown(new)
    rest = [f"({number(len(kept))} dòng khác giữ nguyên)"] if kept else []
    before, after = ("\n".join(lines + rest) or shown([]) for lines in differing)
    return before, after


def _to_one_decimal(value: Decimal) -> Decimal:
    return value.quantize(ONE_DECIMAL, ROUND_HALF_UP)
