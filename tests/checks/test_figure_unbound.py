"""figure-unbound: a number of our own report is right, but typed by hand."""

import pytest
from checks.corpus import paper, told
from quarter import quarter

from intranet.checks.figure_unbound import figure_unbound
from intranet.checks.paper import Paper
from intranet.checks.problem import Level
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import Section

FACTS = quarter()
FIRES = [
    "Trong kỳ tiếp nhận 1.568 hồ sơ.",
    "Đã giải quyết 1.488 hồ sơ, bảo đảm tiến độ.",
    "Có 235 phiếu đánh giá mức độ hài lòng.",
    "Kỳ trước chuyển qua 69 hồ sơ.",
]
SILENT = [
    "Trong kỳ tiếp nhận {{dossiers.received}} hồ sơ.",
    "Trong kỳ tiếp nhận 1.586 hồ sơ.",
    "Báo cáo số 235/BC-UBND ngày 18/3/2026.",
    "Quý I/2025 tiếp nhận 1.568 hồ sơ.",
    "Trong kỳ tiếp nhận {{dossiers.received = 1.570 | gồm hồ sơ giấy}} hồ sơ.",
    "Trong kỳ không có hồ sơ đang giải quyết quá hạn.",
]


def own(text: str) -> Paper:
    sections = printed([Section("text.other", "II", 1, "Kết quả", text)], FACTS)
    return Paper(manuscript_of(sections), FACTS.period, FACTS, is_own=True)


@pytest.mark.parametrize("text", FIRES)
def test_a_right_number_typed_by_hand_is_told_with_its_mark(text):
    (problem,) = figure_unbound(own(text))
    assert (problem.rule, problem.level) == ("figure-unbound", Level.INFO)
    assert f"{{{{{problem.figures[0]}}}}}" in problem.message


@pytest.mark.parametrize("text", SILENT)
def test_what_is_bound_wrong_or_of_something_else_stays_silent(text):
    assert not told(figure_unbound(own(text)))


def test_the_text_of_another_office_binds_nothing():
    assert not told(figure_unbound(paper(FIRES[0], facts=FACTS)))
