"""figure-contradicts: prose names a figure and gives it another value than the records do."""

import pytest
from checks.corpus import paper, told
from quarter import quarter

from intranet.checks.figure_contradicts import figure_contradicts
from intranet.checks.paper import Paper
from intranet.checks.problem import Level
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import Section

FACTS = quarter()
FIRES = [
    "Trong kỳ tiếp nhận 1.586 hồ sơ.",
    "Tổng số hồ sơ tiếp nhận trong quý: 1.600 hồ sơ, trong đó trực tuyến 1.600 hồ sơ.",
    "Đã giải quyết 1.448 hồ sơ, trong đó quá hạn 11 hồ sơ.",
    "Số hồ sơ giải quyết quá hạn là 12 hồ sơ.",
    "Đến cuối kỳ còn đang giải quyết 14 hồ sơ.",
    "Có 236 phiếu đánh giá mức độ hài lòng.",
    "Số hồ sơ từ kỳ trước chuyển qua: 96 hồ sơ.",
]
SILENT = [
    "Trong kỳ tiếp nhận 1.568 hồ sơ.",
    "Tổng số hồ sơ phải giải quyết: 1.637 hồ sơ, gồm kỳ trước chuyển qua 69 hồ sơ, tiếp nhận mới 1.568 hồ sơ.",
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ.",
    "Có 235 phiếu đánh giá, trong đó rất hài lòng 233 phiếu.",
    "Báo cáo số 235/BC-UBND ngày 18/3/2026 nêu 11 hồ sơ quá hạn.",
    "Quý I/2025 tiếp nhận 1.402 hồ sơ.",
    "Lĩnh vực hộ tịch tiếp nhận 433 hồ sơ.",
    "Phấn đấu năm 2026 tiếp nhận trực tuyến 1.900 hồ sơ.",
]


@pytest.mark.parametrize("text", FIRES)
def test_figure_contradicts_is_told(text):
    problems = list(figure_contradicts(paper(text, facts=FACTS)))
    assert problems and {(one.rule, one.level) for one in problems} == {("figure-contradicts", Level.ERROR)}
    assert all(one.figures for one in problems)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(figure_contradicts(paper(text, facts=FACTS)))


def test_another_office_has_no_figures_to_contradict():
    assert not told(figure_contradicts(paper(FIRES[0])))


def test_a_value_written_for_one_place_is_told_with_its_reason_and_only_warned_of():
    text = "Trong kỳ tiếp nhận {{dossiers.received = 1.570 | gồm 02 hồ sơ giấy}} hồ sơ."
    sections = printed([Section("dossiers", "II", 1, "Kết quả", text)], FACTS)
    (problem,) = figure_contradicts(Paper(manuscript_of(sections), FACTS.period, FACTS))
    assert problem.level is Level.WARNING
    assert "ghi riêng 1.570 (số liệu của kỳ: 1.568), lý do: gồm 02 hồ sơ giấy" in problem.message
