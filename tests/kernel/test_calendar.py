from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel import calendar
from intranet.kernel.calendar import VIETNAM, now, today, vietnam, workdays_after


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 2, 17),
        date(2026, 4, 27),
        date(2026, 4, 30),
        date(2026, 5, 1),
        date(2026, 9, 1),
        date(2026, 9, 2),
    ],
)
def test_public_holidays_and_their_substitutes_are_off(day):
    assert day.weekday() < 5
    assert not vietnam([2026]).is_workday(day)


@pytest.mark.parametrize(
    ("off", "on"),
    [(date(2026, 1, 2), date(2026, 1, 10)), (date(2026, 8, 31), date(2026, 8, 22))],
)
def test_a_day_off_by_swap_is_made_up_on_its_saturday(off, on):
    assert on.weekday() == 5
    assert not vietnam([2026]).is_workday(off)
    assert vietnam([2026]).is_workday(on)


def test_the_same_years_give_the_same_calendar_in_whatever_order():
    assert vietnam([2026, 2025]) is vietnam(range(2025, 2027))


def test_thirty_working_days_pass_over_tet():
    assert workdays_after(date(2026, 1, 30), 30) == date(2026, 3, 20)


def test_working_days_pass_into_the_years_after():
    assert workdays_after(date(2025, 12, 31), 1) == date(2026, 1, 5)
    assert workdays_after(date(2026, 1, 5), -1) == date(2025, 12, 31)


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(-600, 600))
def test_working_days_are_counted_with_the_holidays_of_every_year_passed(day, n):
    assert workdays_after(day, n) == vietnam(range(2010, 2041)).add(day, n)


def test_now_is_in_utc():
    assert now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 14, 16, 59, tzinfo=UTC), date(2026, 3, 14)),
        (datetime(2026, 3, 14, 17, 0, tzinfo=UTC), date(2026, 3, 15)),
    ],
)
def test_today_begins_at_midnight_in_vietnam(monkeypatch, moment, day):
    monkeypatch.setattr(calendar, "now", lambda: moment)
    assert today() == day


def test_vietnam_is_seven_hours_ahead():
    assert datetime(2026, 7, 1, tzinfo=VIETNAM).utcoffset() == timedelta(hours=7)
