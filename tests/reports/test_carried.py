"""What a section takes over from its outline or from an earlier report, and what comes of an answer."""

import pytest

from intranet.kernel.period import Period
from intranet.reports.carried import Carried, CarriedAnswer, carried_over
from intranet.reports.outlines.headings import Heading

LAST = Period.parse("2025-Q4")


def taken(key: str, starter: str, earlier: str | None) -> Carried | None:
    before = {} if earlier is None else {key: Carried(key, earlier, LAST)}
    return carried_over([Heading(key, 1, "I", "A", starter)], before).get(key)


@pytest.mark.parametrize(
    ("key", "starter", "earlier", "expected"),
    [
        ("text.a", "Mẫu.", "Kỳ trước.", Carried("text.a", "Kỳ trước.", LAST)),
        ("text.a", "Mẫu.", "", Carried("text.a", "Mẫu.")),
        ("text.a", "Mẫu.", None, Carried("text.a", "Mẫu.")),
        ("text.a", "", None, None),
        ("text.a", "", "Kỳ trước.", Carried("text.a", "Kỳ trước.", LAST)),
        ("impact_assessment", "Căn cứ.", "Kỳ trước.", Carried("impact_assessment", "Căn cứ.")),
        ("impact_assessment", "", "Kỳ trước.", None),
    ],
)
def test_people_s_sections_take_the_last_report_s_words_before_the_outline_s(key, starter, earlier, expected):
    assert taken(key, starter, earlier) == expected


def test_lines_that_compare_with_the_period_before_are_not_taken_over():
    carried = taken("text.a", "Mẫu.", "Kinh phí như cũ.\nKỳ trước nhận {{previous.dossiers.received}} hồ sơ.")
    assert carried and carried.text == "Kinh phí như cũ."


@pytest.mark.parametrize(
    ("answer", "said"),
    [(CarriedAnswer.KEPT, "Mẫu."), (CarriedAnswer.LEFT_OUT, ""), (CarriedAnswer.NOTHING, "Trong kỳ không phát sinh.")],
)
def test_an_answer_says_what_stands_there(answer, said):
    assert Carried("text.a", "Mẫu.").answered(answer) == said


def test_a_text_says_where_it_comes_from():
    assert Carried("text.a", "Mẫu.").origin == "đề cương"
    assert Carried("text.a", "Mẫu.", LAST).origin == "báo cáo Quý IV/2025"
