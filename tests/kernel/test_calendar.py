from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intranet.kernel.calendar import calendar_of, public_holidays, vietnam, workdays_after
from intranet.kernel.day_changes import announced
from intranet.kernel.workdays import WorkCalendar

YEAR = frozenset([2026])
AROUND = frozenset(range(2024, 2029))
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
CHANGES = st.dictionaries(DAYS, st.booleans(), max_size=12).map(lambda days: frozenset(days.items()))


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
    assert not calendar_of(YEAR).is_workday(day)


@pytest.mark.parametrize(
    ("off", "on"),
    [(date(2026, 1, 2), date(2026, 1, 10)), (date(2026, 8, 31), date(2026, 8, 22))],
)
def test_a_day_off_by_swap_is_made_up_on_its_saturday(app, off, on):
    assert on.weekday() == 5
    assert not vietnam([2026]).is_workday(off)
    assert vietnam([2026]).is_workday(on)


def test_holidays_have_vietnamese_names_and_stand_in_order():
    named = public_holidays(2026)
    assert named[date(2026, 2, 17)] == "Tết Nguyên Đán" and named[date(2026, 9, 2)] == "Quốc khánh"
    assert list(named) == sorted(named) and {day.year for day in named} == {2026}


def test_a_change_wins_over_a_holiday_and_over_a_swap_known_before():
    changed = calendar_of(YEAR, frozenset([(date(2026, 8, 31), True), (date(2026, 8, 22), False)]))
    assert changed.is_workday(date(2026, 8, 31)) and not changed.is_workday(date(2026, 8, 22))


def test_a_change_of_another_year_changes_nothing():
    assert calendar_of(YEAR, frozenset([(date(2027, 1, 4), False)])) == calendar_of(YEAR)


@given(CHANGES)
def test_changed_days_are_what_they_were_changed_to_and_no_other_day_is(changes):
    plain, changed, told = calendar_of(AROUND), calendar_of(AROUND, changes), dict(changes)
    for n in range((date(2028, 1, 1) - date(2025, 1, 1)).days):
        day = date(2025, 1, 1) + timedelta(days=n)
        assert changed.is_workday(day) == told.get(day, plain.is_workday(day))


@given(CHANGES, DAYS, DAYS)
def test_each_changed_day_counts_one_more_or_one_less(changes, a, b):
    first, last = sorted((a, b))
    plain, changed = calendar_of(AROUND), calendar_of(AROUND, changes)
    gained = sum(is_worked - plain.is_workday(day) for day, is_worked in changes if first < day <= last)
    assert changed.between(first, last) == plain.between(first, last) + gained


def test_the_same_years_give_the_same_calendar_in_whatever_order(app):
    assert vietnam([2026, 2025]) is vietnam(range(2025, 2027))


def test_thirty_working_days_pass_over_tet(app):
    assert workdays_after(date(2026, 1, 30), 30) == date(2026, 3, 20)


def test_working_days_pass_into_the_years_after(app):
    assert workdays_after(date(2025, 12, 31), 1) == date(2026, 1, 5)
    assert workdays_after(date(2026, 1, 5), -1) == date(2025, 12, 31)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(-600, 600))
def test_working_days_are_counted_with_the_holidays_of_every_year_passed(app, day, n):
    assert workdays_after(day, n) == vietnam(range(2010, 2041)).add(day, n)


def test_the_calendar_is_made_of_the_holidays_and_of_what_was_announced(app):
    assert vietnam([2026]) == calendar_of(YEAR, announced()) != calendar_of(YEAR)
    assert isinstance(vietnam([]), WorkCalendar)
