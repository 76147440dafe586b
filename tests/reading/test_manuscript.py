"""A text read as paragraphs: kinds, parts, the path of the section."""

import unicodedata

import pytest

from intranet.reading.manuscript import read, section_path

WHOLE = """ỦY BAN NHÂN DÂN
PHƯỜNG TAM THANH
Số: 235/BC-UBND
Tam Thanh, ngày 18 tháng 3 năm 2026
BÁO CÁO
Kết quả kiểm soát thủ tục hành chính Quý I/2026
Kính gửi: UBND tỉnh Lạng Sơn
I. CÔNG TÁC CHỈ ĐẠO
1. Ban hành văn bản
Đã ban hành 03 văn bản.
2. Truyền thông: Đã đăng 12 tin.
II. KẾT QUẢ
3. Rà soát
3.1. Rà soát, đơn giản hóa
- Đã rà soát 03 TTHC;
a) Thuận lợi
Người dân đồng tình.
STT\tNội dung\tSố
1\tTiếp nhận\t1.568
Chú thích: theo Kế hoạch số 53/KH-UBND.
Nơi nhận:
- Như trên;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
PHỤ LỤC I
1. Danh mục
STT\tTên
"""


def paragraph(text, words):
    return next(it for it in read(text).paragraphs if it.text.startswith(words))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("ỦY BAN", "head"),
        ("Số: 235", "head"),
        ("Tam Thanh", "head"),
        ("Kết quả kiểm soát", "head"),
        ("Kính gửi", "head"),
        ("I. CÔNG TÁC", "body"),
        ("Chú thích", "body"),
        ("Nơi nhận", "tail"),
        ("- Như trên", "tail"),
        ("CHỦ TỊCH", "tail"),
        ("PHỤ LỤC I", "annex"),
        ("1. Danh mục", "annex"),
        ("STT\tTên", "annex"),
    ],
)
def test_each_paragraph_belongs_to_a_part(words, part):
    assert paragraph(WHOLE, words).part == part


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I. CÔNG", "heading"),
        ("3.1.", "heading"),
        ("a) Thuận", "heading"),
        ("Đã ban hành", "paragraph"),
        ("2. Truyền thông", "paragraph"),
        ("- Đã rà soát", "item"),
        ("1\tTiếp nhận", "row"),
        ("Chú thích", "note"),
        ("1. Danh mục", "paragraph"),
    ],
)
def test_each_paragraph_is_of_a_kind(words, kind):
    assert paragraph(WHOLE, words).kind == kind


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("I. CÔNG", "I"),
        ("Đã ban hành", "I.1"),
        ("II. KẾT", "II"),
        ("3. Rà soát", "II.3"),
        ("- Đã rà soát", "II.3.1"),
        ("Người dân", "II.3.1.a"),
        ("Kính gửi", ""),
        ("CHỦ TỊCH", ""),
    ],
)
def test_each_paragraph_knows_its_section(words, section):
    assert paragraph(WHOLE, words).section == section


def test_a_run_in_heading_keeps_its_number():
    assert paragraph(WHOLE, "2. Truyền thông").number == "2"


def test_a_text_without_a_frame_is_all_body():
    assert {it.part for it in read("Đã tiếp nhận 1.568 hồ sơ.\nĐã giải quyết 1.488 hồ sơ.").paragraphs} == {"body"}


def test_an_opening_sentence_begins_the_body_of_a_whole_document():
    opening = "Thực hiện Kế hoạch số 38/KH-UBND ngày 05/02/2026 của UBND tỉnh, UBND phường báo cáo kết quả như sau:"
    text = f"UBND PHƯỜNG A\nBÁO CÁO\nKết quả\n{opening}\nI. CHỈ ĐẠO\nĐã làm."
    assert paragraph(text, "Thực hiện").part == "body"


@pytest.mark.parametrize(
    "sentence",
    ["1.568 hồ sơ đã được tiếp nhận.", "15. Trong kỳ tiếp nhận 1.568 hồ sơ.", "8.141/8.141 hồ sơ đã số hóa."],
)
def test_a_sentence_that_begins_with_a_number_is_no_heading(sentence):
    assert paragraph(f"I. KẾT QUẢ\n{sentence}", sentence[:5]).kind == "paragraph"


def test_the_title_of_a_heading_stands_behind_its_number():
    assert paragraph(WHOLE, "3.1.").title == "Rà soát, đơn giản hóa"
    assert paragraph("I- CHỈ ĐẠO\nĐã làm.", "I-").title == "CHỈ ĐẠO"


def test_what_stands_under_a_heading_ends_with_the_next_of_its_level():
    manuscript = read(WHOLE)
    first, second = (it for it in manuscript.headings if it.level == 1)
    assert [it.text[:2] for it in manuscript.under(first)] == ["1.", "Đã", "2."]
    assert manuscript.under(second)[-1].text.startswith("Chú thích")


def test_text_in_separate_letters_and_marks_is_joined():
    assert read(unicodedata.normalize("NFD", "Số hóa hồ sơ")).paragraphs[0].text == "Số hóa hồ sơ"


def test_an_annex_follows_the_signature_even_where_only_its_number_stands_there():
    text = "BÁO CÁO\nKết quả\nI. A\nĐã làm (Biểu số II.05a kèm theo).\nTM. ỦY BAN NHÂN DÂN\nBiểu số II.05a/VPCP\nx\ty"
    assert [it.text for it in read(text).part("annex")] == ["Biểu số II.05a/VPCP", "x\ty"]


def test_a_path_holds_the_number_of_the_level_above_once():
    assert section_path({1: "II", 2: "3", 3: "3.1"}) == "II.3.1"
    assert section_path({1: "II", 2: "5"}) == "II.5"
    assert section_path({2: "5", 6: "a"}) == "5.a"


def paths(text):
    return [(paragraph.section, paragraph.title) for paragraph in read(text).headings]


def test_chapters_that_begin_anew_in_each_part_stand_beneath_it():
    text = "Phần I\nKẾT QUẢ\nI. CHỈ ĐẠO\nx.\nII. KHÁC\nx.\nPhần II\nNHIỆM VỤ\nI. MỤC TIÊU\nx."
    assert paths(text) == [
        ("I", "KẾT QUẢ"), ("I.I", "CHỈ ĐẠO"), ("I.II", "KHÁC"), ("II", "NHIỆM VỤ"), ("II.I", "MỤC TIÊU")
    ]  # fmt: skip


def test_a_number_that_names_its_chapter_is_not_told_twice():
    text = "II. KẾT QUẢ\nII.1. Công khai\n1. Niêm yết\nx.\nII.2. Rà soát\nx."
    assert [section for section, _ in paths(text)] == ["II", "II.1", "II.1.1", "II.2"]


def test_titles_in_capitals_are_chapters_only_where_none_has_a_number():
    assert paths("CÔNG TÁC CHỈ ĐẠO\nx.\nKẾT QUẢ THỰC HIỆN\nx.") == [
        ("", "CÔNG TÁC CHỈ ĐẠO"), ("", "KẾT QUẢ THỰC HIỆN")
    ]  # fmt: skip
    assert paths("I. CHỈ ĐẠO\nBẢNG TỔNG HỢP SỐ LIỆU\nx.") == [("I", "CHỈ ĐẠO")]


def test_letters_of_an_annex_are_no_parts_of_the_report():
    text = "I. CHỈ ĐẠO\nx.\nII. KHÁC\nx.\nTM. UBND\nPHỤ LỤC\nA. ĐẤT ĐAI\nB. HỘ TỊCH"
    assert [section for section, _ in paths(text)] == ["I", "II"]
