"""sum-staff: the people of the desk do not add up."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_staff import sum_staff
from intranet.checks.problem import Level

FIRES = [
    "Bộ phận Một cửa có 06 người, gồm 01 Giám đốc, 01 cán bộ kiểm soát TTHC và 03 công chức tiếp nhận.",
    "Trung tâm Phục vụ hành chính công có 07 người: 01 Giám đốc, 01 Phó Giám đốc, 06 công chức.",
    "Bộ phận Một cửa bố trí 05 cán bộ, công chức (01 lãnh đạo phụ trách, 02 công chức tiếp nhận hồ sơ).",
    "Trung tâm hiện có 10 người, trong đó 01 lãnh đạo, 01 cán bộ kiểm soát, 10 công chức tiếp nhận.",
    "Tổng số biên chế: 6 người (lãnh đạo: 1; công chức kiểm soát TTHC: 1; công chức tiếp nhận: 5).",
]
SILENT = [
    "Bộ phận Một cửa có 06 người, gồm 01 Giám đốc, 01 cán bộ kiểm soát TTHC và 04 công chức tiếp nhận.",
    "Trung tâm hiện có 10 người, trong đó 01 lãnh đạo.",
    "Bộ phận Một cửa có 04 công chức tiếp nhận hồ sơ; trang bị 07 máy tính, 05 máy quét.",
    "Đầu mối kiểm soát TTHC gồm 01 lãnh đạo UBND, 01 lãnh đạo Trung tâm và 01 công chức.",
    "Trung tâm có 06 người: 01 Giám đốc, 05 công chức; trong kỳ cử 03 lượt người tập huấn.",
    "Trung tâm có 06 công chức, viên chức, gồm 01 Phó Giám đốc, 01 kiểm soát TTHC và 04 công chức tiếp nhận hồ sơ.",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_staff_is_told(text):
    problems = list(sum_staff(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-staff", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_staff(paper(text)))
