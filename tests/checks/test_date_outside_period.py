"""date-outside-period: a report's own date, or that of something it tells, lies outside its period."""

from datetime import date

import pytest
from checks.corpus import paper, told

from intranet.checks.date_outside_period import date_outside_period
from intranet.checks.problem import Level
from intranet.kernel.period import Period

FIRES = [
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nTam Thanh, ngày 10 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nI. ABC\nx",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nTam Thanh, ngày 18 tháng 3 năm 2025\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nI. ABC\nx",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nTam Thanh, ngày 18/3/2027\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nI. ABC\nx",
    "I. A\nTrong kỳ đã tổ chức 01 lớp tập huấn ngày 20/11/2025 cho 18 người.",
    "I. A\nTrong quý I, UBND phường tiến hành kiểm tra tại Phòng Kinh tế ngày 25/3/2026.",
    "I. A\nTrong kỳ, UBND phường ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2025 về kiểm soát TTHC.",
    "I. A\nĐã tổ chức kiểm tra từ ngày 24/02/2025 đến ngày 25/02/2025 tại Trung tâm.",
    "I. A\nTrong kỳ đã tổ chức 02 lớp tập huấn:\n- Kỹ năng số hóa, ngày 14/01/2025, 03 lượt người;\n- Nghiệp vụ, ngày 26/02/2026.",
    "I. A\nNgày 20/3/2026, UBND phường đã tổ chức hội nghị đối thoại với người dân.",
    "I. A\nTrong quý I/2026, phường đã ban hành 02 văn bản: Kế hoạch số 53/KH-UBND ngày 11/02/2026, Công văn số 383/UBND-TTPVHCC ngày 10/3/2025.",
    "I. A\nKế hoạch có hiệu lực từ 31/02/2026.",
    "I. A\nTrong kỳ đã ban hành các văn bản:\n- Kế hoạch số 53/KH-UBND ngày 11/02/2024;",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nTam Thanh, ngày 05 tháng 12 năm 2025\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nI. ABC\nx",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 14 tháng 02 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nKính gửi: UBND tỉnh\nI. A\nx",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nPhường A, ngày 18 tháng 03 năm 2025\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nKính gửi: UBND tỉnh\nI. A\nx",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 08 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nKính gửi: UBND tỉnh\nI. A\nx",
    "I. A\nThực hiện kế hoạch, ngày 24/02/2025, Tổ kiểm tra đã tiến hành kiểm tra tại Phòng Văn hóa - Xã hội.",
    "10. Kiểm tra\nTrong quý I/2026, đã tổ chức 03 cuộc kiểm tra: ngày 22/12/2025, ngày 24/02/2025 và ngày 09/3/2026.",
    "11. Khác\nTrong kỳ, cử 02 công chức tham gia lớp bồi dưỡng nghiệp vụ (ngày 11/11/2025).",
    "11. Khác\n- Đã tổ chức 01 buổi đối thoại vào ngày 02 tháng 4 năm 2026;",
    "I. A\nTrong kỳ báo cáo, phường ban hành 02 văn bản gồm: Kế hoạch số 53/KH-UBND ngày 11/02/2026 và Kế hoạch số 54/KH-UBND ngày 15/4/2026.",
    "I. A\nĐã phối hợp tổ chức tập huấn từ ngày 05/11/2025 đến ngày 07/11/2025.",
    "I. A\nTheo lịch, cuộc họp ngày 30/02/2026 bị hoãn.",
    "10. Kiểm tra\nTrong kỳ đã kiểm tra 02 cuộc:\n- Kiểm tra tại Phòng Kinh tế; thời gian: ngày 25/11/2025;",
    "I. A\nNgày 16/3/2026, phường đã tổ chức lớp tập huấn cho 20 người.",
    "I. A\nTrong quý, tiến hành tự kiểm tra vào các ngày 05/01/2025 và 06/02/2026.",
    "10. Kiểm tra\nTrong kỳ đã tiến hành 01 cuộc kiểm tra đột xuất (ngày 20/3/2026).",
    "I. A\nTrong kỳ, phường ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2026 triển khai Kế hoạch số 38/KH-UBND ngày 05/02/2026 của UBND tỉnh; Công văn số 383/UBND-TTPVHCC ngày 10/3/2025 về rà soát.",
    "I. A\nTrong quý I/2026, UBND phường đã ban hành Quyết định số 12/QĐ-UBND ngày 20/11/2025.",
    "I. A\nNgày 20/3/2026 tổ chức tập huấn cho 20 công chức.",
    "I. A\nUBND phường tổ chức 01 lớp tập huấn vào ngày 05/11/2025 với 30 người tham dự.",
    "I. A\nNgày 14/13/2026, phường họp.",
]
SILENT = [
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nTam Thanh, ngày 18 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nI. ABC\nx",
    "UBND PHƯỜNG A\nSố: 12/BC-UBND\nTam Thanh, ngày …… tháng …… năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nI. ABC\nx",
    "I. A\nThực hiện Kế hoạch số 38/KH-UBND ngày 05/02/2025 của UBND tỉnh, trong kỳ đã ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2026.",
    "I. A\nTrong kỳ đã ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2026 triển khai thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.",
    "I. A\nTrong kỳ kiểm tra 03 cuộc; hạn khắc phục: 10/04/2026.",
    "I. A\nTrong kỳ đã kiểm tra, yêu cầu khắc phục trước ngày 30/4/2026.",
    "I. A\nDự kiến tổ chức tập huấn vào ngày 20/4/2026.",
    "I. A\nTrong quý có 01 hồ sơ tiếp nhận ngày 10/12/2025 giải quyết quá hạn.",
    "I. A\nCùng kỳ năm trước tổ chức 01 lớp tập huấn ngày 20/02/2025.",
    "I. A\nTheo kết luận kiểm tra ngày 20/10/2025, trong kỳ đã khắc phục 05 tồn tại.",
    "I. A\nBộ phận Một cửa được thành lập ngày 01/7/2025.",
    "V. PHƯƠNG HƯỚNG\nTổ chức hội nghị trong kỳ ngày 20/5/2026.",
    "I. A\nTrong kỳ đã kiểm tra 01 cuộc từ ngày 24/02/2026 đến ngày 25/02/2026 tại Trung tâm.",
    "I. A\nTừ ngày 11/9/2025 đến ngày 15/03/2026, đã số hóa 8.141 hồ sơ.",
    "I. A\nTrong kỳ đã tổ chức tập huấn ngày 26/02/2026 theo Công văn số 12/VP-KSTT ngày 20/11/2025 của Văn phòng UBND tỉnh.",
    "I. A\nTrong kỳ tiếp tục thực hiện Quyết định số 2109/QĐ-UBND ngày 27/11/2024.",
    "I. A\nTrong kỳ đã thực hiện Kế hoạch số 12/KH-UBND ngày 20/12/2024 của UBND phường về kiểm tra năm 2025.",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 16 tháng 3 năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nKính gửi: UBND tỉnh\nI. A\nx",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG A\nSố: 12/BC-UBND\nA, ngày 14/3/2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý I/2026\nKính gửi: UBND tỉnh\nI. A\nx",
    "10. Kiểm tra\nTrong quý I/2026, đã tổ chức 03 cuộc kiểm tra: ngày 22/12/2025, ngày 24/02/2026 và ngày 09/3/2026.",
    "I. A\nTrong kỳ, tổ chức triển khai Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ.",
    "I. A\nTrong kỳ, phường ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2026 thay thế Kế hoạch số 12/KH-UBND ngày 10/02/2025.",
    "I. A\nTrong kỳ đã tổ chức kiểm tra theo Kế hoạch số 200/KH-UBND ngày 25/11/2025 của UBND phường.",
    "10. Kiểm tra\nQua kiểm tra trong kỳ phát hiện 01 tồn tại; thời hạn khắc phục ngày 30/4/2026.",
    "I. A\nTrong quý, hồ sơ mã H06 nộp ngày 01/12/2025 được giải quyết ngày 20/12/2025.",
    "I. A\nTrong kỳ tiếp tục áp dụng mô hình triển khai từ ngày 01/7/2025.",
    "I. A\nTrong quý I/2026, Trung tâm (đi vào hoạt động ngày 01/7/2025) đã tổ chức 02 lớp tập huấn.",
    "I. A\nDự kiến ngày 10/4/2026 tổ chức hội nghị đối thoại.",
    "I. A\nKết luận kiểm tra số 15/TB-UBND ngày 20/11/2025 đã được khắc phục xong trong kỳ.",
    "I. A\nTrong kỳ đã kiểm tra 01 cuộc, kết luận gửi ngày 10/3/2026.",
    "I. A\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025, trong kỳ đã tổ chức sắp xếp nhân sự.",
    "I. A\nTrong quý I/2026, UBND phường đã triển khai các văn bản của tỉnh: Công văn số 2840/UBND ngày 10/9/2025, Kế hoạch số 157/KH-UBND ngày 15/7/2021.",
    "I. A\nNghị định số 118/2025/NĐ-CP ngày 09/6/2025 được tổ chức thực hiện trong kỳ.",
    "I. A\nThực hiện chỉ đạo của Chủ tịch tỉnh tại hội nghị ngày 05/12/2025, trong kỳ đã tổ chức 02 lớp tập huấn.",
    "I. A\nĐồng chí Giám đốc được bổ nhiệm ngày 01/7/2025 đã tham gia lớp bồi dưỡng.",
    "I. A\nTrong quý I, phường tổ chức trả kết quả cho 01 công dân có hồ sơ nộp ngày 01/12/2025.",
    "I. A\nSau buổi làm việc ngày 20/11/2025, trong kỳ phường đã tổ chức khắc phục.",
    "I. A\nSố liệu kiểm tra được chốt đến ngày 20/3/2026.",
    "I. A\nPhường đã tổ chức lấy ý kiến, thời hạn đến ngày 30/3/2026.",
    "I. A\nHội nghị ngày 15/12/2025 đã được tổ chức.",
    "I. A\nHội nghị ngày 14/3/2026 đã được tổ chức.",
    "I. A\nTrong kỳ đã ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2026 triển khai thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025, Thông tư số 03/2025/TT-VPCP ngày 15/9/2025.",
    "I. A\nTrong kỳ đã ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2026 thực hiện các Kế hoạch số 38/KH-UBND ngày 05/02/2025, số 39/KH-UBND ngày 06/02/2025 của UBND tỉnh.",
    "I. A\nTrong kỳ, căn cứ Quyết định số 478/QĐ-UBND ngày 21/3/2020 của UBND tỉnh và Nghị quyết số 114/2013/NQ-HĐND ngày 31/7/2013, phường ban hành Kế hoạch số 53/KH-UBND ngày 11/02/2026.",
    "I. A\nBiên bản kiểm tra ngày 20/11/2025 đã được thực hiện trong kỳ.",
    "I. A\nPhường tổ chức thực hiện các văn bản do UBND tỉnh ban hành trong quý: Kế hoạch số 38/KH-UBND ngày 05/02/2026.",
    "I. A\nPhường sẽ tổ chức 01 lớp tập huấn vào ngày 20/4/2026.",
    "I. A\nTrong kỳ đã tổ chức 02 đợt ra quân (ngày 24/01/2026, 28/02/2026).",
    "I. A\nTổ chức hội nghị tổng kết năm 2025 vào ngày 18/12/2025.",
    "I. A\nĐoàn kiểm tra (theo Quyết định số 2109/QĐ-UBND ngày 27/11/2024) đã làm việc với phường ngày 05/02/2026.",
]


@pytest.mark.parametrize("text", FIRES)
def test_date_outside_period_is_told_once(text):
    assert [(one.rule, one.level) for one in date_outside_period(paper(text))] == [("date-outside-period", Level.ERROR)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(date_outside_period(paper(text)))


@pytest.mark.parametrize("code", ["2026-Y", "2026-Q4"])
@pytest.mark.parametrize(
    ("day", "is_right"), [("18/12/2026", 1), ("15/01/2027", 1), ("10/12/2026", 0), ("05/02/2027", 0)]
)
def test_what_closes_in_december_is_reported_then_or_in_january(code, day, is_right):
    text = f"BÁO CÁO\nTam Thanh, ngày {day}\nKính gửi: UBND tỉnh\nI. CHỈ ĐẠO\nĐã làm."
    assert bool(told(date_outside_period(paper(text, Period.parse(code))))) != is_right


def test_a_report_without_a_written_date_has_the_one_it_was_given():
    assert told(date_outside_period(paper("I. A\nĐã làm.", issued_on=date(2026, 3, 10))))
    assert not told(date_outside_period(paper("I. A\nĐã làm.", issued_on=date(2026, 3, 18))))


def test_without_a_period_only_a_day_no_calendar_has_is_told():
    text = "Trong kỳ đã tổ chức 01 lớp tập huấn ngày {}."
    assert not told(date_outside_period(paper(text.format("20/11/2025"), None)))
    assert "31/11/2025" in told(date_outside_period(paper(text.format("31/11/2025"), None)))
