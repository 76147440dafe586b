"""Compliance costs: the examples published, and what must hold of any."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.proposals.costs import NOTHING, Burden, Savings, savings

RATE = 40_000
cents = st.integers(0, 100_000).map(lambda hundredths: Decimal(hundredths) / 100)
burdens = st.builds(
    Burden,
    hours=cents,
    fees=st.integers(0, 10**7),
    other=st.integers(0, 10**7),
    times=st.integers(0, 500),
    subjects=st.integers(0, 5000),
    days=st.integers(0, 365),
)
rates = st.integers(1, 500_000)


def of_hours(hours, times=10):
    return Burden(Decimal(hours), 0, 0, times, 1, 0)


@pytest.mark.parametrize(
    ("before", "after", "costs", "rate"),
    [
        (of_hours(80), of_hours(72), (32_000_000, 28_800_000), "10.0"),
        (of_hours(200), of_hours(184), (80_000_000, 73_600_000), "8.0"),
        (of_hours(40), of_hours(24), (16_000_000, 9_600_000), "40.0"),
    ],
)
def test_published_examples_come_out_as_published(before, after, costs, rate):
    found = savings(before, after, RATE)
    assert (found.before, found.after) == costs and found.rate == Decimal(rate)


def test_rates_of_published_sums():
    assert Savings(18_509_608, 0, 5, 0).rate == 100
    assert Savings(1_024_000, 231_000, 0, 0).rate == Decimal("77.4")
    assert Savings(16_000_000, 9_600_000, 5, 3).days_saved == 2
    assert Savings(0, 0, 0, 0).rate is None


def test_fees_and_other_costs_count_each_time():
    burden = Burden(Decimal("1.5"), 10_000, 5_000, 2, 100, 3)
    assert burden.once(RATE) == 75_000 and burden.yearly(RATE) == 15_000_000


def test_half_a_dong_is_rounded_up_once_and_at_the_end():
    assert Burden(Decimal("0.01"), 0, 0, 1, 1, 0).yearly(50) == 1
    assert Burden(Decimal("0.01"), 0, 0, 3, 1, 0).yearly(50) == 2  # 1.5, not three times 0.5 rounded


@given(burdens, burdens, rates)
def test_what_is_left_and_what_is_saved_are_what_there_was(before, after, rate):
    found = savings(before, after, rate)
    assert found.after + found.saved == found.before and found.before >= 0 and found.after >= 0


@given(burdens, rates, st.integers(1, 20))
def test_cost_grows_in_step_with_how_often_and_how_many(burden, rate, factor):
    often = Burden(burden.hours, burden.fees, burden.other, burden.times * factor, burden.subjects, burden.days)
    many = Burden(burden.hours, burden.fees, burden.other, burden.times, burden.subjects * factor, burden.days)
    assert often.yearly(rate) == many.yearly(rate)
    assert abs(often.yearly(rate) - factor * burden.yearly(rate)) <= factor


@given(burdens, rates)
def test_what_is_abolished_saves_all_there_was(before, rate):
    found = savings(before, NOTHING, rate)
    assert found.after == 0 and found.saved == found.before
    assert found.rate == (100 if found.before else None)
