"""opening-differs-from-closing: what came over is not what the period before left behind, and nobody says why."""

import pytest
from checks.corpus import paper, told
from quarter import facts_of, quarter, with_earlier

from intranet.checks.opening_differs_from_closing import opening_differs_from_closing
from intranet.checks.paper import Paper
from intranet.checks.problem import Level
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import Section
from intranet.reports.sections.dossiers import dossiers

CLOSED_WITH = {"dossiers.pending": 41, "dossiers.paused": 64}
KNOWN = with_earlier(facts_of({}), previous=CLOSED_WITH)
FIRES = [
    "Kỳ trước chuyển qua 69 hồ sơ. Trong kỳ tiếp nhận 1.568 hồ sơ.",
    "Tổng số hồ sơ: 1.637 hồ sơ, trong đó kỳ trước chuyển sang 69 hồ sơ, tiếp nhận mới 1.568 hồ sơ.",
    "Số hồ sơ từ kỳ trước chuyển qua: 69.",
    "Kỳ trước chuyển qua 69 hồ sơ, khác với 105 hồ sơ chuyển kỳ sau của Quý IV/2025 vì …….",
    "Kỳ trước chuyển qua 69 hồ sơ, kỳ trước báo cáo chuyển 105 hồ sơ.",
]
SILENT = [
    "Kỳ trước chuyển qua 105 hồ sơ. Trong kỳ tiếp nhận 1.568 hồ sơ.",
    "Tổng số hồ sơ: 1.673 hồ sơ, trong đó kỳ trước chuyển sang 105 hồ sơ, tiếp nhận mới 1.568 hồ sơ.",
    "Trong kỳ tiếp nhận 1.568 hồ sơ.",
    "Kỳ trước chuyển qua 69 hồ sơ, khác với 105 hồ sơ chuyển kỳ sau của Quý IV/2025 vì 36 hồ sơ trùng đã được hủy.",
    "Kỳ trước chuyển qua 69 hồ sơ (báo cáo Quý IV/2025 là 105 hồ sơ; lý do: hợp nhất hai hệ thống, bỏ hồ sơ trùng).",
]


@pytest.mark.parametrize("text", FIRES)
def test_opening_differs_from_closing_is_told(text):
    problems = list(opening_differs_from_closing(paper(text, facts=KNOWN)))
    assert [(one.rule, one.level) for one in problems] == [("opening-differs-from-closing", Level.ERROR)]
    assert "69" in problems[0].message and "Quý IV/2025 chuyển kỳ sau 105 hồ sơ" in problems[0].message


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_or_explained_stays_silent(text):
    assert not told(opening_differs_from_closing(paper(text, facts=KNOWN)))


def test_without_an_earlier_report_nothing_is_told():
    assert not told(opening_differs_from_closing(paper(FIRES[0], facts=quarter())))
    assert not told(opening_differs_from_closing(paper(FIRES[0])))


def test_figures_that_the_text_leaves_out_are_compared_as_well():
    facts = with_earlier(quarter(), previous=CLOSED_WITH)
    (problem,) = opening_differs_from_closing(paper("Trong kỳ tiếp nhận 1.568 hồ sơ.", facts=facts))
    assert not problem.section and problem.figures == ("dossiers.opening", "previous.dossiers.carried_over")


def own(text: str) -> Paper:
    facts = with_earlier(quarter(), previous=CLOSED_WITH)
    section = Section("dossiers", "II", 1, "Kết quả giải quyết", text)
    return Paper(manuscript_of(printed([section], facts)), facts.period, facts)


def test_our_own_text_asks_for_the_reason_until_it_is_given():
    text = dossiers(with_earlier(quarter(), previous=CLOSED_WITH))
    assert "khác với {{previous.dossiers.carried_over}} hồ sơ chuyển kỳ sau của Quý IV/2025 vì ……" in text
    (problem,) = opening_differs_from_closing(own(text))
    assert problem.section == "II"
    assert not told(opening_differs_from_closing(own(text.replace("……", "đã hủy 36 hồ sơ nhập trùng"))))


def test_our_own_text_says_nothing_where_both_agree():
    text = dossiers(with_earlier(quarter(), previous={"dossiers.pending": 5, "dossiers.paused": 64}))
    assert "khác với" not in text
