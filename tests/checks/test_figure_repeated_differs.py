"""figure-repeated-differs: one figure stands in a report with two values."""

import pytest
from checks.corpus import paper, told

from intranet.checks.figure_repeated_differs import figure_repeated_differs
from intranet.checks.problem import Level

FIRES = [
    "I. KẾT QUẢ\n"
    "Trong kỳ tiếp nhận 1.568 hồ sơ.\n"
    "II. ĐÁNH GIÁ\n"
    "Trong kỳ đã tiếp nhận 1.586 hồ sơ của tổ chức, cá nhân.",
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ.\nVẫn còn 15 hồ sơ quá hạn.",
    "Tổng số TTHC là 399 thủ tục.\nToàn bộ danh mục gồm 398 TTHC thuộc thẩm quyền giải quyết.",
    "Trong quý đã tổ chức 03 cuộc kiểm tra.\nQua 04 cuộc kiểm tra cho thấy các đơn vị thực hiện tốt.",
    "Có 235 phiếu đánh giá mức độ hài lòng.\nKhảo sát 253 phiếu, tỷ lệ hài lòng cao.",
    "Đang giải quyết 41 hồ sơ.\nHiện còn 47 hồ sơ đang giải quyết.",
    "Trong kỳ tiếp nhận mười một hồ sơ.\nSố hồ sơ tiếp nhận: 12 hồ sơ.",
]
SILENT = [
    "Trong kỳ tiếp nhận 1.568 hồ sơ.\nTrong kỳ đã tiếp nhận 1.568 hồ sơ, đều nộp trực tuyến.",
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ.\nVẫn còn 11 hồ sơ quá hạn.",
    "Trong kỳ tiếp nhận 1.568 hồ sơ. Cùng kỳ năm 2025 tiếp nhận 1.300 hồ sơ.",
    "Trong kỳ tiếp nhận 1.568 hồ sơ. Lĩnh vực Hộ tịch tiếp nhận 433 hồ sơ.",
    "Tiếp nhận 235 phiếu đánh giá. Báo cáo số 235/BC-UBND. Tiếp nhận 1.568 hồ sơ, số 759 đường Trần Đăng Ninh.",
    "Giải quyết quá hạn 11 hồ sơ; đang giải quyết quá hạn 02 hồ sơ.\nTổng cộng còn 13 hồ sơ quá hạn.",
    "Trong kỳ tiếp nhận 1.568 hồ sơ, tăng 120 hồ sơ so với kỳ trước (1.448 hồ sơ).",
    "Tháng 01 tiếp nhận 500 hồ sơ; tháng 02 tiếp nhận 400 hồ sơ; cả quý tiếp nhận 1.568 hồ sơ.",
    "Kiểm tra Phòng Văn hóa: 01 hồ sơ giải quyết quá hạn 03 ngày. Trong kỳ giải quyết quá hạn 11 hồ sơ.",
    "Toàn tỉnh tiếp nhận 45.000 hồ sơ; riêng phường tiếp nhận 1.568 hồ sơ.",
    "Hài lòng: 235/235 phiếu (rất hài lòng 233, hài lòng 02).",
    "Quý IV/2025 tiếp nhận 1.300 hồ sơ; quý I/2026 tiếp nhận 1.568 hồ sơ.",
]


@pytest.mark.parametrize("text", FIRES)
def test_figure_repeated_differs_is_told(text):
    problems = list(figure_repeated_differs(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("figure-repeated-differs", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(figure_repeated_differs(paper(text)))
