"""relative-date: "đến nay" stands beside a figure."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.relative_date import relative_date

FIRES = [
    "Đến nay đã giải quyết 1.488 hồ sơ.",
    "Hiện nay, Bộ phận Một cửa có 06 công chức.",
    "Tính đến thời điểm này, còn 41 hồ sơ đang giải quyết.",
    "Phường đến nay có 399 TTHC được công khai.",
    "Từ ngày 01/7/2025 đến nay đã tiếp nhận 5.432 hồ sơ.",
    "Tính đến thời điểm báo cáo, tỷ lệ đúng hạn đạt 99,3%.",
    "Theo Kế hoạch số 53/KH-UBND ngày 11/02/2026, đến nay đã hoàn thành 02 cuộc kiểm tra.",
    "HIỆN NAY CÒN 03 HỒ SƠ QUÁ HẠN.",
    "- Tính đến nay: 8.141 hồ sơ được số hóa;",
    "Thời gian qua đã tiếp nhận 12 phản ánh, kiến nghị.",
    "Hiện tại 122 TTHC được cung cấp toàn trình.",
    "I. A\nTính đến nay đã cập nhật 399/399 TTHC, đạt 100%.",
    "I. A\nHiện nay phường đang thực hiện 399 TTHC.",
    "I. A\nCho đến nay, tổng số tiền thanh toán là 18.025.000 đồng.",
    "I. A\nTính đến thời điểm hiện tại, 41 hồ sơ đang giải quyết trong hạn.",
    "I. A\nSố hồ sơ quá hạn đến nay: 11 hồ sơ.",
    "I. A\nTại thời điểm báo cáo còn 64 hồ sơ tạm dừng.",
    "I. A\nTới nay đã có bốn công chức được bố trí.",
]
SILENT = [
    "Đến nay (ngày 14/3/2026) đã giải quyết 1.488 hồ sơ.",
    "Hiện nay, người dân nộp hồ sơ trực tuyến thuận lợi hơn.",
    "Tính đến nay, 14/3/2026, còn 41 hồ sơ.",
    "Tính đến hết ngày 14/3/2026 còn 41 hồ sơ.",
    "Đến nay, các phòng đã hoàn thành việc niêm yết.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\nKhắc phục 03 tồn tại hiện nay.",
    "Đến nay chưa phát sinh vướng mắc.",
    "Đến ngày 14/3/2026, hiện nay phường còn 41 hồ sơ.",
    "Cơ chế “4 tại chỗ” đến nay vận hành ổn định.",
    "Đã tiếp nhận 1.568 hồ sơ.",
    "Hiện nay, Nghị quyết số 131/NQ-CP được triển khai tại phường.",
    "Đến nay, sau 3 tháng thực hiện, công việc ổn định.",
    "I. A\nHiện nay một số hệ thống chưa ổn định.",
    "I. A\nĐến nay, không còn hồ sơ quá hạn.",
    "I. A\nTính đến nay (14/3/2026) có 399 TTHC.",
    "I. A\nHiện nay, theo Nghị định số 118/2025/NĐ-CP, việc tiếp nhận không phụ thuộc địa giới.",
    "I. A\nTrụ sở hiện nay tại số 759 đường Trần Đăng Ninh.",
    "I. A\nNgày 14/3/2026, hiện nay còn 41 hồ sơ.",
    "I. A\nCông chức được bố trí đủ đến nay.",
    "I. A\nMạng xã hội hiện nay là kênh tuyên truyền hiệu quả.",
    "I. A\nHiện nay, Phòng Kinh tế theo dõi.",
]


@pytest.mark.parametrize("text", FIRES)
def test_relative_date_is_told_once(text):
    assert [(one.rule, one.level) for one in relative_date(paper(text))] == [("relative-date", Level.INFO)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(relative_date(paper(text)))
