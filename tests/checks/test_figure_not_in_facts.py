"""figure-not-in-facts: a count in prose that no figure and no record of the period explains."""

import pytest
from checks.corpus import paper, told
from quarter import quarter, with_earlier

from intranet.checks.figure_not_in_facts import figure_not_in_facts
from intranet.checks.problem import Level

FACTS = with_earlier(quarter(), previous={"dossiers.received": 1448})
FIRES = [
    "Trong kỳ tặng 77 phiếu quà; có 235 phiếu đánh giá.",
    "Có 529 hồ sơ liên thông với cơ quan thuế.",
    "Đã tổ chức 19 cuộc kiểm tra đột xuất ngoài giờ hành chính.",
    "Trong đó 55 hồ sơ do lỗi hệ thống.",
]
SILENT = [
    "Trong kỳ tiếp nhận 1.568 hồ sơ.",
    "Lĩnh vực hộ tịch tiếp nhận 433 hồ sơ.",
    "So với Quý IV/2025: số hồ sơ tiếp nhận tăng 120 hồ sơ (8,3%).",
    "Có 34 người tham dự lớp tập huấn trực tuyến.",
    "Báo cáo số 77/BC-UBND ngày 10/3/2026.",
    "Họp 3 ngày tại tầng 2.",
]


@pytest.mark.parametrize("text", FIRES)
def test_figure_not_in_facts_is_told(text):
    problems = list(figure_not_in_facts(paper(text, facts=FACTS)))
    assert problems and {(one.rule, one.level) for one in problems} == {("figure-not-in-facts", Level.WARNING)}


@pytest.mark.parametrize("text", SILENT)
def test_what_a_figure_or_a_record_explains_stays_silent(text):
    assert not told(figure_not_in_facts(paper(text, facts=FACTS)))


def test_another_office_s_figures_are_not_looked_for_among_ours():
    assert not told(figure_not_in_facts(paper(FIRES[0])))
