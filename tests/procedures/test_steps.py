"""The hours of steps: their sum, what it lacks, the order of the rows."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.procedures.steps import (
    HOURS_A_DAY,
    Step,
    Steps,
    Sum,
    TimeUnit,
    hours_of,
    in_order,
    step_time,
    time_text,
    typed_as,
)

HOURS = st.integers(0, 9999)
WHOLE = st.integers(1, 99_999)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (1, "1 giờ làm việc"),
        (4, "4 giờ làm việc"),
        (8, "1 ngày (8 giờ làm việc)"),
        (24, "3 ngày (24 giờ làm việc)"),
        (20, "2 ngày 4 giờ (20 giờ làm việc)"),
        (240, "30 ngày (240 giờ làm việc)"),
        (8000, "1.000 ngày (8.000 giờ làm việc)"),
    ],
)
def test_a_time_is_told_in_days_and_in_hours(hours, words):
    assert time_text(hours) == words


@pytest.mark.parametrize(("hours", "words"), [(0, "0 giờ"), (4, "4 giờ"), (16, "16 giờ (2\u00a0ngày)"), (20, "20 giờ")])
def test_a_steps_time_is_told_in_hours(hours, words):
    assert step_time(hours) == words


def test_a_day_has_eight_hours():
    assert HOURS_A_DAY == 8
    assert (hours_of(3, TimeUnit.DAYS), hours_of(3, TimeUnit.HOURS)) == (24, 3)


@given(WHOLE)
def test_hours_come_back_as_they_were_typed(hours):
    assert hours_of(*typed_as(hours)) == hours


@given(WHOLE)
def test_whole_days_come_back_as_days(days):
    assert typed_as(hours_of(days, TimeUnit.DAYS)) == (days, TimeUnit.DAYS)


@pytest.mark.parametrize(
    ("hours", "whole", "sentence"),
    [
        ((), 24, "Chưa có bước nào được ghi số giờ."),
        ((4, 20), 24, "2 bước cộng lại 3 ngày (24 giờ làm việc), đúng bằng tổng thời gian."),
        ((4, 16), 24, "2 bước cộng lại 2 ngày 4 giờ (20 giờ làm việc), còn thiếu 4 giờ so với tổng thời gian "
                      "3 ngày (24 giờ làm việc)."),
        ((30,), 24, "1 bước cộng lại 3 ngày 6 giờ (30 giờ làm việc), thừa 6 giờ so với tổng thời gian "
                    "3 ngày (24 giờ làm việc)."),
        ((4,), None, "1 bước cộng lại 4 giờ làm việc. Hãy nhập tổng thời gian để đối chiếu."),
    ],
)  # fmt: skip
def test_the_sum_is_said_in_a_sentence(hours, whole, sentence):
    assert Sum(hours, whole).sentence == sentence


@given(st.lists(HOURS, min_size=1), WHOLE)
def test_adding_what_is_lacking_makes_the_sum_even(hours, whole):
    sum = Sum(tuple(hours), whole)
    assert Sum((*hours, sum.lacking), whole).is_even


@given(st.lists(HOURS, min_size=1), WHOLE)
def test_the_sentence_says_lacking_too_much_or_even_and_only_one_of_them(hours, whole):
    sum = Sum(tuple(hours), whole)
    said = [word in sum.sentence for word in ("còn thiếu", "thừa", "đúng bằng")]
    assert said == [sum.total < whole, sum.total > whole, sum.total == whole]


@given(st.lists(HOURS))
def test_the_order_of_steps_does_not_change_their_sum(hours):
    assert Sum(tuple(hours), 8).total == Sum(tuple(reversed(hours)), 8).total


@given(st.lists(HOURS), st.lists(HOURS))
def test_sums_of_parts_add_up(first, second):
    assert Sum((*first, *second), None).total == Sum(tuple(first), None).total + Sum(tuple(second), None).total


def rows(*places):
    return [{"position": place, "task": str(number)} for number, place in enumerate(places, 1)]


def tasks(*places):
    return [row["task"] for row in in_order(rows(*places))]


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ((1, 2, 3), ["1", "2", "3"]),
        ((None, None), ["1", "2"]),
        ((1, 2, 3, None), ["1", "2", "3", "4"]),
        ((1, 2, 3, 2), ["1", "4", "2", "3"]),
        ((1, 2, 1), ["3", "1", "2"]),
        ((3, 2, 3, 4), ["2", "3", "1", "4"]),
        ((None, 1, 2), ["2", "3", "1"]),
    ],
    ids=["as they are", "none typed", "one at the end", "one put in", "moved up", "moved down", "empty at the end"],
)
def test_rows_take_the_places_typed_into_them(places, order):
    assert tasks(*places) == order


@given(st.lists(st.none() | st.integers(1, 100), max_size=30))
def test_no_row_is_lost_or_doubled_by_the_order(places):
    assert sorted(tasks(*places), key=int) == [str(number) for number in range(1, len(places) + 1)]


@given(st.lists(st.none() | st.integers(1, 100), max_size=30))
def test_rows_in_order_stay_in_order(places):
    once = [dict(row, position=place) for place, row in enumerate(in_order(rows(*places)), 1)]
    assert list(in_order(once)) == once


def test_steps_are_written_one_on_a_line():
    steps = Steps([Step("Một cửa", "Tiếp nhận", 4, "Giấy hẹn"), Step("", "Ký", 0)])
    assert str(steps) == ("Bước 1. Một cửa: Tiếp nhận (4 giờ, Giấy hẹn)\nBước 2. Chưa ghi người thực hiện: Ký (0 giờ)")
    assert str(Steps()) == "(trống)"


def test_steps_of_the_same_words_are_the_same_value():
    assert Steps([Step("A", "B", 1)]) == Steps((Step("A", "B", 1),)) != Steps([Step("A", "B", 2)])
    assert SimpleNamespace(x=Steps()).x == ()
