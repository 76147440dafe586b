from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.workdays import WorkCalendar

# Off from Monday 31/8 to Wednesday 2/9; Saturday 22/8 is worked instead of 31/8.
AUGUST = WorkCalendar(
    days_off=frozenset({date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2)}),
    days_on=frozenset({date(2026, 8, 22)}),
)
DAYS = st.dates(date(2026, 7, 1), date(2026, 10, 31))
CALENDARS = st.builds(WorkCalendar, st.frozensets(DAYS, max_size=20), st.frozensets(DAYS, max_size=5))


def test_weekends_and_holidays_are_off():
    assert AUGUST.is_workday(date(2026, 8, 28))
    assert not AUGUST.is_workday(date(2026, 8, 29))
    assert not AUGUST.is_workday(date(2026, 9, 2))


def test_a_swapped_saturday_is_worked():
    assert AUGUST.is_workday(date(2026, 8, 22))
    assert AUGUST.add(date(2026, 8, 21), 1) == date(2026, 8, 22)


def test_a_day_named_both_on_and_off_is_worked():
    day = date(2026, 8, 22)
    assert WorkCalendar(days_off=frozenset({day}), days_on=frozenset({day})).is_workday(day)


def test_adding_skips_the_weekend_and_the_holiday_after_it():
    assert AUGUST.add(date(2026, 8, 28), 1) == date(2026, 9, 3)
    assert AUGUST.add(date(2026, 9, 3), -1) == date(2026, 8, 28)


def test_adding_nothing_stays_on_the_day_even_on_a_sunday():
    assert AUGUST.add(date(2026, 8, 30), 0) == date(2026, 8, 30)


def test_counting_leaves_out_the_first_day_and_takes_in_the_last():
    assert AUGUST.between(date(2026, 8, 27), date(2026, 9, 3)) == 2
    assert AUGUST.between(date(2026, 8, 27), date(2026, 8, 27)) == 0
    assert AUGUST.between(date(2026, 9, 3), date(2026, 8, 27)) == -2


@given(CALENDARS, DAYS, st.integers(0, 40))
def test_counting_undoes_adding(calendar, day, n):
    assert calendar.between(day, calendar.add(day, n)) == n


@given(CALENDARS, DAYS, st.integers(-40, 40))
def test_from_a_working_day_adding_goes_there_and_back(calendar, day, n):
    start = calendar.add(day, 1)
    assert calendar.between(start, calendar.add(start, n)) == n
    assert calendar.add(calendar.add(start, n), -n) == start


@given(CALENDARS, DAYS, st.integers(1, 40))
def test_adding_ends_on_a_working_day(calendar, day, n):
    assert calendar.is_workday(calendar.add(day, n))
    assert calendar.is_workday(calendar.add(day, -n))


@given(CALENDARS, DAYS, DAYS, DAYS)
def test_counts_of_parts_add_up(calendar, a, b, c):
    assert calendar.between(a, b) + calendar.between(b, c) == calendar.between(a, c)


@given(CALENDARS, DAYS, DAYS, st.integers(-40, 40))
def test_who_begins_later_never_ends_earlier(calendar, a, b, n):
    first, last = sorted((a, b))
    assert calendar.add(first, n) <= calendar.add(last, n)


@given(CALENDARS, DAYS, st.integers(-40, 39))
def test_one_day_more_ends_later(calendar, day, n):
    assert calendar.add(day, n) < calendar.add(day, n + 1)


@given(CALENDARS, DAYS, DAYS, DAYS)
def test_a_longer_time_holds_no_fewer_working_days(calendar, start, a, b):
    first, last = sorted((a, b))
    assert calendar.between(start, first) <= calendar.between(start, last)


@given(CALENDARS, DAYS)
def test_days_named_on_win_and_days_named_off_are_off(calendar, day):
    worked = WorkCalendar(calendar.days_off, calendar.days_on | {day})
    off = WorkCalendar(calendar.days_off | {day}, calendar.days_on - {day})
    assert worked.is_workday(day) and not off.is_workday(day)


@given(CALENDARS, DAYS)
def test_a_day_counts_for_itself_alone(calendar, day):
    assert calendar.between(day - timedelta(days=1), day) == calendar.is_workday(day)
