"""heading-repeated: two headings bear one number."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.structure.heading_repeated import heading_repeated

FIRES = [
    "I. A\nx.\nII. B\ny.\nII. C\nz.",
    "I. A\nx.\nII. B\ny.\nII. C\nz.\nIII. D\nt.",
    "I. A\n1. B\n1.1. C\nx.\n1.1. D\ny.",
    "I. A\n1. B\nx.\n2. C\nx.\n2. D\nx.",
    "I. A\na) B\nx.\na) C\nx.",
    "I. A\n1. Một\nx\n2. Hai\nx\n1. Ba\nx\n",
    "I. A\n1. B\n1.1 C\nx.\n1.2 D\nx.\n1.2 E\nx.\n2. F\nx",
    "I/ A\nx.\nI/ B\ny.",
    "I. A\nx\nII. B\n1. X: có.\n2. Y: có.\n2. Z: không.",
    "Phần I. A\nx\nII. B\nx\nII. C\nx",
    "1. A\nx\n2. B\nx\n2. C\nx",
    "I. CÔNG TÁC CHỈ ĐẠO\nx.\nII. TÌNH HÌNH\nx.\nII. TRIỂN KHAI NGHỊ QUYẾT SỐ 131/NQ-CP\nx.\nIII. ĐÁNH GIÁ\nx.\nIV. PHƯƠNG HƯỚNG\nx.\nV. KIẾN NGHỊ\nx.",
    "I. A\nx\n2. B\nx\n2. C\nx",
    "I. A\nx\nII. B\nx\nIII. C\nx\nIII. D\nx\nIV. E\nx",
    "II. B\n6. C\n6.1. D\nx\n6.2. E\nx\n6.2. F\nx",
    "1/ A\nx\n2/ B\nx\n2/ C\nx",
    "I. A\na) B\nx\nb) C\nx\nb) D\nx",
    "I. A\n1. X: có.\n1. Y: không.",
    "Phần I\nA VIỆC\nx.\nPhần II\nB VIỆC\nx.\nPhần II\nC VIỆC\nx.",
    "Phần thứ nhất\nA VIỆC\nx.\nPhần thứ nhất\nB VIỆC\nx.",
    "I. TÌNH HÌNH\nI.1. Chỉ đạo\nx.\nI.1. Kinh phí\nx.\nII. KẾT QUẢ\nx.",
    "A. TÌNH HÌNH CHUNG\nx.\nB. KẾT QUẢ\nx.\nB. KIẾN NGHỊ\nx.",
    "I. A\n1.1) Công khai\nx.\n1.1) Rà soát\nx.",
    "I. KIỂM TRA\nĐã kiểm tra 03 cuộc:\n(1) Phòng Kinh tế.\n(2) Phòng Văn hóa.\n(2) Trung tâm.",
    "I. A\nCác kết quả: (1) công khai; (2) minh bạch; (2) tiến độ.",
    "I. KIẾN NGHỊ\nThứ nhất, đề nghị tập huấn.\nThứ hai, đề nghị kinh phí.\nThứ hai, đề nghị nhân sự.",
    "Phần I\nA VIỆC\nI. X\nx.\nII. Y\nx.\nII. Z\nx.\nPhần II\nB VIỆC\nI. T\nx.",
    "I. A\n1- Một\nx.\n2- Hai\nx.\n2- Ba\nx.",
    "**I. KẾT QUẢ**\nx.\n**II. KHÁC**\nx.\n**II. KIẾN NGHỊ**\nx.",
]
SILENT = [
    "I. A\n3. B\n3.1. C\nx.",
    "I. A\nx.\nII. B\ny.\nIII. C\nz.",
    "II. A\n1. B\nx.\nIII. C\ny.",
    "I. A\n1. B\nx.\n2. C\ny.\nII. D\n1. E\nx.\n2. F\ny.",
    "I. A\na) B\nx.\nb) C\nx.\nc) D\nx.\nd) E\nx.\nđ) G\nx.\ne) H\nx.\ng) I\nx.",
    "I. A\na) B\nx.\nb) C\nx.\nc) D\nx.\nd) E\nx.\ne) H\nx.",
    "I. A\n15. Trong kỳ tiếp nhận nhiều hồ sơ qua mạng.\nII. B\nx",
    "1.568 hồ sơ đã tiếp nhận.\n2.300 hồ sơ.",
    "I. A\n1. B\nCác kết quả gồm:\n1. Công khai;\n2. Giải quyết;\n3. Khác.\n2. C\nx.\n3. D\ny",
    "I. A\n1. B: Đã có.\n2. C\nx.\n3. D: Không.",
    "I. A\n1. X\nx\n2. Y\nx\nII. B\n3. Z\nx\n4. T\nx",
    "I. A\nTrong đó:\na) X;\nb) Y.\nNgoài ra:\na) Z;\nb) T.",
    "II. A\n5. Kết quả\nx\n6. Một cửa\nx",
    "3.1. A\nx\n3.2. B\nx\n4. C\nx",
    "A. PHẦN MỘT\nI. X\nx\nII. Y\ny\nB. PHẦN HAI\nI. Z\nz",
    "PHẦN I. A\nI. X\nx\nII. Y\ny\nPHẦN II. B\nI. Z\nz",
    "I. A\n1. X\n1.1 Y\nx\n1.2 Z\nx\n2. T\n2.1 U\nx\n2.2 V\nx",
    "VI. A\nx\nVII. B\ny\nVIII. C\nz\nIX. D\nt\nX. E\nu\nXI. F\nv",
    "I. A\nDanh sách:\n1. X\n2. Y\nII. B\n1. Z\nx",
    "I. A\nx.\nIII. B\ny.",
    "II. A\n3. Rà soát\n3.1. Abc\nx.\n3.3. Xyz\ny.",
    "I. A\n1. Một\nx.\n3. Ba\ny.",
    "I. A\n1. Một\na) Thuận lợi\nx.\nc) Khó khăn\ny.",
    "I. A\nx.\nII. B\n2. Hai\ny.",
    "II. B\n4. Bốn\n3.1. Abc\nx.\n3.2. Xyz\ny.",
    "I. KIẾN NGHỊ\n1. Đề nghị UBND tỉnh tổ chức tập huấn cho công chức đầu mối kiểm soát thủ tục hành chính và công chức tiếp nhận hồ sơ của phường.\n3. Đề nghị tỉnh hỗ trợ kinh phí.",
    "I. A\n1. Một\nx.\n2. Hai\nx.\n4. Bốn\nx.\n3. Ba\nx.",
    "I. CÔNG TÁC\n1. Một: Đã ban hành 03 văn bản.\n2. Hai: Không.\n4. Bốn: Không phát sinh.",
    "I- A\n1/ Một\nx.\n3/ Ba\ny.",
    "II. A\n3. B\n3.1 Rà soát\nx.\n3.3 TTHC nội bộ\ny.",
    "PHẦN I. A\nI. X\nx\nII. Y\ny\nIV. Z\nz",
    "I. A\nx.\nII. B\n6. C\n1. X",
    "I. A\n1. B\nx\nII. C\n1. D\nx",
    "1. A\n1.1. B\nx\n2. C\n2.1. D\nx",
    "I. A\nGồm:\n1. X;\n2. Y.\nMặt khác gồm:\n1. Z;\n2. T.",
    "I. A\na) B\nx\nII. C\na) D\nx",
    "I. A\n1. B\na) C\nx\n2. D\na) E\nx",
    "Phần I\nA VIỆC\nI. X\nx.\nII. Y\nx.\nPhần II\nB VIỆC\nI. Z\nx.\nII. T\nx.",
    "A. A VIỆC\n1. X\nx.\n2. Y\nx.\nB. B VIỆC\n1. Z\nx.\n2. T\nx.",
    "I. A\nI.1. X\n1. Một\nx.\n2. Hai\nx.\nI.2. Y\n1. Ba\nx.\n2. Bốn\nx.",
    "CÔNG TÁC CHỈ ĐẠO\n1. X\nx.\n2. Y\nx.\nKẾT QUẢ THỰC HIỆN\n1. Z\nx.\n2. T\nx.",
    "I. A\nTồn tại: (1) thiếu; (2) chậm. Biện pháp: (1) bổ sung; (2) khắc phục.\nTheo nội dung (2) nêu trên, phường đã xong.",
    "I. A\n(1) Phòng Kinh tế.\n(2) Phòng Văn hóa.\nII. B\n(1) Sáng kiến.\n(2) Truyền thông.",
    "I. A\nThứ hai, ngày 02/3/2026, phường họp.\nThứ hai, ngày 09/3/2026, phường họp.",
]


@pytest.mark.parametrize("text", FIRES)
def test_heading_repeated_is_told_once(text):
    assert [(one.rule, one.level) for one in heading_repeated(paper(text))] == [("heading-repeated", Level.ERROR)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(heading_repeated(paper(text)))
