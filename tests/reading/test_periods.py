"""Which period a report says it tells, and on which day it was made out."""

from datetime import date

import pytest

from intranet.reading.manuscript import read
from intranet.reading.periods import named_periods, report_date, title_period

NAMES = {
    "Quý I/2026": "2026-Q1",
    "quý I năm 2026": "2026-Q1",
    "QUÝ 1/2026": "2026-Q1",
    "Quí III, năm 2026": "2026-Q3",
    "Quý I, 2026": "2026-Q1",
    "quý II/ 2026": "2026-Q2",
    "Quý IV-2026": "2026-Q4",
    "6 tháng đầu năm 2026": "2026-H1",
    "06 tháng đầu năm 2026": "2026-H1",
    "sáu tháng đầu năm 2026": "2026-H1",
    "9 tháng đầu năm 2026": "2026-9M",
    "9 tháng năm 2026": "2026-9M",
    "năm 2026": "2026-Y",
}
NO_NAMES = [
    "ngày 18 tháng 3 năm 2026",
    "tháng 3 năm 2026",
    "9 tháng cuối năm 2026",
    "đầu năm 2026",
    "quý I",
    "giai đoạn 2021-2025",
    "so với năm 2025",
]
HEAD = "UBND PHƯỜNG A\nSố: 12/BC-UBND\n{date}\nBÁO CÁO\n{title}\nKính gửi: UBND tỉnh\nI. CHỈ ĐẠO\nĐã làm."
TITLES = {
    HEAD.format(date="", title="Kết quả kiểm soát TTHC Quý I/2026"): "2026-Q1",
    HEAD.format(date="", title="Kết quả quý I năm 2026, phương hướng nhiệm vụ quý II năm 2026"): "2026-Q1",
    HEAD.format(date="", title="Kết quả công tác kiểm soát TTHC năm 2025"): "2025-Y",
    HEAD.format(date="A, ngày 18 tháng 3 năm 2026", title="Kết quả\n6 tháng đầu năm 2026"): "2026-H1",
    "Thực hiện Kế hoạch số 5/KH-UBND về kiểm soát TTHC năm 2026, UBND phường báo cáo kết quả Quý I/2026 như sau:\n"
    "I. CHỈ ĐẠO\nĐã làm.": "2026-Q1",
    "Báo cáo kết quả kiểm soát TTHC 9 tháng đầu năm 2026\nI. CHỈ ĐẠO\nĐã làm.": "2026-9M",
}
DATED = [
    "Tam Thanh, ngày 18 tháng 3 năm 2026",
    "Tam Thanh, ngày 18/3/2026",
    "Tam Thanh ngày 18 tháng 03 năm 2026",
    "Số: 235/BC-UBND\tTam Thanh, ngày 18 tháng 3 năm 2026",
    "Số: 235/BC-UBND Tam Thanh, ngày 18 tháng 3 năm 2026",
    "Thành phố Hồ Chí Minh, ngày 18 tháng 3 năm 2026",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_period_is_read_however_it_is_named(text):
    assert [one.period.code for one in named_periods(f"trong {text}.")] == [NAMES[text]]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_names_no_period_is_none(text):
    assert named_periods(text) == ()


@pytest.mark.parametrize("text", TITLES)
def test_a_report_names_its_period_in_its_title_or_its_first_sentence(text):
    period = title_period(read(text))
    assert period is not None and period.code == TITLES[text]


def test_a_text_may_name_no_period():
    assert title_period(read("I. CHỈ ĐẠO\nĐã ban hành 03 văn bản năm 2026.")) is None


@pytest.mark.parametrize("line", DATED)
def test_the_head_says_when_a_report_was_made_out(line):
    found = report_date(read(HEAD.format(date=line, title="Kết quả Quý I/2026")))
    assert found is not None and found[1].value == date(2026, 3, 18)


def test_the_day_may_stand_above_the_signature():
    found = report_date(read("BÁO CÁO\nI. A\nĐã làm.\nTam Thanh, ngày 18/3/2026\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"))
    assert found is not None and found[1].value == date(2026, 3, 18)


@pytest.mark.parametrize(
    "text",
    [
        HEAD.format(date="Tam Thanh, ngày …… tháng …… năm 2026", title="Kết quả"),
        "I. A\nĐã tổ chức tập huấn ngày 14/01/2026",
        "Căn cứ Nghị quyết ngày 10 tháng 3 năm 2026\nI. A\nĐã làm.",
    ],
)
def test_a_blank_or_a_day_of_something_else_is_not_its_date(text):
    assert report_date(read(text)) is None
