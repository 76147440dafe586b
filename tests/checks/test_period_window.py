"""period-window: the window a report states for itself is not its period's."""

import pytest
from checks.corpus import paper, told

from intranet.checks.period_window import period_window
from intranet.checks.problem import Level

FIRES = [
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Từ ngày 15/12/2025 đến ngày 15/3/2026)\nI. ABC\nx",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Số liệu từ 01/01/2026 đến 31/3/2026)\nI. ABC\nx",
    "Thực hiện chế độ báo cáo định kỳ, UBND phường báo cáo kết quả Quý I/2026 (từ ngày 14/12/2025 đến ngày 14/3/2026) như sau:\nI. A",
    "I. A\nTrong kỳ báo cáo (từ ngày 16/12/2025 đến ngày 15/3/2026), UBND phường tiếp nhận 1.568 hồ sơ.",
    "I. A\nSố liệu tính từ ngày 15/12/2025 đến hết ngày 13/3/2026.",
    "I. A\nTrong quý I năm 2026 (15/12/2025 - 15/03/2026), tiếp nhận 1.568 hồ sơ.",
    "I. A\n(Số liệu chốt đến ngày 15/3/2026)",
    "I. A\nThời điểm chốt số liệu: từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 3 năm 2026.",
    "I. A\nKỳ báo cáo: 15/12-15/3/2026.",
    "I. A\nTrong Quý 1/2026, từ ngày 15/12/2025 đến 20/3/2026, Bộ phận Một cửa tiếp nhận 1.568 hồ sơ.",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nBÁO CÁO\nKết quả kiểm soát TTHC quý I năm 2025\nI. A\nx",
    "I. A\nSố liệu báo cáo được tổng hợp từ 15-12-2025 đến 31-3-2026.",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 18 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Kỳ báo cáo: từ ngày 15/12/2025 đến ngày 15/3/2026)\nKính gửi: UBND tỉnh\nI. A\nx",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 18 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Số liệu từ ngày 14/12/2025 đến ngày 14/03/2026)\nKính gửi: UBND tỉnh\nI. A\nx",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 18 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nTừ 01/01/2026 đến 31/03/2026\nKính gửi: UBND tỉnh\nI. A\nx",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 18 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n\nKính gửi: UBND tỉnh\nThực hiện Công văn số 12/VP-KSTT ngày 05/3/2026, UBND phường báo cáo công tác KSTTHC quý I năm 2026 (từ 15/12/2025 đến 16/3/2026), cụ thể như sau:\nI. A",
    "5. Kết quả giải quyết TTHC (từ ngày 15/12/2025 đến ngày 15/3/2026)\nTiếp nhận 1.568 hồ sơ.",
    "5. Kết quả giải quyết TTHC\nTừ ngày 15/12/2025 đến ngày 15/3/2026, UBND phường tiếp nhận 1.568 hồ sơ.",
    "I. A\nTổng số hồ sơ tiếp nhận trong kỳ (từ 15/12/2025 đến 15/3/2026): 1.568 hồ sơ.",
    "I. A\nQUÝ I/2026 (TỪ NGÀY 15/12/2025 ĐẾN NGÀY 31/3/2026)\nTiếp nhận 5 hồ sơ.",
    "I. A\nKỳ báo cáo được tính từ ngày 01/12/2025 đến ngày 28/02/2026.",
    "I. A\nThời gian lấy số liệu: 15/12/2025 – 13/3/2026.",
    "I. A\nSố liệu báo cáo quý I lấy từ ngày 15/12/2025 đến hết ngày 31/3/2026.",
    "I. A\nTrong 3 tháng đầu năm 2026 (từ ngày 01/01/2026 đến ngày 31/3/2026), tiếp nhận 1.568 hồ sơ.",
    "5. Kết quả giải quyết TTHC (tính đến ngày 15/3/2026)\nTiếp nhận 1.568 hồ sơ.",
    "I. A\nTrong kỳ báo cáo (từ ngày 15/12/2024 đến ngày 14/3/2026), tiếp nhận 1.568 hồ sơ.",
    "I. A\nQuý I/2026 (từ ngày 15/12/2024 đến ngày 14/3/2025) tiếp nhận 1.568 hồ sơ.",
    "I. A\nTrong quý I/2026 (tính đến ngày 15/3/2026), tiếp nhận 1.568 hồ sơ.",
    "I. A\n(Số liệu tổng hợp tính đến hết ngày 20/3/2026)",
    "UBND PHƯỜNG A\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Số liệu tính đến 20/3)\nKính gửi: UBND tỉnh\nI. A\nx",
    "I. A\nKỳ báo cáo này tính từ 15/12/2025 - 15/03/2026.",
    "UBND PHƯỜNG A\nBÁO CÁO\nKết quả Quý I năm 2026\nThời gian chốt số liệu: Từ 00h00 ngày 15/12/2025 đến 24h00 ngày 16/3/2026\nKính gửi: UBND tỉnh\nI. A\nx",
]
SILENT = [
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Từ ngày 15/12/2025 đến ngày 14/3/2026)\nI. ABC\nx",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(từ 15/12 đến 14/3/2026)\nI. ABC\nx",
    "I. A\nTrong kỳ báo cáo (từ ngày 15/12 đến ngày 14/3), tiếp nhận 5 hồ sơ.",
    "I. A\nTừ ngày 11/9/2025 đến ngày 15/03/2026, đã số hóa 8.141 hồ sơ.",
    "I. A\nLớp tập huấn từ ngày 26/02/2026 đến ngày 27/02/2026 có 18 người.",
    "I. A\nHợp đồng thực hiện từ ngày 01/01/2026 đến ngày 31/12/2026.",
    "I. A\nCùng kỳ năm trước (từ ngày 15/12/2024 đến ngày 14/3/2025) tiếp nhận 1.200 hồ sơ.",
    "I. A\nSố liệu tính đến hết ngày 14/3/2026.",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Từ ngày 15/12/2026 đến ngày 14/3/2026)\nI. ABC\nx",
    "I. A\nSo với quý IV/2025 (từ ngày 15/9/2025 đến ngày 14/12/2025), số hồ sơ tăng 10%.",
    "Thực hiện Kế hoạch số 5/KH-UBND từ ngày 01/01/2026 đến ngày 31/12/2026, UBND phường báo cáo như sau:\nI. A",
    "I. A\nKế hoạch kiểm tra quý I/2026 (từ ngày 01/02/2026 đến ngày 28/02/2026) đã hoàn thành.",
    "I. A\nKỳ báo cáo từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026.",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 18 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\n(Kỳ báo cáo: từ ngày 15/12/2025 đến ngày 14/3/2026)\nKính gửi: UBND tỉnh\nI. A\nx",
    "I. A\nHệ thống tạm dừng từ ngày 10/3/2026 đến ngày 12/3/2026, ảnh hưởng 12 hồ sơ.",
    "I. A\nHội thi cải cách hành chính quý I/2026 từ ngày 20/02/2026 đến ngày 05/3/2026.",
    "I. A\nThực hiện chiến dịch 60 ngày từ ngày 01/01/2026 đến ngày 01/3/2026.",
    "I. A\nGiai đoạn từ 01/7/2025 đến 31/12/2025, phường nhận 122 TTHC chuyển giao.",
    "I. A\nTheo kế hoạch năm 2026 (từ ngày 01/01/2026 đến ngày 31/12/2026), phường kiểm tra 04 cuộc.",
    "I. A\nCông chức nghỉ thai sản từ ngày 01/12/2025 đến ngày 31/5/2026.",
    "I. A\nTrong quý (từ 15-12-2025 đến 14-3-2026), tiếp nhận 5 hồ sơ.",
    "I. A\nĐể bảo đảm chế độ báo cáo, thời gian nộp báo cáo từ ngày 15/3/2026 đến ngày 20/3/2026.",
    "V. PHƯƠNG HƯỚNG\nTrong quý II/2026 (từ ngày 15/3/2026 đến ngày 14/6/2026) tập trung các việc sau.",
    "I. A\nQuý IV/2025 (từ ngày 15/9/2025 đến ngày 14/12/2025) tiếp nhận 1.300 hồ sơ, quý I/2026 tiếp nhận 1.568 hồ sơ.",
    "5. Kết quả giải quyết TTHC (tính đến ngày 14/3/2026)\nTiếp nhận 1.568 hồ sơ.",
    "5. Kết quả kiểm tra đến ngày 20/3/2026\nx",
    "I. A\nTừ ngày 15/12/2024 đến ngày 14/3/2025, tiếp nhận 1.200 hồ sơ.",
    "I. A\nTính đến 14/3, còn 41 hồ sơ đang giải quyết.",
    "I. A\nTrong 02 tháng đầu năm (từ 01/01/2026 đến 28/02/2026), tiếp nhận 900 hồ sơ.",
    "UBND PHƯỜNG A\nBÁO CÁO\nKết quả quý 1/2026\n(Thời điểm lấy số liệu: 15/12/2025-14/3/2026)\nKính gửi: UBND tỉnh\nI. A\nx",
    "I. A\nKỳ báo cáo từ 15/12 năm 2025 đến 14/3 năm 2026, tiếp nhận 20 hồ sơ.",
]


@pytest.mark.parametrize("text", FIRES)
def test_period_window_is_told_once(text):
    assert [(one.rule, one.level) for one in period_window(paper(text))] == [("period-window", Level.WARNING)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(period_window(paper(text)))


def test_a_title_names_the_period_that_was_asked_for():
    text = "BÁO CÁO\nKết quả kiểm soát TTHC Quý I/2025\nKính gửi: UBND tỉnh\nI. CHỈ ĐẠO\nĐã làm."
    assert "Quý I/2025" in told(period_window(paper(text)))
    assert not told(period_window(paper(text, None)))


def test_the_period_may_be_that_of_the_title():
    text = "BÁO CÁO\nKết quả Quý II/2026\n(từ ngày 15/3/2026 đến ngày {} tháng 6 năm 2026)\nI. CHỈ ĐẠO\nĐã làm."
    assert not told(period_window(paper(text.format("14"), None)))
    assert "14/06/2026" in told(period_window(paper(text.format("15"), None)))


def test_without_any_period_the_days_of_the_month_are_looked_at():
    text = "Trong kỳ báo cáo (từ ngày 15/9/2025 đến ngày {}/12/2025), tiếp nhận 12 hồ sơ."
    assert not told(period_window(paper(text.format("14"), None)))
    assert told(period_window(paper(text.format("31"), None)))


def test_a_wrong_window_is_told_once_however_often_it_is_written():
    line = "Trong kỳ báo cáo (từ ngày 15/12/2025 đến ngày 15/3/2026), tiếp nhận 12 hồ sơ."
    assert len(list(period_window(paper(f"I. A\n{line}\n{line}")))) == 1
