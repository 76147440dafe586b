from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.period import Period

DAYS = st.dates(date(1999, 12, 15), date(2100, 12, 14))
INNER_YEARS = st.integers(2001, 2099)
PERIODS = INNER_YEARS.flatmap(lambda year: st.sampled_from(Period.of_year(year)))

WINDOWS = {
    "2026-Q1": (date(2025, 12, 15), date(2026, 3, 14)),
    "2026-Q2": (date(2026, 3, 15), date(2026, 6, 14)),
    "2026-H1": (date(2025, 12, 15), date(2026, 6, 14)),
    "2026-Q3": (date(2026, 6, 15), date(2026, 9, 14)),
    "2026-9M": (date(2025, 12, 15), date(2026, 9, 14)),
    "2026-Q4": (date(2026, 9, 15), date(2026, 12, 14)),
    "2026-Y": (date(2025, 12, 15), date(2026, 12, 14)),
}


@pytest.mark.parametrize(("code", "window"), WINDOWS.items())
def test_windows_are_those_of_the_decree(code, window):
    period = Period.parse(code)
    assert (period.start, period.end) == window


def test_a_year_lists_its_periods_in_the_order_they_close():
    periods = Period.of_year(2026)
    assert [period.code for period in periods] == list(WINDOWS)
    assert all(earlier < later for earlier, later in pairwise(periods))


@pytest.mark.parametrize(
    ("code", "kind", "label", "outlook"),
    [
        ("2026-Q1", "Q", "Quý I/2026", "9 tháng cuối năm 2026"),
        ("2026-Q2", "Q", "Quý II/2026", "6 tháng cuối năm 2026"),
        ("2026-H1", "H1", "6 tháng đầu năm 2026", "6 tháng cuối năm 2026"),
        ("2026-Q3", "Q", "Quý III/2026", "quý IV năm 2026"),
        ("2026-9M", "9M", "9 tháng đầu năm 2026", "quý IV năm 2026"),
        ("2026-Q4", "Q", "Quý IV/2026", "năm 2027"),
        ("2026-Y", "Y", "Năm 2026", "năm 2027"),
    ],
)
def test_a_period_knows_its_kind_name_and_outlook(code, kind, label, outlook):
    period = Period.parse(code)
    assert (period.kind, period.label, period.outlook) == (kind, label, outlook)


@pytest.mark.parametrize(
    ("code", "following"),
    [
        ("2026-Q1", "2026-Q2"),
        ("2026-Q4", "2027-Q1"),
        ("2026-H1", "2027-H1"),
        ("2026-9M", "2027-9M"),
        ("2026-Y", "2027-Y"),
    ],
)
def test_the_next_period_is_of_the_same_kind(code, following):
    assert Period.parse(code).next.code == following
    assert Period.parse(following).previous.code == code


@pytest.mark.parametrize(
    "code",
    ["", "2026", "2026-Q0", "2026-Q5", "2026-H2", "2026-q1", "2026-Q1\n", "2026Q1", "1999-Q1", "2101-Y", "٢٠٢٦-Q1"],
)
def test_a_code_written_wrongly_is_answered_with_how_to_write_it(code):
    with pytest.raises(ValueError, match=r"Hãy nhập kỳ báo cáo theo mẫu 2026-Q1 .* năm từ 2000 đến 2100\."):
        Period.parse(code)


def test_nothing_lies_beyond_the_known_years():
    with pytest.raises(ValueError, match="Hãy nhập kỳ báo cáo"):
        _ = Period.parse("2100-Q4").next
    with pytest.raises(ValueError, match="Hãy nhập kỳ báo cáo"):
        Period.containing(date(2100, 12, 15))


def test_a_shape_nobody_reports_is_refused():
    with pytest.raises(ValueError, match="Hãy nhập kỳ báo cáo"):
        Period(2026, closing_month=4, months=3)


def test_the_middle_of_december_belongs_to_the_year_after():
    assert Period.containing(date(2025, 12, 14)).code == "2025-Q4"
    assert Period.containing(date(2025, 12, 15)).code == "2026-Q1"
    assert Period.containing(date(2025, 12, 15), kind="Y").code == "2026-Y"


def test_a_half_year_that_has_closed_contains_no_later_day():
    assert Period.containing(date(2026, 6, 14), kind="H1").code == "2026-H1"
    with pytest.raises(ValueError, match="Hãy chọn theo quý hoặc cả năm"):
        Period.containing(date(2026, 6, 15), kind="H1")


def test_periods_serve_as_keys():
    assert {Period.parse("2026-Q1"): 1}[Period.of_year(2026)[0]] == 1


@given(PERIODS)
def test_every_code_reads_back_to_its_period(period):
    assert Period.parse(period.code) == period


@given(PERIODS)
def test_next_and_previous_undo_each_other(period):
    assert period.next.previous == period == period.previous.next
    assert period.previous < period < period.next


@given(PERIODS.filter(lambda period: period.kind in ("Q", "Y")))
def test_quarters_and_years_follow_without_gap_or_overlap(period):
    assert period.next.start == period.end + timedelta(days=1)


@given(DAYS, st.sampled_from(["Q", "Y"]))
def test_every_day_lies_in_exactly_one_quarter_and_one_year(day, kind):
    nearby = [p for year in (day.year, day.year + 1) if 2000 <= year <= 2100 for p in Period.of_year(year)]
    around = [period for period in nearby if period.kind == kind and period.contains(day)]
    assert around == [Period.containing(day, kind)]


@given(INNER_YEARS)
def test_half_year_nine_months_and_year_are_their_quarters(year):
    q1, q2, h1, q3, nine, q4, whole = Period.of_year(year)
    assert {h1.start, nine.start, whole.start} == {q1.start}
    assert (h1.end, nine.end, whole.end) == (q2.end, q3.end, q4.end)
