"""late-without-cause: late dossiers stand in a report without their causes."""

import pytest
from checks.corpus import paper, told

from intranet.checks.late_without_cause import late_without_cause
from intranet.checks.problem import Level

FIRES = [
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ.",
    "Trong kỳ có 11 hồ sơ quá hạn. Nguyên nhân được nêu tại phần đánh giá chung.",
    "Số hồ sơ trễ hạn: 05 hồ sơ, chưa xác định được nguyên nhân.",
    "I. KẾT QUẢ\nGiải quyết quá hạn 11 hồ sơ.\nII. KHÓ KHĂN\nCông chức kiêm nhiệm nhiều việc nên còn khó khăn.",
    "Có 11 hồ sơ quá hạn, trong đó 05 hồ sơ do lỗi hệ thống, 04 hồ sơ do công chức cập nhật chậm.",
    "Quá hạn 10 hồ sơ. Nguyên nhân hồ sơ quá hạn:\n- 06 hồ sơ do lỗi đồng bộ dữ liệu;\n- 05 hồ sơ do chậm ký duyệt.",
    "Đang giải quyết quá hạn 03 hồ sơ.",
    "Có 11 hồ sơ chậm trả kết quả.",
    "Tồn tại: 11 hồ sơ quá hạn; nguyên nhân chủ quan 04 hồ sơ, nguyên nhân khách quan 06 hồ sơ.",
]
SILENT = [
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 0 hồ sơ.",
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ. Nguyên nhân hồ sơ quá hạn là do lỗi đồng bộ dữ liệu.",
    "Có 11 hồ sơ quá hạn, trong đó 07 hồ sơ do lỗi hệ thống, 04 hồ sơ do công chức cập nhật chậm.",
    "Trong kỳ có 02 hồ sơ giải quyết trễ hạn do hệ thống của Bộ chưa liên thông.",
    "Không có hồ sơ quá hạn.",
    "Quá hạn 11 hồ sơ.\nNguyên nhân hồ sơ quá hạn:\n- 06 hồ sơ do lỗi đồng bộ dữ liệu;\n- 05 hồ sơ do chậm ký duyệt.",
    "Giải quyết quá hạn 11 hồ sơ.\nNguyên nhân: 11 hồ sơ đều do người dân chậm nộp nghĩa vụ tài chính.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\nKhông để phát sinh hồ sơ quá hạn.",
    "Đã giải quyết 1.488 hồ sơ (quá hạn: 11). Lý do quá hạn: phần mềm lỗi.",
    "a) Trước hạn: 1.477 hồ sơ;\nb) Quá hạn: 11 hồ sơ. Nguyên nhân: lỗi kết nối.",
]


@pytest.mark.parametrize("text", FIRES)
def test_late_without_cause_is_told(text):
    problems = list(late_without_cause(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("late-without-cause", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(late_without_cause(paper(text)))
