"""figure-missing: a label has nothing after it."""

import pytest
from checks.corpus import paper, told
from quarter import quarter

from intranet.checks.figure_missing import figure_missing
from intranet.checks.paper import Paper
from intranet.checks.problem import Level
from intranet.kernel.period import Period
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import Section

FIRES = [
    "Tiếp nhận 1.568 hồ sơ, trong đó:\nII. ĐÁNH GIÁ",
    "- Trực tuyến: hồ sơ;",
    "Tổng số hồ sơ đã giải quyết là hồ sơ, trong đó quá hạn 11 hồ sơ.",
    "Tỷ lệ đúng hạn đạt %.",
    "Số hồ sơ trực tiếp: ; trực tuyến: 50 hồ sơ.",
    "Đã giải quyết 100 hồ sơ, trong đó:.",
    "- Tiếp nhận trực tiếp:\n- Tiếp nhận trực tuyến: 50 hồ sơ.",
]
SILENT = [
    "Tiếp nhận 1.568 hồ sơ, trong đó:\n- Trực tuyến: 1.568 hồ sơ.",
    "Các phương án gồm:\n- Bỏ bản giấy;\n- Gộp hai bước.",
    "Kính gửi: UBND tỉnh.",
    "Kết quả như sau:\nSTT\tNội dung\tSố hồ sơ",
    "- Hồ sơ đã giải quyết: 100 hồ sơ, trong đó:\n+ Trước hạn: 100 hồ sơ.",
    "Hồ sơ trực tuyến: 50 hồ sơ; trực tiếp: 0 hồ sơ.",
    "Nội dung chủ yếu là hồ sơ hộ tịch và đất đai.",
]


@pytest.mark.parametrize("text", FIRES)
def test_figure_missing_is_told(text):
    problems = list(figure_missing(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("figure-missing", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(figure_missing(paper(text)))


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("staff.desk", "Hãy nhập số liệu này cho kỳ báo cáo."),
        ("dossiers.by_field.ho-tich.received", "Hãy nhập số liệu này cho kỳ báo cáo."),
        ("inspections.done", "Hãy ghi vào sổ kiểm tra, hoặc đặt ngày bắt đầu dùng sổ."),
        ("satisfaction.satisfied_rate", "Số này tự tính: hãy nhập đủ các số liệu còn thiếu mà nó cần."),
    ],
)
def test_a_figure_that_is_missing_is_asked_for_where_it_can_be_given(name, how):
    facts = quarter({name: None, "satisfaction.ratings": None})
    manuscript = manuscript_of(printed([Section("text.a", "I", 1, "Kết quả", f"Có {{{{{name}}}}} lần.")], facts))
    (problem,) = figure_missing(Paper(manuscript, facts.period, facts, is_own=True))
    assert problem.message.endswith(how)


def test_figures_of_a_long_period_are_asked_for_in_its_quarters():
    facts = quarter({"staff.desk": None}, period=Period.parse("2026-Y"))
    sections = [Section("text.a", "I", 1, "Kết quả", "Có {{staff.desk}} công chức.")]
    (problem,) = figure_missing(Paper(manuscript_of(printed(sections, facts)), facts.period, facts, is_own=True))
    assert problem.message.endswith("Hãy nhập đủ số liệu của các quý.")
