"""window-differs: a figure is counted over another window than the report's."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.window_differs import window_differs

FIRES = [
    "I. A\nTừ ngày 11/9/2025 đến ngày 15/03/2026, đã số hóa 8.141 hồ sơ.",
    "I. A\nTính từ ngày 11/9/2025 đến 15/3/2026 số hóa 8.141/8.141 hồ sơ (đạt 100%).",
    "Trong kỳ (từ ngày 15/12/2025 đến ngày 14/3/2026) tiếp nhận 5 hồ sơ.\nTừ 01/01/2026 đến 31/3/2026, thanh toán trực tuyến 212 giao dịch.",
    "I. A\nKể từ ngày 01/7/2025 đến nay, đã tiếp nhận 5.432 hồ sơ.",
    "I. A\nLũy kế từ đầu năm đến nay, tiếp nhận 2.000 hồ sơ.",
    "I. A\nTừ tháng 9/2025 đến tháng 3/2026, phường đã số hóa 8.141 hồ sơ.",
    "I. A\nTính đến ngày 20/3/2026, đang giải quyết 41 hồ sơ.",
    "I. A\nĐến hết ngày 15/3/2026, đã số hóa 8.141 hồ sơ.",
    "Theo Kế hoạch số 157/KH-UBND ngày 15/7/2021, từ ngày 11/9/2025 đến ngày 15/3/2026 đã số hóa 8.141 hồ sơ.",
    "I. A\nTỷ lệ số hóa (từ ngày 11/9/2025 đến ngày 15/3/2026) đạt 100% (8.141 hồ sơ).",
    "I. A\nKể từ ngày 11/9/2025 đã số hóa 8.141 hồ sơ.",
    "I. A\nTừ khi đi vào hoạt động (01/7/2025) đến nay, Trung tâm đã giải quyết 5.000 hồ sơ.",
    "I. A\nSố liệu số hóa được tính từ ngày 11/9/2025 đến ngày 15/3/2026: 8.141 hồ sơ.",
    "Trong kỳ (từ ngày 15/12/2025 đến ngày 14/3/2026) tiếp nhận 5 hồ sơ.\nTừ ngày 15/12/2025 đến ngày 15/3/2026, tiếp nhận 1.568 hồ sơ.",
    "6.3. Số hóa\nSố liệu từ ngày 11/9/2025 đến 15/3/2026: số hóa 8.141/8.141 hồ sơ, đạt 100%.",
    "6.3. Số hóa\nTổng số hồ sơ đã số hóa từ 11/9/2025 đến nay là 8.141 hồ sơ.",
    "6.3. Số hóa\n- Kết quả số hóa (tính từ 11/9/2025 đến hết ngày 15/3/2026): 8.141 kết quả.",
    "I. A\nTính từ 01/01/2026 đến ngày 14/3/2026, tổng số giao dịch thanh toán trực tuyến là 212 giao dịch.",
    "I. A\nTính từ đầu năm đến nay, Bộ phận Một cửa tiếp nhận 1.300 hồ sơ.",
    "I. A\nKể từ khi thành lập đến nay, Trung tâm đã tiếp nhận 5.432 hồ sơ.",
    "I. A\nTrong thời gian từ 01/02/2026 đến 31/3/2026, số hồ sơ trực tuyến là 900 hồ sơ.",
    "I. A\nTừ tháng 01 đến hết tháng 3/2026, tỷ lệ thanh toán trực tuyến đạt 100% (212 giao dịch).",
    "I. A\nTính đến 31/3/2026, đã công khai 399 TTHC.",
    "I. A\nTỪ NGÀY 11/9/2025 ĐẾN NGÀY 15/3/2026, ĐÃ SỐ HÓA 8.141 HỒ SƠ.",
    "I. A\nTrong đợt cao điểm từ ngày 01/02/2026 đến ngày 28/02/2026, đã số hóa 500 hồ sơ.",
    "I. A\nGiai đoạn 01/7/2025 - 31/12/2025, tiếp nhận 2.000 hồ sơ trực tuyến.",
    "7. Thanh toán\nTổng số tiền nộp trực tuyến từ 01/01/2026 đến 15/3/2026 là 18.025.000 đồng.",
    "I. A\nNăm 2025 đến nay đã giải quyết 5.000 hồ sơ.",
    "I. A\nTính đến 20/3, còn 41 hồ sơ đang giải quyết.",
    "I. A\nTrong 02 tháng đầu năm (từ 01/01/2026 đến 28/02/2026), tiếp nhận 900 hồ sơ.",
]
SILENT = [
    "Trong kỳ (từ ngày 15/12/2025 đến ngày 14/3/2026) tiếp nhận 5 hồ sơ.",
    "Trong kỳ (từ 15/12 đến 14/3/2026) tiếp nhận 5 hồ sơ.",
    "Từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026, tiếp nhận 5 hồ sơ.",
    "Tập huấn từ ngày 26/02/2026 đến ngày 27/02/2026 cho 18 lượt người.",
    "Kiểm tra từ ngày 24/02/2026 đến ngày 25/02/2026, xem 30 hồ sơ.",
    "Kế hoạch có hiệu lực từ ngày 01/01/2026 đến ngày 31/12/2026, gồm 12 TTHC.",
    "Đợt cao điểm tuyên truyền từ ngày 01/02/2026 đến ngày 28/02/2026.",
    "Tính đến hết ngày 14/3/2026, đang giải quyết 41 hồ sơ.",
    "Tính đến ngày 14/12/2025, có 69 hồ sơ chuyển kỳ sau.",
    "Cùng kỳ năm trước (từ ngày 15/12/2024 đến ngày 14/3/2025) tiếp nhận 1.200 hồ sơ.",
    "Từ ngày 01/7/2025, phường thực hiện 399 TTHC theo mô hình mới.",
    "Từ ngày 15/12/2025 đến ngày 15/3/2026, tiếp nhận 1.568 hồ sơ.",
    "Nghỉ Tết từ ngày 14/02/2026 đến ngày 22/02/2026.",
    "Phấn đấu đến ngày 31/12/2026, 100% hồ sơ được số hóa.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\nTừ ngày 15/3/2026 đến ngày 14/6/2026, giải quyết 100% hồ sơ đúng hạn.",
    "Lịch tiếp nhận hồ sơ không thay đổi từ ngày 01/01/2026 đến ngày 31/12/2026.",
    "Quyết định có hiệu lực từ ngày 01/3/2026, công bố 05 TTHC mới.",
    "I. A\nTính đến 14/3/2026, đã công khai 399 TTHC.",
    "I. A\nTính đến hết kỳ báo cáo, đã công khai 399 TTHC.",
    "I. A\nLớp tập huấn tổ chức từ ngày 02/02/2026 đến ngày 15/02/2026 với 40 lượt người.",
    "I. A\nTheo Kế hoạch số 157/KH-UBND ngày 15/7/2021, phường số hóa 8.141 hồ sơ.",
    "I. A\nQuyết định số 301/QĐ-UBND ngày 11/8/2025 giao 06 người.",
    "I. A\nHồ sơ H01 hẹn trả từ ngày 10/01/2026 đến ngày 25/01/2026 bị quá hạn do công chức nghỉ.",
    "I. A\nTrong kỳ từ ngày 15/12/2025 đến ngày 14/3/2026 tiếp nhận 1.568 hồ sơ.",
    "I. A\nTrong quý I/2026 (từ ngày 15/12/2025 đến ngày 15/3/2026) tiếp nhận 1.568 hồ sơ.\nTừ ngày 15/12/2025 đến ngày 15/3/2026, giải quyết 1.488 hồ sơ.",
    "I. A\nTừ ngày 01/7/2025, phường vận hành chính quyền 02 cấp với 399 TTHC.",
    "I. A\nCùng kỳ (15/12/2024 - 14/3/2025) tiếp nhận 1.100 hồ sơ.",
    "I. A\nĐến năm 2030, 100% hồ sơ được số hóa.",
    "I. A\nSo với quý trước (từ ngày 15/9/2025 đến ngày 14/12/2025) tăng 120 hồ sơ.",
    "I. A\nTừ ngày 24/02/2026 đến ngày 10/3/2026, Tổ công tác đã rà soát 399 TTHC.",
    "I. A\nDo hệ thống lỗi từ ngày 02/02/2026 đến ngày 12/02/2026 nên 05 hồ sơ quá hạn.",
    "I. A\nTừ ngày 01/01/2026 đến hết ngày 31/12/2026, lệ phí hồ sơ trực tuyến bằng 0 đồng.",
    "I. A\nNăm 2025 (từ ngày 15/12/2024 đến ngày 14/12/2025) tiếp nhận 5.000 hồ sơ.",
    "I. A\nHồ sơ của 03 công dân tạm dừng từ ngày 01/02/2026 đến ngày 28/02/2026.",
    "I. A\nĐến ngày 31/3/2026 phấn đấu hoàn thành 100% việc số hóa hồ sơ.",
    "I. A\nĐã khảo sát 235 phiếu từ ngày 01/02/2026 đến ngày 28/02/2026.",
    "I. A\nTính đến 14/3, còn 41 hồ sơ đang giải quyết.",
]


@pytest.mark.parametrize("text", FIRES)
def test_window_differs_is_told_once(text):
    assert [(one.rule, one.level) for one in window_differs(paper(text))] == [("window-differs", Level.WARNING)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(window_differs(paper(text)))


OTHER_WINDOW = "Từ ngày 11/09/2025 đến ngày 15/03/2026, phường đã số hóa 8.141 hồ sơ."


def test_a_report_may_say_that_a_window_differs():
    said = f"{OTHER_WINDOW} Số liệu được tính theo khoảng thời gian nêu trên, khác với kỳ báo cáo."
    assert not told(window_differs(paper(said)))
    assert told(window_differs(paper(OTHER_WINDOW, is_own=True)))
