"""section-empty: a heading has nothing under it, a review no figure."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.structure.section_empty import section_empty

FIRES = [
    "I. CÔNG TÁC CHỈ ĐẠO\nII. KẾT QUẢ\nĐã làm.",
    "I. A\n1. Truyền thông\n2. Sáng kiến\nCó 01 sáng kiến.\nII. B\nx",
    "II. KẾT QUẢ\n3. Rà soát, đơn giản hóa TTHC\n3.1. Rà soát\nRà soát 03 TTHC.\n3.2. Cắt giảm quy định\n3.3. TTHC nội bộ\nCó 01 quy trình.",
    "I. A\n1. Rà soát, đơn giản hóa TTHC\nCác phòng chuyên môn thực hiện rà soát theo kế hoạch.",
    "I. A\na) Thuận lợi\nb) Khó khăn\nNgười dân chưa quen.",
    "I. A\nx.\nII. KIẾN NGHỊ, ĐỀ XUẤT",
    "II. KẾT QUẢ\n3.1. Rà soát, đơn giản hoá\nThực hiện Công điện số 220/CĐ-TTg ngày 18/11/2025, phường đã rà soát TTHC.",
    "I- CHỈ ĐẠO\n1/ Kinh phí\n2/ Đầu mối\nCó 01 đầu mối.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\nVI. KIẾN NGHỊ\nĐề nghị hỗ trợ.",
    "IV. ĐÁNH GIÁ\n1. Hạn chế\n1.1 Tồn tại\n1.2 Nguyên nhân\nDo thiếu người.\nTM. ỦY BAN NHÂN DÂN",
    "II. KẾT QUẢ\n7. Thực hiện TTHC trên môi trường điện tử\n8. Truyền thông\nĐã đăng 12 tin.",
    "I. A\n1. Rà soát, cắt giảm, đơn giản hóa thủ tục hành chính\nTiếp tục thực hiện rà soát theo chỉ đạo của tỉnh.",
    "I. A\n4. Kinh phí thực hiện",
    "A. KẾT QUẢ\n1. Chỉ đạo\n2. Công khai\nNội dung.\nB. PHƯƠNG HƯỚNG\nNội dung.",
    "II. KẾT QUẢ\nII.1. Đánh giá tác động\nII.2. Công khai\nĐã công khai.",
    "Phần I\nKẾT QUẢ\nNội dung.\nPhần II\nPHƯƠNG HƯỚNG",
    "I. KẾT QUẢ\n1. Công khai TTHC:\n2. Khác: Không.",
    "CÔNG TÁC CHỈ ĐẠO\nĐã ban hành.\n\nKẾT QUẢ THỰC HIỆN\n\nĐỀ XUẤT, KIẾN NGHỊ\nKhông.",
]
SILENT = [
    "I. A\n1. B\nx.\n2. C\ny.",
    "II. KẾT QUẢ\n3. Rà soát, đơn giản hóa TTHC\n3.1. Rà soát\nRà soát 03 TTHC.",
    "I. A\n8. Truyền thông: Đã đăng 12 tin.\n9. Sáng kiến: Không.",
    "I. A\n5. Kết quả\nSTT\tNội dung\tSố\n1\tTiếp nhận\t5",
    "I. A\n3. Rà soát, đơn giản hóa TTHC\nTrong kỳ không phát sinh.",
    "I. A\n3. Rà soát, đơn giản hóa TTHC\nĐã rà soát ba phương án.",
    "VI. KIẾN NGHỊ\n1. Đề nghị UBND tỉnh tổ chức tập huấn.\n2. Đề nghị Sở Nội vụ hướng dẫn.",
    "V. PHƯƠNG HƯỚNG\n1. Tiếp tục rà soát, đơn giản hóa TTHC\n2. Tăng cường tuyên truyền",
    "I. A\nKết quả gồm:\n1. Công khai TTHC\n2. Số hóa kết quả\nII. B\nx",
    "I. A\n1. Đánh giá tác động (không phát sinh)\n2. B\nx",
    "I. A\n1. Đánh giá tác động: không có.\n2. B\nx",
    "I. A\n3. Rà soát, đơn giản hóa TTHC\nChưa có TTHC được rà soát.",
    "V. PHƯƠNG HƯỚNG\n1. Rà soát, đơn giản hóa TTHC\nTập trung rà soát.",
    "I. A\n4. Rà soát TTHC\n- Lĩnh vực đất đai: 02 TTHC;",
    "I. A\n1. B\nSTT\tX\n2. C\n- y",
    "I. A\n1. Rà soát TTHC\nĐã rà soát 05/399 TTHC.",
    "I. A\n1. Rà soát TTHC\nKhông.",
    "I. A\n1. Rà soát TTHC\nKhông có TTHC thuộc thẩm quyền rà soát.",
    "I. A\nCác phòng gồm:\n1. Phòng Kinh tế\n2. Phòng Văn hóa\nII. B\nx",
    "IV. KHÓ KHĂN\n1. Một số hệ thống chưa ổn định\n2. Người dân chưa quen",
    "I. A\n1. B\na) C\n- x\nb) D\n- y",
    "Phần I\nKẾT QUẢ\nI. CHỈ ĐẠO\nNội dung.\nPhần II\nPHƯƠNG HƯỚNG\nI. NHIỆM VỤ\nNội dung.",
    "CÔNG TÁC CHỈ ĐẠO,\nĐIỀU HÀNH\nĐã ban hành.\nKẾT QUẢ THỰC HIỆN\nKhông.",
    "I. KẾT QUẢ\n1. Các nhóm việc\n1) Công khai: đủ.\n2) Tiến độ: tốt.",
]


@pytest.mark.parametrize("text", FIRES)
def test_section_empty_is_told_once(text):
    assert [(one.rule, one.level) for one in section_empty(paper(text))] == [("section-empty", Level.ERROR)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(section_empty(paper(text)))


def test_every_empty_section_is_told():
    text = "I. KẾT QUẢ\n1. Truyền thông\n2. Sáng kiến\n3. Kinh phí\nII. ĐÁNH GIÁ\nTốt."
    assert len(list(section_empty(paper(text)))) == 3
