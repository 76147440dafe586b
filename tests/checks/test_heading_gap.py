"""heading-gap: a number is left out between headings."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.structure.heading_gap import heading_gap

FIRES = [
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
    "I. A\nx\nII. B\nx\nIV. C\nx",
    "1. A\nx\n2. B\nx\n4. C\nx",
    "II. KẾT QUẢ\n6. Một cửa\n6.1 Bốn tại chỗ\nx\n6.3 Số hóa\nx",
    "I. A\na. B\nx\nb. C\nx\nd. D\nx",
    "IV. A\n1. B\n1.1. C\nx\n1.2. D\nx\n2. E\n1.1. F\nx\n1.2. G\nx",
    "I. A\nx\nII. B\n1. C\nx\n2. D\nx\nIII. E\n2. F\nx",
    "I) A\nx\nIII) B\nx",
    "I. A\nx.\nII. B\n1. Có: 02 văn bản.\n3. Ba: 03 văn bản.\n4. Bốn: không.",
    "I. A\n1. B\n1.1. C\n1.1.1. D\nx\n1.1.3. E\nx",
    "I. A\n1. B\nx\n2. C\nx\n2. D\nx\n3. E\nx\n5. F\nx",
    "I. A\nx.\nXVI. B\nx.",
    "1. A\nx\n2. B\nx\n5. C\nx",
    "Phần I. A VIỆC\nx.\nPhần III. C VIỆC\nx.",
    "II. KẾT QUẢ\nII.1. Đánh giá tác động\nx.\nII.3. Công khai\nx.",
    "I. A\nx.\nII. B\nIII.1. Rà soát\nx.",
    "A. TÌNH HÌNH CHUNG\nx.\nB. KẾT QUẢ\nx.\nD. KIẾN NGHỊ\nx.",
    "Mục 1. Chỉ đạo\nx.\nMục 2. Kết quả\nx.\nMục 4. Kiến nghị\nx.",
    "I. A\na/ Một\nx.\nc/ Hai\nx.",
    "I. KIỂM TRA\n(1) Phòng Kinh tế.\n(2) Phòng Văn hóa.\n(4) Trung tâm.",
    "I. A\nCác kết quả: (1) công khai; (3) tiến độ.",
    "I. KIẾN NGHỊ\nThứ nhất, đề nghị tập huấn.\nThứ ba, đề nghị nhân sự.",
    "I. KIẾN NGHỊ\nMột là, tập huấn.\nHai là, kinh phí.\nBốn là, nhân sự.",
    "PHẦN A\nKẾT QUẢ\nx.\nPHẦN C\nNHIỆM VỤ\nx.",
    "## I. KẾT QUẢ\nx.\n## III. KIẾN NGHỊ\nx.",
    "CÔNG TÁC CHỈ ĐẠO\n2. Kinh phí\nx.\n3. Nhân sự\nx.",
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
    "I. A\n1. B\n1.1. C\n1.1.1. D\nx\n1.1.2. E\nx\n1.2. F\nx",
    "I. A\nx\nII. B\n1. C\nx\n2. D\nx\nIII. E\n1. F\nx",
    "1. A\na) B\nx\nb) C\nx\n2. D\na) E\nx\nb) F\nx",
    "I. A\nKết quả như sau:\n1. Đất đai: 12 hồ sơ;\n2. Hộ tịch: 15 hồ sơ.\nCụ thể các tồn tại:\n1. Thiếu niêm yết;\n2. Chậm trả.\nII. B\nx",
    "I. A\n1. B\n- c\n2. D\n12. Trong tháng có nhiều việc phát sinh ngoài kế hoạch nên chưa làm được.\n3. E\nx",
    "VI. A\n1. Đề nghị tỉnh;\n2. Đề nghị Sở.",
    "I. A\n1.Một\nx\n2.Hai\nx",
    "I. A\ni) x\nx",
    "I. A\na) X\nx\nb) Y\nx\nc) Z\nx\nd) T\nx\nđ) U\nx\ne) V\nx\ng) H\nx\nh) I\nx\ni) K\nx\nk) L\nx\nl) M\nx\nm) N\nx\nn) O\nx",
    "I. A\nx\nII. B\nx\nPHỤ LỤC\nI. X\nIII. Y",
    "I. A\n1. Một\nNội dung: gồm\n2026. Năm nay.\n2. Hai\nx",
    "I. A\n1. B\nx\n2. C\nx\n2. D\nx\n3. E\nx\n4. F\nx",
    "I. A\nI.1. X\nx.\nI.2. Y\nx.\nII. B\nII.1. Z\nx.",
    "I. A\nI.1. X\n1.1. Một\nx.\n1.2. Hai\nx.\nI.2. Y\nx.",
    "Phần thứ nhất\nA VIỆC\nx.\nPhần thứ hai\nB VIỆC\nx.",
    "A. Tình hình\nx.\nB. Kết quả\nx.\nC. Kiến nghị\nx.",
    "D. X\nx.\nE. Y\nx.",
    "I. A\n1- Một\nx.\n2- Hai\n1 - 2 triệu đồng mỗi tháng.\n3- Ba\nx.",
    "I. A\nTrung tâm mở cửa từ thứ hai đến thứ sáu.\nThứ sáu, ngày 06/3/2026, phường đối thoại.",
]


@pytest.mark.parametrize("text", FIRES)
def test_heading_gap_is_told_once(text):
    assert [(one.rule, one.level) for one in heading_gap(paper(text))] == [("heading-gap", Level.ERROR)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(heading_gap(paper(text)))
