"""Days and ranges of days in prose, and what only looks like them."""

from datetime import date

import pytest

from intranet.reading.dates import dates, ranges

FEBRUARY_5 = date(2026, 2, 5)
DECEMBER_15, MARCH_14 = date(2025, 12, 15), date(2026, 3, 14)

WAYS_TO_WRITE_A_DAY = [
    "05/02/2026",
    "5/2/2026",
    "05-02-2026",
    "05.02.2026",
    "ngày 05/02/2026.",
    "ngày 05 tháng 02 năm 2026",
    "Ngày 5 tháng 2 năm 2026,",
    "ngày 05 tháng 02, năm 2026",
    "ngày 05/02 năm 2026",
    "05/ 02/ 2026",
    "(05/02/2026)",
    "ngày 05 tháng 02/2026",
]
NO_DAYS = [
    "8.141/8.141 hồ sơ",
    "15/20 hồ sơ",
    "số 235/BC-UBND",
    "131/NQ-CP",
    "số 02/2025/QĐ-UBND",
    "Nghị định số 09/2019/NĐ-CP",
    "hỗ trợ 24/7",
    "0205.3811.234",
    "0912 345 678",
    "3.1. Rà soát",
    "18.025.000 đồng",
    "tháng 3/2026",
    "giai đoạn 2021-2025",
    "trong 03 tháng 06 thủ tục",
    "mã H06.12-250115-0001",
    "tỷ lệ 3/5",
    "192.168.10.20",
]
WAYS_TO_WRITE_A_RANGE = [
    "từ ngày 15/12/2025 đến ngày 14/3/2026",
    "từ ngày 15/12/2025 đến hết ngày 14/3/2026",
    "Từ 15/12/2025 đến hết 14/3/2026",
    "15/12/2025 - 14/3/2026",
    "15/12/2025-14/3/2026",
    "15/12/2025–14/3/2026",
    "từ 15/12 đến 14/3/2026",
    "(15/12-14/3/2026)",
    "từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026",
    "từ ngày 15 tháng 12 đến ngày 14 tháng 3 năm 2026",
    "kể từ ngày 15/12/2025 tới ngày 14/3/2026",
    "từ ngày 15/12/2025 đến ngày 14/3",
    "từ 00h00 ngày 15/12/2025 đến 24h00 ngày 14/3/2026",
    "từ 0 giờ ngày 15/12/2025 đến 24 giờ ngày 14/3/2026",
    "Từ 15/12/2025 (ngày chốt kỳ trước) đến 14/3/2026",
    "15-12-2025 - 14-3-2026",
    "15.12.2025 – 14.03.2026",
    "bắt đầu từ ngày 15/12/2025, kết thúc ngày 14/3/2026",
    "TỪ NGÀY 15/12/2025 ĐẾN NGÀY 14/3/2026",
]
NO_RANGES = [
    "giai đoạn 2021-2025",
    "từ 5 đến 10 hồ sơ",
    "Kế hoạch ngày 11/02/2026, Công văn ngày 10/3/2026",
    "điều chỉnh từ ngày 20/3/2026 đến ngày 10/3/2026",
    "từ ngày 31/02/2026 đến ngày 14/3/2026",
    "từ ngày 15/12 đến ngày 14/3",
    "từ ngày 28 đến ngày 03/01/2026",
]


@pytest.mark.parametrize("text", WAYS_TO_WRITE_A_DAY)
def test_a_day_is_read_however_it_is_written(text):
    assert [day.value for day in dates(text)] == [FEBRUARY_5]


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_only_looks_like_a_day_is_none(text):
    assert dates(text) == ()


def test_a_day_may_leave_its_year_out_where_words_say_it_is_one():
    (day,) = dates("họp vào ngày 14/3 tại phường")
    assert (day.day, day.month, day.year, day.value) == (14, 3, None, None)


def test_a_day_knows_which_characters_tell_it():
    text = "họp ngày 05/02/2026 tại phường"
    (day,) = dates(text)
    assert text[day.start : day.end] == "05/02/2026"


@pytest.mark.parametrize(
    "text", ["31/02/2026", "ngày 31/4/2026", "ngày 29 tháng 02 năm 2026", "ngày 31/4", "45/13/2026"]
)
def test_a_day_no_calendar_has_is_read_without_a_value(text):
    (day,) = dates(text)
    assert day.value is None and day.is_impossible


def test_the_29th_of_february_is_possible_in_a_leap_year_only():
    assert not dates("29/02/2028")[0].is_impossible
    assert not dates("ngày 29/02")[0].is_impossible


@pytest.mark.parametrize("text", WAYS_TO_WRITE_A_RANGE)
def test_a_range_is_read_however_it_is_written(text):
    assert [(span.first, span.last) for span in ranges(text)] == [(DECEMBER_15, MARCH_14)]


@pytest.mark.parametrize("text", NO_RANGES)
def test_what_is_no_range_of_days_is_none(text):
    assert ranges(text) == ()


def test_a_range_may_name_the_month_once():
    (span,) = ranges("từ ngày 09 đến ngày 10/3/2026")
    assert (span.first, span.last) == (date(2026, 3, 9), date(2026, 3, 10))


def test_a_range_without_any_year_takes_the_one_it_is_given():
    (span,) = ranges("từ ngày 15/12 đến ngày 14/3", 2026)
    assert (span.first, span.last) == (DECEMBER_15, MARCH_14)


def test_a_first_day_without_a_year_is_never_after_the_last():
    assert not any(span.is_reversed for text in ("từ 15/12 đến 14/3/2026", "15/02-14/3/2026") for span in ranges(text))


def test_a_range_that_names_both_years_may_be_reversed():
    (span,) = ranges("từ ngày 15/12/2026 đến ngày 14/3/2026")
    assert span.is_reversed


def test_a_range_begins_with_the_words_that_lead_to_it():
    text = "Trong kỳ (từ ngày 15/12/2025 đến ngày 14/3/2026) đã làm"
    (span,) = ranges(text)
    assert text[span.start : span.end] == "từ ngày 15/12/2025 đến ngày 14/3/2026"
