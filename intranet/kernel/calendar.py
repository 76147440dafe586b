"""Vietnam's working days: the public holidays, with what was announced for single days."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

import holidays

from intranet.kernel.day_changes import announced
from intranet.kernel.workdays import WorkCalendar

FEWEST_WORKDAYS_A_YEAR = 240


def vietnam(years: Iterable[int]) -> WorkCalendar:
    """The working days of these years, as announced; days of any other year are told apart by weekday alone."""
    return calendar_of(frozenset(years), announced())


def workdays_after(day: date, n: int) -> date:
    """The n-th working day in Vietnam after a day (before it where n is negative), over as many years as that takes."""
    reach = abs(n) // FEWEST_WORKDAYS_A_YEAR + 1
    return vietnam(range(day.year - reach, day.year + reach + 1)).add(day, n)


@lru_cache(maxsize=256)
def calendar_of(years: frozenset[int], changes: frozenset[tuple[date, bool]] = frozenset()) -> WorkCalendar:
    """The public holidays of these years with these changes (a day, whether it is worked), which win over them."""
    worked = {day for day, is_worked in changes if is_worked and day.year in years}
    off = {day for day, is_worked in changes if not is_worked and day.year in years}
    return WorkCalendar(
        days_off=(frozenset(day for year in years for day in public_holidays(year)) - worked) | off,
        days_on=(frozenset(day for year in years for day in worked_weekends(year)) - off) | worked,
    )


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """The public holidays of a year with their Vietnamese names, those that fall on a weekend too."""
    return dict(sorted(holidays.country_holidays("VN", years=year, language="vi").items()))


@cache
def worked_weekends(year: int) -> frozenset[date]:
    """The weekend days of a year that are known to be worked instead of a public holiday's weekday."""
    worked = holidays.country_holidays("VN", years=year).weekend_workdays
    return frozenset(day for day in worked if day.year == year)
