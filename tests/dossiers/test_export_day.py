"""The day of export: what a person says, the title, the name of the file; else it is asked and never taken silently."""

from datetime import UTC, date, datetime

import pytest

from intranet.dossiers.export_day import DatedBy, day_in_name, export_day
from intranet.dossiers.importing import read_file

TODAY = date(2026, 3, 20)
DAY = date(2026, 3, 18)
UNSURE = (
    "2026-Q1-tinh.xlsx",
    "Tháng 3.2026.xlsx",
    "15-12-2025_14-03-2026.xlsx",
    "ho-so 20261318.xlsx",
    "1234567890.csv",
)


@pytest.mark.parametrize(
    "name",
    [
        *("ho-so 20260318.xlsx", "DanhSach_18-03-2026.xlsx", "HS 18.03.2026.csv", "export_20260318_081500.xlsx"),
        *("bc_2026_03_18.xlsx", "18032026.xls", "DS-2026-03-18 (1).xlsx", "20260318081500.csv", "18-3-2026.csv"),
    ],
)
def test_a_day_in_a_files_name_is_read(name):
    assert day_in_name(name) == DAY


@pytest.mark.parametrize("name", UNSURE)
def test_a_period_or_a_number_in_a_files_name_is_no_day(name):
    assert day_in_name(name) is None


def test_a_person_goes_before_the_title_and_the_title_before_the_name():
    said, title, name = date(2026, 3, 10), date(2026, 3, 11), "ho-so 20260312.xlsx"
    assert export_day(said, title, name, (), TODAY).day == said
    assert export_day(None, title, name, (), TODAY).day == title
    assert export_day(None, None, name, (), TODAY).day == date(2026, 3, 12)


@pytest.fixture
def read(xlsx, headings, right, known):
    def run(name="a.xlsx", title="", **change):
        rows = [[title], headings, right(), right(code="H37-2", status="Đang xử lý", finished="", **change)]
        return read_file(xlsx(rows), name, known).dated

    return run


def test_a_file_that_does_not_tell_is_asked_about_with_the_day_of_its_newest_row(read):
    dated = read(received="09/02/2026 08:00", due="")
    assert dated.day == TODAY and dated.dated_by is DatedBy.TODAY
    assert dated.question.options[0].value == "2026-02-09" and not dated.question.is_remembered


def test_the_day_in_a_name_is_taken_unless_it_is_to_come(read):
    assert read("ho-so 20260209.xlsx", received="09/02/2026", due="").day == date(2026, 2, 9)
    assert read("ho-so 20260208.xlsx", received="09/02/2026", due="").day == date(2026, 2, 8)
    assert read("ho-so 20260321.xlsx").question is not None


def test_a_title_in_the_future_is_never_taken(read):
    dated = read(title="Ngày kết xuất: 18/03/2062")
    assert dated.dated_by is DatedBy.TODAY and dated.question.is_decisive
    assert "18/03/2062" in dated.question.text


def test_the_newest_row_of_a_file_is_no_later_than_today():
    (row,) = [
        type("Row", (), {"received_at": datetime(2027, 1, 1, tzinfo=UTC), "paused_at": None, "finished_at": None})
    ]
    assert export_day(None, None, "a.xlsx", (row,), TODAY).question.options[0].value == TODAY.isoformat()
