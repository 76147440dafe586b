"""How late a dossier is, and what the rule on apologies says."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.workdays import WorkCalendar
from intranet.overdue.lateness import disorder, lateness, odd_apology, time_left, workdays_late

TODAY = date(2026, 3, 1)
DUE = date(2026, 1, 6)
PLAIN = WorkCalendar(frozenset(), frozenset())
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
calendars = st.builds(WorkCalendar, st.frozensets(days, max_size=20), st.frozensets(days, max_size=5))


@pytest.mark.parametrize(
    ("due_on", "finished_on", "late"),
    [
        (date(2026, 1, 6), date(2026, 1, 7), 1),
        (date(2026, 1, 9), date(2026, 1, 10), 0),  # a Saturday is no working day
        (date(2026, 1, 9), date(2026, 1, 12), 1),
        (date(2026, 1, 9), date(2026, 1, 9), 0),
        (date(2026, 2, 27), None, 0),  # up to today, a Sunday
        (date(2026, 2, 25), None, 2),
    ],
)
def test_working_days_after_the_due_date_count(due_on, finished_on, late):
    assert workdays_late(due_on, finished_on, TODAY, PLAIN) == late


def test_a_swapped_saturday_counts_and_a_holiday_does_not():
    calendar = WorkCalendar(frozenset({date(2026, 1, 12)}), frozenset({date(2026, 1, 10)}))
    assert workdays_late(date(2026, 1, 9), date(2026, 1, 13), TODAY, calendar) == 2


@given(days, st.integers(0, 400), calendars)
def test_later_is_never_less_late_and_never_more_than_the_days_between(due_on, after, calendar):
    finished_on = due_on + timedelta(days=after)
    late = workdays_late(due_on, finished_on, TODAY, calendar)
    assert 0 <= late <= after
    assert late <= workdays_late(due_on, finished_on + timedelta(days=1), TODAY, calendar) <= late + 1


@pytest.mark.parametrize(
    ("received_on", "due_on", "finished_on", "at"),
    [
        (date(2026, 1, 7), DUE, date(2026, 1, 9), "due_on"),
        (date(2026, 1, 5), DUE, DUE, "finished_on"),
        (date(2026, 1, 5), DUE, date(2026, 1, 4), "finished_on"),
        (date(2026, 1, 5), DUE, date(2026, 3, 2), "finished_on"),
        (date(2026, 1, 5), TODAY, None, "due_on"),
        (date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4), "received_on"),
    ],
)
def test_days_that_cannot_be_are_refused_where_they_are_mended(received_on, due_on, finished_on, at):
    assert at in {reason.anchor for reason in disorder(received_on, due_on, finished_on, TODAY)}


def test_days_of_a_late_dossier_are_taken():
    assert disorder(date(2026, 1, 5), DUE, date(2026, 1, 8), TODAY) == ()
    assert disorder(date(2026, 1, 5), DUE, None, TODAY) == ()


@pytest.mark.parametrize(
    ("apology_on", "first", "second", "asked"),
    [
        (date(2026, 1, 5), date(2026, 1, 9), None, set()),
        (None, None, None, set()),
        (DUE, date(2026, 1, 9), None, {"apology_on"}),
        (date(2026, 1, 7), None, None, {"apology_on"}),
        (None, date(2026, 1, 9), None, {"apology_on"}),
        (date(2026, 1, 5), date(2026, 1, 6), None, {"rescheduled_to"}),
        (date(2026, 1, 5), date(2026, 1, 9), date(2026, 1, 12), {"rescheduled_again_to"}),
    ],
)
def test_an_apology_before_the_day_before_and_one_new_date_are_the_rule(apology_on, first, second, asked):
    assert {reason.anchor for reason in odd_apology(DUE, apology_on, first, second)} == asked


def test_an_apology_goes_out_before_the_dossier_is_late():
    assert disorder(date(2026, 1, 5), TODAY, None, TODAY, has_apology=True) == ()


def test_a_dossier_known_to_be_late_by_an_hour_ended_on_its_day():
    assert disorder(date(2026, 1, 5), DUE, DUE, TODAY, is_known_late=True) == ()
    earlier = disorder(date(2026, 1, 2), DUE, date(2026, 1, 5), TODAY, is_known_late=True)
    assert {reason.anchor for reason in earlier} == {"finished_on"}


@pytest.mark.parametrize(
    ("finished_on", "today", "workdays", "words"),
    [
        (date(2026, 1, 8), TODAY, 2, "quá 2 ngày làm việc"),
        (DUE, TODAY, 0, "quá chưa đủ một ngày làm việc"),
        (None, DUE, 0, "chưa quá hạn"),
        (None, date(2026, 1, 5), 0, "chưa quá hạn"),
        (None, date(2026, 1, 7), 0, "quá chưa đủ một ngày làm việc"),
    ],
)
def test_lateness_is_told_in_words(finished_on, today, workdays, words):
    assert lateness(DUE, finished_on, today, workdays) == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 1, 2, 8), "Còn 2 ngày làm việc"),  # a Friday
        (datetime(2026, 1, 5, 17), "Còn 1 ngày làm việc"),
        (datetime(2026, 1, 6, 8), "Còn 9 giờ"),
        (datetime(2026, 1, 6, 16, 1), "Còn dưới một giờ"),
        (datetime(2026, 1, 6, 17, 30), "Trễ dưới một giờ"),
        (datetime(2026, 1, 6, 19), "Trễ 2 giờ"),
        (datetime(2026, 1, 8, 8), "Trễ 2 ngày làm việc"),
    ],
)
def test_the_time_left_is_told_in_hours_on_the_day_itself(now, words):
    assert time_left(datetime(2026, 1, 6, 17), now, PLAIN) == words


def test_over_a_weekend_without_a_working_day_hours_are_told():
    assert time_left(datetime(2026, 1, 9, 17), datetime(2026, 1, 10, 8), PLAIN) == "Trễ 15 giờ"
