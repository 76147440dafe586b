"""inspections-without-record: inspections are counted, and nothing is told of them."""

import pytest
from checks.corpus import paper, told

from intranet.checks.inspections_without_record import inspections_without_record
from intranet.checks.problem import Level

FIRES = [
    "Trong quý đã tổ chức 03 cuộc kiểm tra.",
    "10. Kiểm tra việc thực hiện kiểm soát TTHC\nTrong kỳ, UBND phường đã kiểm tra 03 lần tại các phòng chuyên môn.",
    "Đã tiến hành 02 đợt kiểm tra công tác kiểm soát TTHC vào ngày 10/3/2026.",
    "UBND phường tổ chức ba cuộc kiểm tra, qua kiểm tra các đơn vị thực hiện tốt.",
    "Số cuộc kiểm tra đã thực hiện: 03 cuộc.",
]
SILENT = [
    "Trong quý không tổ chức cuộc kiểm tra nào.",
    "Đã tổ chức 01 cuộc kiểm tra ngày 10/3/2026 tại Phòng Văn hóa - Xã hội; phát hiện 02 tồn tại, đã khắc phục.",
    "10. Kiểm tra\n"
    "Trong kỳ đã hoàn thành 03 cuộc kiểm tra:\n"
    "- Ngày 22/12/2025 kiểm tra Trung tâm: phát hiện 01 tồn tại;\n"
    "- Ngày 24/02/2026 kiểm tra Phòng Văn hóa - Xã hội: thực hiện đúng quy định;\n"
    "- Ngày 09/3/2026 kiểm tra Phòng Kinh tế: thiếu 01 thông báo.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\nTổ chức 03 cuộc kiểm tra việc thực hiện TTHC.",
    "Kế hoạch của năm là 04 cuộc kiểm tra.",
    "Đã tổ chức 02 cuộc kiểm tra trong tháng 02/2026 đối với Bộ phận Một cửa, không phát hiện sai sót.",
]


@pytest.mark.parametrize("text", FIRES)
def test_inspections_without_record_is_told(text):
    problems = list(inspections_without_record(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("inspections-without-record", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(inspections_without_record(paper(text)))
