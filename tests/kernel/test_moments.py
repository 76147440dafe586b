"""Dates: what may be written, and that nothing else passes for a date or for another date."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.tables.cells import day_of, is_whole_day, text_of
from intranet.kernel.tables.moments import (
    HOW_TO_WRITE,
    HOW_TO_WRITE_HOUR,
    IMPOSSIBLE,
    NOT_A_DATE,
    WRONG_YEAR,
    Clock,
    ColumnStyle,
    HourReader,
)
from intranet.kernel.tables.spellings import DayOrder

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
LAST = 2027
THIS_YEAR = WRONG_YEAR.format(first=2000, last=LAST)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(LAST, 12, 31, 23, 59, 59)).map(
    lambda at: at.replace(microsecond=0)
)


def read(value: object) -> datetime | None:
    return Clock(LAST).moment(value)


def local(value: object) -> datetime:
    moment = read(value)
    assert moment is not None and moment.tzinfo is UTC
    return moment.astimezone(VIETNAM).replace(tzinfo=None)


@given(MOMENTS, st.booleans())
def test_a_written_moment_is_read_back_to_the_second(at, is_padded):
    day = f"{at:%d/%m/%Y}" if is_padded else f"{at.day}/{at.month}/{at.year}"
    assert local(f"{day} {at:%H:%M:%S}") == at
    assert local(f"{day} {at:%H:%M}") == at.replace(second=0)
    assert local(day) == datetime(at.year, at.month, at.day)
    assert day_of(read(day)) == at.date()


@given(MOMENTS)
def test_a_real_date_of_a_workbook_is_that_moment(at):
    assert local(at) == at
    assert local(at.date()) == datetime(at.year, at.month, at.day)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9999))
def test_no_impossible_day_passes_and_day_and_month_are_never_swapped(day, month, year):
    try:
        there_is = date(year, month, day) if 2000 <= year <= LAST else None
    except ValueError:
        there_is = None
    try:
        moment = read(f"{day}/{month}/{year:04}")
        found = day_of(moment) if moment else None
    except ValueError as fault:
        found = None
        assert str(fault) in {IMPOSSIBLE, THIS_YEAR}
    assert found == there_is


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_no_impossible_hour_passes(hour, minute, second):
    is_possible = hour < 24 and minute < 60 and second < 60
    try:
        found = local(f"05/02/2026 {hour:02}:{minute:02}:{second:02}")
    except ValueError as fault:
        assert not is_possible and str(fault) == IMPOSSIBLE
    else:
        assert is_possible and found.time() == time(hour, minute, second)


# Each way of writing a day, and an hour, that can mean one only.
DAYS = {
    "slashes": lambda at: f"{at:%d/%m/%Y}",
    "no zeros": lambda at: f"{at.day}/{at.month}/{at.year}",
    "dashes": lambda at: f"{at:%d-%m-%Y}",
    "dots": lambda at: f"{at:%d.%m.%Y}",
    "year first": lambda at: f"{at:%Y-%m-%d}",
    "year first, slashes": lambda at: f"{at:%Y/%m/%d}",
    "words": lambda at: f"ngày {at:%d} tháng {at:%m} năm {at:%Y}",
    "few words": lambda at: f"{at:%d} tháng {at.month}, {at.year}",
    "weekday": lambda at: f"{WEEKDAYS[at.weekday()]}, {at:%d/%m/%Y}",
}
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ 6", "T7", "Chủ nhật")
HOURS = {
    "colons": lambda at: f"{at:%H:%M:%S}",
    "fraction": lambda at: f"{at:%H:%M:%S}.987",
    "two halves": lambda at: f"{at:%I:%M:%S} {'SA' if at.hour < 12 else 'CH'}",
    "am and pm": lambda at: f"{at:%I:%M:%S} {'AM' if at.hour < 12 else 'PM'}",
}
MINUTES = {
    "colon": lambda at: f"{at:%H:%M}",
    "08h00": lambda at: f"{at:%H}h{at:%M}",
    "words": lambda at: f"{at.hour} giờ {at:%M} phút",
    "few words": lambda at: f"{at.hour} giờ {at:%M}",
}
JOINED = ("{day} {hour}", "{day}, {hour}", "{hour} {day}", "{hour}, {day}")


@given(MOMENTS, st.sampled_from(sorted(DAYS)), st.sampled_from([*HOURS.values(), *MINUTES.values()]), st.data())
def test_a_moment_in_any_unambiguous_spelling_is_read_back(at, day, hour, data):
    text = data.draw(st.sampled_from(JOINED)).format(day=DAYS[day](at), hour=hour(at))
    assert local(text) == (at if hour in HOURS.values() else at.replace(second=0)), text
    assert local(DAYS[day](at)) == datetime(at.year, at.month, at.day)


@given(MOMENTS, st.integers(-11 * 4, 14 * 4), st.booleans())
def test_a_zone_is_converted_to_the_clocks_of_vietnam(at, quarters, has_colon):
    ahead = timedelta(minutes=15 * quarters)
    there = at - timedelta(hours=7) + ahead
    if not 2000 <= there.year <= LAST:
        return
    sign, minutes = ("-" if quarters < 0 else "+"), abs(15 * quarters)
    zone = f"{sign}{minutes // 60:02}{':' if has_colon else ''}{minutes % 60:02}"
    assert local(f"{there:%Y-%m-%dT%H:%M:%S}{zone}") == at
    in_utc = at - timedelta(hours=7)
    if in_utc.year >= 2000:
        assert local(f"{in_utc:%Y-%m-%dT%H:%M:%S}Z") == at


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("05/01/2026 12:00 SA", time(0)),
        ("05/01/2026 12:30 CH", time(12, 30)),
        ("05/01/2026 14:05 CH", time(14, 5)),
        ("05/01/2026 8h", time(8)),
        ("05/01/2026 8 giờ 30", time(8, 30)),
        ("8 giờ 30 phút, ngày 05 tháng 01 năm 2026", time(8, 30)),
        ("05/01/2026 - 08:00", time(8)),
        ("05/01/2026 lúc 08:00", time(8)),
        ("2026-01-05T08:00:00.1234567", time(8)),
        ("2026-01-05 08:00:00+07", time(8)),
    ],
)
def test_an_hour_in_words_and_halves_is_that_hour(text, hour):
    assert local(text) == datetime.combine(date(2026, 1, 5), hour)


@pytest.mark.parametrize(
    "filler",
    [
        *("-", "--", "—", "NULL", "null", "N/A", "#N/A", "none", "không", "Không có", "Chưa có", "0", "00/00/0000"),
        *("01/01/0001", "01/01/1900", "0001-01-01T00:00:00", "01/01/0001 12:00:00 SA", "30/12/1899", "1900-01-01"),
        *("0000-00-00 00:00:00", "31/12/9999", 0, 0.0, time(0), date(1900, 1, 1), datetime(1899, 12, 30)),
    ],
)
def test_what_stands_for_no_moment_is_none(filler):
    assert read(filler) is None


def test_eight_digits_serials_and_short_years_are_read_only_where_a_column_is_said_to_hold_them():
    assert day_of(Clock(LAST, ColumnStyle(is_compact=True)).moment("20260105")) == date(2026, 1, 5)
    assert Clock(LAST, ColumnStyle(is_compact=True)).moment("20260105080000") == read("05/01/2026 08:00")
    serials = Clock(LAST, ColumnStyle(serials=True))
    assert serials.moment(46027.33333333334) == read("05/01/2026 08:00") == serials.moment("46027,33333333334")
    assert serials.moment("46027") == read("05/01/2026") and serials.moment("0") is None
    month_first = Clock(LAST, ColumnStyle(order=DayOrder.MONTH_FIRST, has_short_years=True))
    assert month_first.moment("01/05/26") == month_first.moment("01/05/2026") == read("05/01/2026")
    assert Clock(LAST, ColumnStyle(order=DayOrder.YEAR_FIRST, has_short_years=True)).moment("26/01/05") == read(
        "05/01/2026"
    )


def test_dates_that_a_spreadsheet_exchanged_are_exchanged_back():
    clock = Clock(LAST, ColumnStyle(swaps_dates=True))
    assert clock.moment(datetime(2026, 5, 1, 8)) == read("05/01/2026 08:00")
    assert clock.moment("13/01/2026") == read("13/01/2026")


@pytest.mark.parametrize(
    ("cell", "hour"),
    [
        *((text, timedelta(hours=17)) for text in ("17:00", "17h", "17h00", "17 giờ", "5:00 CH", "17", 17.0, time(17))),
        (0.7083333333, timedelta(hours=17)),
        (timedelta(hours=8), timedelta(hours=8)),
        *((empty, None) for empty in ("", None, "-", "NULL")),
    ],
)
def test_an_hour_in_a_column_of_its_own_is_read(cell, hour):
    assert HourReader().hour(cell) == hour


@pytest.mark.parametrize("cell", ["25:00", "chiều", 46027.5, "17:99", True, date(2026, 1, 5)])
def test_what_is_no_hour_is_refused(cell):
    with pytest.raises(ValueError) as refused:
        HourReader().hour(cell)
    assert str(refused.value) in {HOW_TO_WRITE_HOUR, IMPOSSIBLE}


@pytest.mark.parametrize("text", [" 05/02/2026 ", "05/02/2026\u00a0", "\u200b5/2/2026", "'05/02/2026", "05/02/2026\n"])
def test_spaces_and_signs_nobody_sees_do_not_matter(text):
    assert local(text) == datetime(2026, 2, 5)


def test_an_hour_may_have_one_digit_and_more_than_one_space_before_it():
    assert local("5/2/2026  7:05") == datetime(2026, 2, 5, 7, 5)


@pytest.mark.parametrize("empty", ["", "  ", "\u00a0", None])
def test_an_empty_cell_is_no_moment(empty):
    assert read(empty) is None


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("05/02/26", HOW_TO_WRITE),
        ("05/2026", HOW_TO_WRITE),
        ("05/02/2026 14", HOW_TO_WRITE),
        ("46058", HOW_TO_WRITE),
        ("20260205", HOW_TO_WRITE),
        ("05/02/2026 14:05 SA", IMPOSSIBLE),
        ("x", HOW_TO_WRITE),
        ("٠٥/٠٢/٢٠٢٦", HOW_TO_WRITE),
        ("30/02/2026", IMPOSSIBLE),
        ("29/02/2025", IMPOSSIBLE),
        ("02/13/2026", IMPOSSIBLE),
        ("00/02/2026", IMPOSSIBLE),
        ("05/02/2026 24:00", IMPOSSIBLE),
        ("31/12/1999", THIS_YEAR),
        ("01/01/2028", THIS_YEAR),
        ("05/02/0026", THIS_YEAR),
        (date(1926, 2, 5), THIS_YEAR),
        (datetime(2062, 2, 5, 8), THIS_YEAR),
        (46058.5, NOT_A_DATE),
        (46058, NOT_A_DATE),
        (True, NOT_A_DATE),
        (time(8, 15), NOT_A_DATE),
        (timedelta(days=3), NOT_A_DATE),
    ],
)
def test_anything_else_is_refused_with_what_to_do(value, message):
    with pytest.raises(ValueError) as refused:
        read(value)
    assert str(refused.value) == message


def test_a_text_that_was_refused_once_is_refused_again():
    clock = Clock(LAST)
    for _ in range(2):
        with pytest.raises(ValueError):
            clock.moment("30/02/2026")


def test_what_a_workbook_loses_below_a_second_moves_nothing():
    assert local(datetime(2026, 3, 14, 7, 38, 59, 999_600)) == datetime(2026, 3, 14, 7, 39)
    assert local(datetime(2026, 3, 14, 23, 59, 59, 990_000)) == datetime(2026, 3, 14, 23, 59, 59)


def test_midnight_is_a_day_without_an_hour():
    assert is_whole_day(read("05/02/2026")) and is_whole_day(read(datetime(2026, 2, 5)))
    assert not is_whole_day(read("05/02/2026 00:00:01")) and not is_whole_day(read("05/02/2026 17:00"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  H37-1  ", "H37-1"),
        ("Ho\u0302\u0323 ti\u0323ch", "Hộ tịch"),
        ("Hộ\n tịch\u00a0 ", "Hộ tịch"),
        ("H37\u200b-1\x07", "H37-1"),
        ("'0012", "0012"),
        (12.0, "12"),
        (12, "12"),
        (1.5, "1.5"),
        (None, ""),
        (date(2026, 2, 5), "05/02/2026"),
        (datetime(2026, 2, 5, 14, 5), "05/02/2026 14:05"),
        (datetime(2026, 2, 5, 14, 5, 9), "05/02/2026 14:05:09"),
        (datetime(2026, 2, 5, 14, 0), "05/02/2026 14:00"),
        (time(7, 30), "07:30:00"),
    ],
)
def test_a_cell_is_read_as_the_text_a_person_sees(value, text):
    assert text_of(value) == text
