"""trainings-without-record: training is claimed, and nothing is told of it."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.trainings_without_record import trainings_without_record

FIRES = [
    "Trong kỳ đã tổ chức tập huấn nghiệp vụ kiểm soát TTHC.",
    "UBND phường đã cử công chức tham gia tập huấn.",
    "Đã phối hợp tổ chức tập huấn, bồi dưỡng cho đội ngũ công chức.",
    "Trong quý đã tổ chức 02 lớp tập huấn cho cán bộ, công chức.",
    "Cử 05 công chức tham dự lớp tập huấn về số hóa hồ sơ.",
]
SILENT = [
    "Trong kỳ không tổ chức tập huấn.",
    "Đề nghị UBND tỉnh tổ chức tập huấn nghiệp vụ cho công chức đầu mối.",
    "Ngày 14/01/2026 đã tổ chức lớp tập huấn kỹ năng số hóa cho 18 người.",
    "Trong kỳ đã cử cán bộ, công chức dự 03 khóa tập huấn, với 23 lượt người:\n"
    "- Kỹ năng số hóa, ngày 14/01/2026, 03 lượt người.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\n- Tổ chức tập huấn cho công chức tiếp nhận.",
    "Công chức chưa được tập huấn đầy đủ nên còn lúng túng.",
]


@pytest.mark.parametrize("text", FIRES)
def test_trainings_without_record_is_told(text):
    problems = list(trainings_without_record(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("trainings-without-record", Level.WARNING)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(trainings_without_record(paper(text)))
