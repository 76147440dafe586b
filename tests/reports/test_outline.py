"""An outline is one text; its numbers are the product's, its mistakes are told with their line."""

from pathlib import Path

import pytest

from intranet.kernel.workflow import Refused
from intranet.reports.outlines.headings import Heading, parse, roman
from intranet.reports.sections.composers import COMPOSERS

SEEDED = Path(__file__).parents[2] / "migrations" / "data"
DEFAULT, OF_YEAR = SEEDED / "outline_2026.txt", SEEDED / "outline_year_2026.txt"
OF_A_YEAR_ALONE, OF_OTHERS = {"year_results"}, {"control_results"}

# Number and beginning of each heading of a real report, numbered as it should have been.
NUMBERED = """
I Công tác chỉ đạo, điều hành | 1 Ban hành văn bản chỉ đạo | 2 Đôn đốc | 3 Tổ chức, bố trí cán bộ | 4 Bố trí và sử dụng
II Tình hình và kết quả | 1 Đánh giá tác động | 2 Công bố, công khai | 3 Rà soát, đơn giản hóa
3.1 Rà soát, đơn giản hóa | 3.2 Cắt giảm, đơn giản hóa | 3.3 TTHC nội bộ
4 Tiếp nhận, xử lý PAKN | 5 Tình hình, kết quả giải quyết | 6 Cơ chế một cửa
6.1 Cơ chế “4 tại chỗ” | 6.2 Kiện toàn | 6.3 Số hóa
7 Thực hiện TTHC trên môi trường | 8 Truyền thông | 9 Nghiên cứu | 10 Kiểm tra | 11 Nội dung khác
III Tình hình, kết quả triển khai | 1 Cải cách | 2 Nâng cao | 3 Hiện đại hóa | 4 Các nhiệm vụ khác
IV Đánh giá chung | 1 Công tác kiểm soát | 1.1 Hiệu quả | 1.2 Khó khăn
2 Triển khai Nghị quyết | 2.1 Hiệu quả | 2.2 Khó khăn
V Phương hướng, nhiệm vụ [[kỳ tới]] | VI Kiến nghị
"""


def refusals(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        parse(text)
    return [reason.message for reason in refused.value.reasons]


def test_headings_carry_number_key_and_starter():
    text = "# Một {text.mot}\nDòng đầu.\n\n- Dòng hai.\n## Hai {dossiers}\n### Ba {text.ba}\n"
    assert parse(text) == (
        Heading("text.mot", 1, "I", "Một", "Dòng đầu.\n- Dòng hai."),
        Heading("dossiers", 2, "1", "Hai"),
        Heading("text.ba", 3, "1.1", "Ba"),
    )


def test_numbers_begin_anew_under_each_heading_above():
    levels = [1, 2, 3, 3, 2, 3, 1, 2, 3]
    text = "\n".join(f"{'#' * level} Mục {{text.m{place}}}" for place, level in enumerate(levels))
    assert [heading.number for heading in parse(text)] == ["I", "1", "1.1", "1.2", "2", "2.1", "II", "1", "1.1"]


def test_a_second_level_of_headings_may_be_without_a_third():
    assert [heading.number for heading in parse("# A {text.a}\n# B {text.b}\n## C {text.c}")] == ["I", "II", "1"]


@pytest.mark.parametrize(("n", "digits"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (19, "XIX"), (26, "XXVI")])
def test_level_one_has_roman_numbers(n, digits):
    assert roman(n) == digits


def test_the_default_outline_is_the_office_s_numbered_right():
    headings = parse(DEFAULT.read_text(encoding="utf-8"))
    expected = [heading.split(" ", 1) for line in NUMBERED.strip().splitlines() for heading in line.split(" | ")]
    assert [heading.number for heading in headings] == [number for number, _ in expected]
    for heading, (_, beginning) in zip(headings, expected, strict=True):
        assert heading.title.startswith(beginning)


@pytest.mark.parametrize(("path", "unused"), [(DEFAULT, OF_A_YEAR_ALONE), (OF_YEAR, OF_OTHERS)])
def test_an_outline_that_is_seeded_uses_every_composer_once(path, unused):
    keys = [heading.key for heading in parse(path.read_text(encoding="utf-8"))]
    assert sorted(key for key in keys if not key.startswith("text.")) == sorted(set(COMPOSERS) - unused)


def test_a_years_outline_has_what_a_quarters_has_and_results_plan_and_tasks_of_its_own():
    quarters, years = ({heading.key for heading in parse(path.read_text("utf-8"))} for path in (DEFAULT, OF_YEAR))
    assert quarters - years == {"control_results", "text.outlook", "text.r131_results"}
    assert years - quarters == {
        *("year_results", "text.r131_year_results", "text.year_plan"),
        *("text.year_outlook", "text.next_year_plan", "text.next_year_tasks"),
    }


@pytest.mark.parametrize("path", [DEFAULT, OF_YEAR])
def test_a_section_without_figures_starts_with_words(path):
    headings = parse(path.read_text(encoding="utf-8"))
    leaves = [
        heading
        for heading, following in zip(headings, [*headings[1:], None], strict=True)
        if following is None or following.level <= heading.level
    ]
    assert [leaf.title for leaf in leaves if leaf.key not in COMPOSERS and not leaf.starter] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Dòng 1: đề cương chưa có đề mục nào. Hãy bắt đầu bằng dấu # và tên đề mục."),
        ("Chỉ có chữ", "Dòng 1: nội dung đứng trước đề mục đầu tiên. Hãy đặt nội dung dưới một đề mục."),
        ("# A {text.a}\n# {text.b}", "Dòng 2: đề mục chưa có tên. Hãy nhập tên đề mục sau dấu #."),
        ("## A {text.a}", "Dòng 1: đề mục nhảy cấp. Hãy viết 1 dấu # hoặc thêm đề mục cấp 1 ở trên."),
        ("# A {text.a}\n### B {text.b}", "Dòng 2: đề mục nhảy cấp. Hãy viết 2 dấu # hoặc thêm đề mục cấp 2 ở trên."),
        ("# A {text.a}\n#### B {text.b}", "Dòng 2: đề cương chỉ có 3 cấp. Hãy viết tối đa 3 dấu #."),
        ("# A {text.a}\n\n# B {text.a}", "Dòng 3: khóa “text.a” đã dùng ở dòng 1. Hãy đặt khóa khác."),
        (
            "# A",
            "Dòng 1: đề mục chưa có khóa. Hãy viết khóa trong ngoặc nhọn ở cuối dòng, ví dụ {text.kinh-phi}.",
        ),
        (
            "# A {dossier}",
            "Dòng 1: không có mục tự soạn “dossier”. Hãy viết “dossiers”. "
            "Nếu mục này do cán bộ viết, hãy đặt khóa bắt đầu bằng “text.”.",
        ),
        (
            "# A {text.Kinh phí}",
            "Dòng 1: hãy viết khóa sau “text.” bằng chữ thường không dấu và số, ví dụ {text.kinh-phi}.",
        ),
        ("# I. A {text.a}", "Dòng 1: hãy bỏ số thứ tự ở đầu tên đề mục: hệ thống tự đánh số."),
        ("# 1.2. A {text.a}", "Dòng 1: hãy bỏ số thứ tự ở đầu tên đề mục: hệ thống tự đánh số."),
        ("# A [[kì tới]] {text.a}", "Dòng 1: không có từ thay thế “[[kì tới]]”. Hãy viết “kỳ tới”."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(text, message):
    assert message in refusals(text)


def test_all_mistakes_are_told_at_once_in_the_order_of_lines():
    text = "chữ\n## A {text.a}\n# {text.a}\n# C {dossiersx}"
    assert [message.split(":")[0] for message in refusals(text)] == ["Dòng 1", "Dòng 2", "Dòng 3", "Dòng 3", "Dòng 4"]


def test_a_title_may_begin_with_a_number_that_counts_something():
    assert parse("# 4 tại chỗ {text.a}")[0].title == "4 tại chỗ"
