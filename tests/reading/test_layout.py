"""How lines hang together: what numbers a heading, which lines were only wrapped, where frame and annexes begin."""

import pytest

from intranet.reading.layout import begins_annex, folded_paragraphs, has_frame, numbered

HEADINGS = {
    "I. CÔNG TÁC CHỈ ĐẠO": ("I", 1),
    "I- Công tác chỉ đạo": ("I", 1),
    "II – Kết quả thực hiện": ("II", 1),
    "IV/ Kiến nghị": ("IV", 1),
    "Phần I. Tình hình": ("I", 1),
    "PHẦN II: PHƯƠNG HƯỚNG": ("II", 1),
    "IX. Nội dung khác": ("IX", 1),
    "1. Ban hành văn bản": ("1", 2),
    "1/ Ban hành văn bản": ("1", 2),
    "1) Ban hành văn bản": ("1", 2),
    "2.Công bố, công khai": ("2", 2),
    "3.1 Rà soát TTHC": ("3.1", 3),
    "3.1. Rà soát TTHC": ("3.1", 3),
    "6.1. Cơ chế “4 tại chỗ”": ("6.1", 3),
    "3.1.2. Nội dung": ("3.1.2", 4),
    "a) Thuận lợi": ("a", 6),
    "b. Khó khăn": ("b", 6),
    "đ) Nội dung khác": ("đ", 6),
    "a/ Thuận lợi": ("a", 6),
    "II.1. Đánh giá tác động": ("II.1", 2),
    "II.3.1 Rà soát": ("II.3.1", 3),
    "1- Công khai": ("1", 2),
    "1.1) Công khai": ("1.1", 3),
    "Mục 3. Kiến nghị": ("3", 2),
    "MỤC II. KẾT QUẢ": ("II", 1),
    "PHẦN II": ("II", 1),
    "Phần thứ hai": ("thứ hai", 1),
    "Chương I. TÌNH HÌNH": ("I", 1),
    "B. KẾT QUẢ THỰC HIỆN": ("B", 1),
}
NUMBERED_BUT_NO_TITLE = [
    "8. Truyền thông: Đã đăng 12 tin trên cổng.",
    "15. Trong kỳ tiếp nhận 1.568 hồ sơ.",
    "1. Đã ban hành 03 văn bản;",
    "a) Trụ sở: số 15 đường Hùng Vương.",
    "2. Đã kiểm tra. Còn 03 tồn tại",
]
NO_NUMBERS = [
    "1.568 hồ sơ đã tiếp nhận",
    "8.141/8.141 hồ sơ",
    "05 hồ sơ quá hạn",
    "12/5/2026, họp giao ban",
    "24/7 trên loa",
    "5.1.2026 là ngày họp",
    "v.v. và các kênh khác",
    "1.5 điểm phần trăm",
    "(1) Kiểm tra việc tiếp nhận",
    "TTHC nội bộ",
    "Vì vậy, cần rà soát",
    "Mục II.05 của kế hoạch",
    "Mục 3 của Kế hoạch",
    "Phần mềm một cửa",
    "Phần I của báo cáo",
    "II.05a là biểu về phản ánh",
    "đ/c Chủ tịch",
    "1 - 2 triệu đồng",
]


def folded(text):
    return [paragraph for _, paragraph in folded_paragraphs(text)]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_is_known_by_its_number(text):
    head = numbered(text)
    assert head is not None and (head.number, head.level, head.is_title) == (*HEADINGS[text], True)


@pytest.mark.parametrize("text", NUMBERED_BUT_NO_TITLE)
def test_a_numbered_sentence_is_no_title(text):
    head = numbered(text)
    assert head is not None and not head.is_title


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_a_sentence_that_begins_with_a_number_is_not_numbered(text):
    assert numbered(text) is None


def test_a_part_and_the_title_on_the_line_below_are_one():
    assert folded("Phần II\n\nPHƯƠNG HƯỚNG\nI. NHIỆM VỤ") == ["Phần II PHƯƠNG HƯỚNG", "I. NHIỆM VỤ"]
    assert folded("Phần II\nI. NHIỆM VỤ") == ["Phần II", "I. NHIỆM VỤ"]


WRAPPED = """Trong kỳ, Trung tâm Phục vụ hành chính công đã tiếp nhận và giải quyết kịp thời
hồ sơ của tổ chức, cá nhân; không để phát sinh hồ sơ tồn đọng kéo dài, gây khó
khăn cho người dân.
Các phòng chuyên môn phối hợp tốt."""


def test_wrapped_lines_are_one_paragraph_and_a_new_sentence_on_a_new_line_another():
    assert [paragraph.split()[0] for paragraph in folded(WRAPPED)] == ["Trong", "Các"]
    assert [line for line, _ in folded_paragraphs(WRAPPED)] == [1, 4]


@pytest.mark.parametrize(
    "between",
    ["\n2\n", "\n- 2 -\n", "\n\n2\n\n", "\n\n\n- 2 -\n\n", "\nTrang 2/7\n", "\n\f", "\n\n2\n\f"],
)
def test_a_sentence_goes_on_over_the_end_of_a_page(between):
    first, rest = WRAPPED.split("\n", 1)
    text = f"{first}{between}{rest}"
    assert len(folded(text)) == 2 and "kịp thời hồ sơ của" in folded(text)[0]


def test_a_number_wrapped_onto_the_next_line_begins_no_section():
    text = "Phường đã thực hiện nghiêm túc kế hoạch do Ủy ban nhân dân tỉnh ban hành vào tháng\n12. Các đơn vị đã làm."
    assert len(folded(text)) == 1


def test_a_list_and_a_heading_begin_anew_however_full_the_line_before_is():
    full = "Trung tâm giúp Ủy ban nhân dân phường theo dõi, đôn đốc các phòng chuyên môn thực hiện"
    assert len(folded(f"{full}\n- Niêm yết, công khai thủ tục hành chính")) == 2
    assert len(folded(f"{full}\n2. Đôn đốc, tổ chức thực hiện")) == 2
    assert len(folded(f"{full}\nTM. ỦY BAN NHÂN DÂN")) == 2


def test_a_text_whose_paragraphs_stand_on_one_line_each_is_not_folded():
    long = "Trong kỳ đã tiếp nhận hồ sơ của tổ chức, cá nhân " * 5
    assert len(folded(f"{long}\n{long}\nCơ bản đúng hạn")) == 3


def test_the_cells_of_a_row_stay_apart_and_spaces_are_tidied():
    assert folded("1\tTiếp  nhận\t1.568\n\ufeffHồ\u200b sơ   mới") == ["1\tTiếp nhận\t1.568", "Hồ sơ mới"]


@pytest.mark.parametrize("text", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/BC-UBND", "BÁO CÁO\nKết quả"])
def test_a_whole_document_is_known_by_its_frame(text):
    assert has_frame(f"UBND PHƯỜNG A\n{text}\nI. CHỈ ĐẠO")


def test_an_extract_has_no_frame():
    assert not has_frame("I. CHỈ ĐẠO\nĐã ban hành báo cáo số 12/BC-UBND.")


@pytest.mark.parametrize("line", ["PHỤ LỤC I", "Biểu số II.05a/VPCP/KSTT", "Phụ lục 02", "Mẫu số 04"])
def test_an_annex_begins_with_a_line_of_its_own(line):
    assert begins_annex(line)


@pytest.mark.parametrize("line", ["Phụ lục kèm theo gồm 03 biểu.", "Theo Phụ lục I", "Biểu số II.05a nêu rõ:"])
def test_a_sentence_about_an_annex_begins_none(line):
    assert not begins_annex(line)
