"""Numbers as they are typed: 7,5 and 1.568, never one for the other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.decimals import parse_decimal
from intranet.kernel.formats import decimal_text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7,5", "7.5"),
        ("7.5", "7.5"),
        ("0,25", "0.25"),
        ("1.500", "1500"),
        ("1 500", "1500"),
        ("1.568,25", "1568.25"),
        ("18.025.000", "18025000"),
        ("0.500", "0.5"),
        ("007", "7"),
        ("-1", "-1"),
    ],
)
def test_a_number_is_read_as_an_office_means_it(typed, read):
    assert parse_decimal(typed) == Decimal(read)


@pytest.mark.parametrize(
    "typed", ["", "nhiều", "NaN", "1e5", "1_000", "1,2,3", "1.5.5", "1.568.25", "٣", "1,", ",5", "9" * 41, "1 5"]
)
def test_what_is_no_number_is_not_guessed(typed):
    assert parse_decimal(typed) is None


@given(st.integers(0, 10**14).map(lambda hundredths: Decimal(hundredths) / 100))
def test_what_is_shown_reads_the_same_again(value):
    assert parse_decimal(decimal_text(value)) == value
