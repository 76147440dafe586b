import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.formats import (
    change_shown,
    date_text,
    long_date,
    moment,
    money,
    nfc,
    number,
    padded,
    percent,
    rate,
    shown,
)


def test_a_date_has_two_digits_for_day_and_month():
    assert date_text(date(2026, 2, 5)) == "05/02/2026"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_a_long_date_pads_small_days_and_the_first_two_months_only(day, text):
    assert long_date(day) == text


@pytest.mark.parametrize(
    "stored",
    [
        datetime(2026, 2, 5, 7, 5, tzinfo=UTC),
        datetime(2026, 2, 5, 7, 5),
        datetime(2026, 2, 5, 14, 5, tzinfo=timezone(timedelta(hours=7))),
    ],
)
def test_a_moment_is_told_in_vietnam_time(stored):
    assert moment(stored) == "14:05 ngày 05/02/2026"


def test_a_moment_late_in_the_evening_utc_is_the_next_day():
    assert moment(datetime(2026, 3, 14, 17, 30, tzinfo=UTC)) == "00:30 ngày 15/03/2026"


def test_thousands_are_parted_by_dots():
    assert number(1568) == "1.568"
    assert number(7) == "7"
    assert number(-1568) == "-1.568"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "00"), (3, "03"), (9, "09"), (10, "10"), (12, "12"), (1568, "1.568"), (-3, "-3")]
)
def test_counts_below_ten_are_padded(count, text):
    assert padded(count) == text


@pytest.mark.parametrize(
    ("percentage", "text"),
    [("99.1", "99,1"), ("99.25", "99,3"), ("0.05", "0,1"), ("100.0", "100"), ("97", "97"), ("0.0", "0")],
)
def test_a_rate_has_a_comma_and_no_empty_decimal(percentage, text):
    assert rate(Decimal(percentage)) == text


def test_money_is_told_in_dong():
    assert money(18_025_000) == "18.025.000 đồng"


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (1554, 1568, "99.1"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (5, 10000, "0.1"),
        (1, 400, "0.3"),
        (0, 5, "0.0"),
        (4, 4, "100.0"),
        (7, 5, "140.0"),
    ],
)
def test_a_percentage_rounds_half_up_to_one_decimal(part, whole, expected):
    assert str(percent(part, whole)) == expected


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (0, 0), (None, 5), (5, None), (None, None)])
def test_there_is_no_percentage_of_nothing(part, whole):
    assert percent(part, whole) is None


def test_stored_text_has_one_character_for_a_letter_and_its_marks():
    assert nfc(unicodedata.normalize("NFD", "Kiểm tra")) == "Kiểm tra"


def test_lines_of_a_few_words_stand_one_below_the_other():
    class Line(NamedTuple):
        what: str
        result: str

        def __str__(self) -> str:
            return f"{self.what}: {self.result}"

    assert shown([Line("một", "đạt"), Line("hai", "giỏi")]) == "một: đạt\nhai: giỏi"


def test_a_change_of_a_short_list_is_told_whole():
    assert change_shown(["a", "b"], ["a", "c"]) == ("a, b", "a, c")
    assert change_shown([], ["a"]) == ("(trống)", "a")
    assert change_shown("cũ", "") == ("cũ", "(trống)")


def test_a_change_of_a_long_list_tells_only_what_differs():
    many = list("abcdefgh")
    rest = "(7 dòng khác giữ nguyên)"
    assert change_shown(many, [*many[:-1], "z"]) == (f"h\n{rest}", f"z\n{rest}")
    assert change_shown(many, many[:-1]) == (f"h\n{rest}", rest)
    assert change_shown([], many) == ("(trống)", "\n".join(many))
    assert change_shown(many, many[::-1]) == (", ".join(many), ", ".join(many[::-1])), "a new order is told whole"


@given(st.integers(0, 10**15))
def test_a_number_reads_back_without_its_dots(value):
    assert int(number(value).replace(".", "")) == value


@given(st.integers(1, 10**6), st.data())
def test_a_percentage_is_within_half_a_tenth_of_the_truth(whole, data):
    part = data.draw(st.integers(0, whole))
    assert abs(percent(part, whole) * whole - 100 * part) <= Decimal("0.05") * whole
