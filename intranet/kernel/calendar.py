"""Today, now, and Vietnam's working days."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from intranet.kernel.workdays import WorkCalendar

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

# Swaps announced by the Government that the holidays package does not know: the weekday off -> the Saturday worked.
SWAPPED = {date(2026, 1, 2): date(2026, 1, 10)}

FEWEST_WORKDAYS_A_YEAR = 240


_clock: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """This moment in UTC, as it is stored."""
    return _clock.get() or datetime.now(UTC)


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Let the clock stand at an aware moment: the sample quarter and tests live in their own time."""
    token = _clock.set(moment)
    try:
        yield
    finally:
        _clock.reset(token)


def today() -> date:
    """The date on the wall in Vietnam."""
    return now().astimezone(VIETNAM).date()


def vietnam(years: Iterable[int]) -> WorkCalendar:
    """The working days of these years; days of any other year are told apart by weekday alone."""
    return _calendar(frozenset(years))


def workdays_after(day: date, n: int) -> date:
    """The n-th working day in Vietnam after a day (before it where n is negative), over as many years as that takes."""
    reach = abs(n) // FEWEST_WORKDAYS_A_YEAR + 1
    return vietnam(range(day.year - reach, day.year + reach + 1)).add(day, n)


@cache
def _calendar(years: frozenset[int]) -> WorkCalendar:
    public = holidays.country_holidays("VN", years=years)
    swapped = {off: on for off, on in SWAPPED.items() if off.year in years}
    return WorkCalendar(
        days_off=frozenset(public) | frozenset(swapped),
        days_on=frozenset(public.weekend_workdays) | frozenset(swapped.values()),
    )
