"""When a training may be submitted, and what is odd about one."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.trainings.workflow import is_same_course, odd_times, ready

TODAY = date(2026, 3, 1)


def a_course(**change):
    values = {
        "title": "Kỹ năng số hóa",
        "organiser": "Trung tâm tỉnh",
        "started_on": TODAY,
        "ended_on": TODAY,
        "hours": 8,
        "attendances": [object()],
    }
    return SimpleNamespace(**values | change)


def test_a_course_with_people_that_has_ended_is_ready():
    assert ready(a_course(), TODAY) == ()


def test_nobody_there_and_not_yet_over_are_told_together():
    reasons = ready(a_course(attendances=[], ended_on=date(2026, 3, 2)), TODAY)
    assert [reason.anchor for reason in reasons] == ["attendances", "facts-title"]


def test_more_than_ten_hours_a_day_are_asked_about():
    assert odd_times(a_course(hours=10), TODAY) == ()
    (reason,) = odd_times(a_course(hours=11), TODAY)
    assert reason.anchor == "hours" and "11 giờ trong 1 ngày" in reason.message
    assert odd_times(a_course(started_on=date(2026, 2, 28), hours=20), TODAY) == ()


@given(st.integers(0, 60), st.integers(1, 1000))
def test_hours_are_odd_exactly_where_no_even_split_over_the_days_is_ten_or_less(days_more, hours):
    course = a_course(started_on=date.fromordinal(TODAY.toordinal() - days_more), hours=hours)
    assert bool(odd_times(course, TODAY)) == (hours / (days_more + 1) > 10)


def test_an_end_that_lies_ahead_is_asked_about():
    (reason,) = odd_times(a_course(ended_on=date(2026, 3, 2)), TODAY)
    assert reason.anchor == "ended_on"


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"title": "KỸ NĂNG  số hoá"}, True),
        ({"title": "Ky nang so hoa", "organiser": "trung tam tinh"}, True),
        ({"hours": 4}, True),
        ({"title": "Kỹ năng giao tiếp"}, False),
        ({"organiser": "Sở Nội vụ"}, False),
        ({"started_on": date(2026, 2, 28)}, False),
        ({"ended_on": date(2026, 3, 2)}, False),
    ],
)
def test_one_course_is_known_by_organiser_topic_and_days_however_they_are_typed(change, same):
    assert is_same_course(a_course(), a_course(**change)) is same
