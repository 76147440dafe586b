"""Dates: what may be written, and that nothing else passes for a date or for another date."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.tables.cells import (
    HOW_TO_WRITE,
    IMPOSSIBLE,
    NOT_A_DATE,
    WRONG_YEAR,
    Clock,
    day_of,
    is_whole_day,
    text_of,
)

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
        found = day_of(read(f"{day}/{month}/{year:04}"))
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


@given(st.text("0123456789/-: .TZ", max_size=20))
def test_whatever_passes_is_written_the_one_way(text):
    try:
        moment = read(text)
    except ValueError:
        return
    if moment is None:
        assert not text_of(text)
        return
    day, _, hour = text_of(text).partition(" ")
    at = moment.astimezone(VIETNAM)
    assert [int(part) for part in day.split("/")] == [at.day, at.month, at.year]
    assert [int(part) for part in hour.split(":") if part] in (
        [],
        [at.hour, at.minute],
        [at.hour, at.minute, at.second],
    )


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
        ("2026-02-05", HOW_TO_WRITE),
        ("05-02-2026", HOW_TO_WRITE),
        ("05.02.2026", HOW_TO_WRITE),
        ("05/02/26", HOW_TO_WRITE),
        ("05/2026", HOW_TO_WRITE),
        ("14:05 05/02/2026", HOW_TO_WRITE),
        ("05/02/2026 14", HOW_TO_WRITE),
        ("05/02/2026 14:05:00.5", HOW_TO_WRITE),
        ("05/02/2026 2:05 PM", HOW_TO_WRITE),
        ("ngày 05/02/2026", HOW_TO_WRITE),
        ("46058", HOW_TO_WRITE),
        ("٠٥/٠٢/٢٠٢٦", HOW_TO_WRITE),
        ("#N/A", HOW_TO_WRITE),
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
        (0, NOT_A_DATE),
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
