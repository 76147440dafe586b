"""Text taken over is told until somebody confirms it: once a section, with every place marked."""

from quarter import quarter

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem
from intranet.checks.text_unconfirmed import text_unconfirmed
from intranet.kernel.period import Period
from intranet.reports.carried import Carried
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import Section

FACTS = quarter()
LAST = Period.parse("2025-Q4")
SECTIONS = (
    Section("text.a", "I", 1, "Chỉ đạo", "Đã họp.\nThực hiện theo kế hoạch.\n- Đủ công chức;\n- Đúng giờ."),
    Section("text.b", "II", 1, "Kinh phí", "Chi theo {{văn bản:63/2010/NĐ-CP}}, {{dossiers.received}} hồ sơ."),
    Section("text.c", "III", 1, "Khác", "Không phát sinh."),
)


def told(*unconfirmed: Carried) -> list[Problem]:
    manuscript = manuscript_of(printed(SECTIONS, FACTS, unconfirmed))
    return list(text_unconfirmed(Paper(manuscript, FACTS.period, FACTS, is_own=True)))


def test_nothing_is_told_where_everything_is_confirmed():
    assert told() == []


def test_a_section_is_told_once_with_all_its_places():
    (problem,) = told(Carried("text.a", "Thực hiện theo kế hoạch.\n- Đủ công chức;\n- Đúng giờ."))
    assert (problem.rule, problem.level, problem.section) == ("text-unconfirmed", Level.ERROR, "I")
    assert len(problem.spots) == 3 and problem.excerpt == "Thực hiện theo kế hoạch."
    assert "lấy từ đề cương" in problem.message


def test_each_section_is_told_and_from_where_its_text_is():
    found = told(Carried("text.b", SECTIONS[1].text, LAST), Carried("text.c", SECTIONS[2].text))
    assert [problem.section for problem in found] == ["II", "III"]
    assert "lấy từ báo cáo Quý IV/2025" in found[0].message


def test_marks_in_it_are_printed_and_hide_nothing():
    (problem,) = told(Carried("text.b", SECTIONS[1].text))
    assert problem.excerpt.startswith("Chi theo") and "{{" not in problem.excerpt
