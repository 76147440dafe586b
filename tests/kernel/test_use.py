"""From which day a register, or the exports of a system, tell all: what is proposed for them."""

from datetime import date

import pytest

from intranet.kernel.period import Period
from intranet.kernel.use import Use, exports_cover_from, register_used_from

Q1 = Period.parse("2026-Q1")
FIFTH_WORKDAY = date(2025, 12, 19)


@pytest.mark.parametrize(
    ("earliest", "since"),
    [
        (date(2025, 12, 15), date(2025, 12, 15)),
        (date(2026, 3, 14), date(2025, 12, 15)),
        (date(2026, 3, 15), date(2026, 3, 15)),
        (date(2025, 12, 14), date(2025, 9, 15)),
    ],
)
def test_a_register_is_used_from_the_quarter_of_its_earliest_record(earliest, since):
    assert register_used_from(earliest) == since


@pytest.mark.parametrize(
    ("earliest", "since"),
    [
        (date(2025, 12, 15), date(2025, 12, 15)),
        (date(2025, 12, 19), date(2025, 12, 15)),
        (date(2025, 12, 20), date(2026, 3, 15)),
        (date(2026, 3, 14), date(2026, 3, 15)),
    ],
)
def test_exports_tell_all_from_the_quarter_after_their_earliest_receipt_or_from_one_it_began_with(earliest, since):
    assert exports_cover_from(earliest, FIFTH_WORKDAY) == since


def test_days_beyond_the_years_of_periods_are_taken_as_they_are():
    assert register_used_from(date(1899, 5, 1)) == date(1899, 5, 1)
    assert exports_cover_from(date(1899, 5, 1), date(1899, 5, 5)) == date(1899, 5, 1)


def test_what_is_in_use_tells_of_the_periods_that_begin_on_that_day_or_later():
    assert Use(Q1.start).tells_of(Q1) and Use(Q1.start).tells_of(Q1.next)
    assert not Use(date(2025, 12, 16)).tells_of(Q1)
    assert not Use(None).tells_of(Q1)


@pytest.mark.parametrize(
    ("code", "quarters"),
    [
        ("2026-Q3", ["2026-Q3"]),
        ("2026-H1", ["2026-Q1", "2026-Q2"]),
        ("2026-9M", ["2026-Q1", "2026-Q2", "2026-Q3"]),
        ("2026-Y", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
    ],
)
def test_a_period_is_made_of_its_quarters(code, quarters):
    period = Period.parse(code)
    assert [quarter.code for quarter in period.quarters] == quarters
    assert (period.quarters[0].start, period.quarters[-1].end) == (period.start, period.end)
