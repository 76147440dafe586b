"""A whole report under all the rules: right, it passes; each fault put into it is told by the rule named for it."""

from pathlib import Path

import pytest
from quarter import quarter

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem
from intranet.checks.rules import problems
from intranet.kernel.period import Period
from intranet.reading.manuscript import read
from intranet.reports.markup import printed
from intranet.reports.outlines.headings import parse
from intranet.reports.plain_text import plain_text
from intranet.reports.sections.compose import compose

OUTLINE = parse((Path(__file__).parents[2] / "migrations" / "data" / "outline_2026.txt").read_text(encoding="utf-8"))
STARTERS = {heading.key: heading.starter for heading in OUTLINE}
# The three fields of the sample, the last of them with all that the real report does not tell by field.
REST = {"received": 919, "resolved": 880, "resolved_late": 9}
FACTS = quarter({f"dossiers.by_field.ho-kinh-doanh.{leaf}": value for leaf, value in REST.items()})
TEXT = plain_text(printed(compose(FACTS, OUTLINE, STARTERS), FACTS))
QUARTER = Period.parse("2026-Q1")

FAULTS = [
    (
        "sum-dossiers-received",
        "1.568 hồ sơ, đều nộp trực tuyến",
        "1.568 hồ sơ, gồm trực tuyến 1.500 hồ sơ, trực tiếp 58 hồ sơ",
    ),
    ("sum-dossiers-pending", "41 hồ sơ, đều trong hạn", "41 hồ sơ, gồm trong hạn 38 hồ sơ, quá hạn 02 hồ sơ"),
    (
        "sum-feedback",
        "01 phản ánh, kiến nghị (PAKN), về hành vi hành chính",
        "03 phản ánh, kiến nghị (PAKN), gồm 01 về quy định hành chính và 01 về hành vi hành chính",
    ),
    ("sum-dossiers-balance", "đang giải quyết 41 hồ sơ", "đang giải quyết 14 hồ sơ"),
    ("sum-dossiers-resolved", "trước hạn 1.477 hồ sơ và quá hạn 11", "trước hạn 1.467 hồ sơ và quá hạn 11"),
    ("sum-procedures", "toàn trình 122 thủ tục", "toàn trình 112 thủ tục"),
    ("sum-satisfaction", "hài lòng 02 phiếu", "hài lòng 12 phiếu"),
    ("sum-staff", "04 công chức tiếp nhận", "03 công chức tiếp nhận"),
    ("figure-repeated-differs", "- Giải quyết 1.488 hồ sơ TTHC", "- Giải quyết 1.448 hồ sơ TTHC"),
    ("figure-contradicts", "Trong kỳ tiếp nhận 1.568 hồ sơ", "Trong kỳ tiếp nhận 1.586 hồ sơ"),
    ("figure-not-in-facts", "Trong kỳ có 235 phiếu", "Trong kỳ tặng 77 phiếu quà; có 235 phiếu"),
    ("rate-wrong", "233 phiếu (99,1%)", "233 phiếu (99,5%)"),
    ("rate-without-base", "\n8. Truyền thông\n", "\n8. Truyền thông\nTỷ lệ người dân biết đến dịch vụ công đạt 95%.\n"),
    ("figure-missing", "Trong kỳ tiếp nhận 1.568 hồ sơ", "Trong kỳ tiếp nhận là hồ sơ"),
    ("claim-contradicts", "\n8. Truyền thông\n", "\n8. Truyền thông\nTrong kỳ không có hồ sơ quá hạn.\n"),
    ("personal-data", "\n8. Truyền thông\n", "\n8. Truyền thông\nĐã trả lời bà Nông Thị Bích về hồ sơ chậm.\n"),
    ("spelling", "\n8. Truyền thông\n", "\n8. Truyền thông\nKhông để xảy ra những nhiễu.\n"),
    ("terminology", "\n8. Truyền thông\n", "\n8. Truyền thông\nThông tin về hồ sơ trễ hạn được công khai.\n"),
]


def rules_told(text: str) -> set[str]:
    return {one.rule for one in found_in(text)}


def found_in(text: str) -> list[Problem]:
    return list(problems(Paper(read(text), QUARTER, FACTS)))


def test_a_right_report_passes_with_no_error_and_no_warning():
    assert not [one for one in found_in(TEXT) if one.level is not Level.INFO]


@pytest.mark.parametrize(("rule", "right", "wrong"), FAULTS, ids=[rule for rule, *_ in FAULTS])
def test_each_fault_is_told_by_its_rule(rule, right, wrong):
    assert TEXT.count(right) >= 1
    assert rule in rules_told(TEXT.replace(right, wrong, 1)) - rules_told(TEXT)


def test_a_late_dossier_without_a_cause_is_told():
    facts = quarter(causes=(), overdue=())
    chapters = TEXT.split("\n1.2. ")
    without = chapters[0] + "\n1.2. Khó khăn\nCông chức ít người.\n2. Triển khai" + chapters[1].split("\n2. ", 1)[1]
    assert "late-without-cause" in {one.rule for one in problems(Paper(read(without), QUARTER, facts))}


def test_inspections_told_by_number_alone_are_told():
    start = TEXT.index("(1) ")
    bare = TEXT[:start] + TEXT[TEXT.index("\n11. ") :]
    assert "inspections-without-record" in rules_told(bare)


def test_a_finding_shows_its_section_and_the_words_around_it():
    wrong = TEXT.replace("233 phiếu (99,1%)", "233 phiếu (99,5%)")
    (one,) = [one for one in problems(Paper(read(wrong), QUARTER)) if one.rule == "rate-wrong"]
    assert one.section == "II.6.2"
    assert "99,5" in one.excerpt and "99,1" in one.message
