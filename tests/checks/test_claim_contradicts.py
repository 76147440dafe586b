"""claim-contradicts: a report says there is none of what it counts."""

import pytest
from checks.corpus import paper, told

from intranet.checks.claim_contradicts import claim_contradicts
from intranet.checks.problem import Level

FIRES = [
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ do lỗi hệ thống. Không có hồ sơ quá hạn.",
    "Đang giải quyết 41 hồ sơ. Trong kỳ không có hồ sơ tồn đọng.",
    "100% hồ sơ được giải quyết trước hạn và đúng hạn. Giải quyết quá hạn 11 hồ sơ, nguyên nhân do lỗi hệ thống.",
    "Tiếp nhận 01 PAKN. Trong kỳ không có phản ánh, kiến nghị của người dân.",
    "Quá hạn 11 hồ sơ do lỗi hệ thống. Các hồ sơ đều được giải quyết đúng hạn.",
    "Tiếp nhận 1.568 hồ sơ (trực tuyến 1.568, trực tiếp 0, BCCI 0). Việc tiếp nhận hồ sơ trực tiếp tại Bộ phận Một cửa được thực hiện nghiêm túc, hướng dẫn tận tình, đúng quy trình.",
    "Không để xảy ra hồ sơ trễ hạn; đang giải quyết quá hạn 02 hồ sơ do lỗi phần mềm.",
    "Phường không có hồ sơ tồn đọng. Đang giải quyết quá hạn 05 hồ sơ do lỗi mạng.",
]
SILENT = [
    "Đã giải quyết 1.488 hồ sơ. Không có hồ sơ quá hạn.",
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ do lỗi hệ thống. Lĩnh vực Hộ tịch không có hồ sơ quá hạn.",
    "Không có hồ sơ đang giải quyết quá hạn. Giải quyết quá hạn 11 hồ sơ do lỗi hệ thống.",
    "Phấn đấu không có hồ sơ quá hạn. Giải quyết quá hạn 11 hồ sơ do lỗi hệ thống.",
    "Tiếp nhận 1.568 hồ sơ, trong đó trực tiếp 20 hồ sơ. Công chức tiếp nhận hồ sơ trực tiếp tại Bộ phận Một cửa tận tình, đúng quy trình, đúng quy định.",
    "Không có PAKN từ kỳ trước chuyển qua. Tiếp nhận 01 PAKN.",
    "Trong kỳ không phát sinh hồ sơ nộp trực tiếp.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\nKhông để phát sinh hồ sơ tồn đọng.\nI. KẾT QUẢ\nĐang giải quyết 41 hồ sơ.",
    "Không có phản ánh quá hạn. Tiếp nhận 02 phản ánh, đã xử lý 02.",
]


@pytest.mark.parametrize("text", FIRES)
def test_claim_contradicts_is_told(text):
    problems = list(claim_contradicts(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("claim-contradicts", Level.WARNING)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(claim_contradicts(paper(text)))
