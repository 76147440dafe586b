"""rate-without-base: a percentage or a comparison has no figure beside it."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.rate_without_base import rate_without_base
from intranet.checks.problem import Level

FIRES = [
    "Tỷ lệ số hóa hồ sơ đạt 100%.",
    "Tỷ lệ giải quyết đúng hạn đạt 99,3%, cao hơn kỳ trước.",
    "Thời gian giải quyết hồ sơ được rút ngắn so với kỳ trước.",
    "Tỷ lệ hài lòng của người dân đạt 98,5%.",
    "Số lượng hồ sơ tiếp nhận tăng so với cùng kỳ năm trước.",
    "100% TTHC được công khai đầy đủ.",
    "So với kỳ trước, số hồ sơ quá hạn giảm đáng kể.",
]
SILENT = [
    "Tỷ lệ số hóa đạt 100% (8.141/8.141 hồ sơ).",
    "Tiếp nhận 1.568 hồ sơ, tăng 120 hồ sơ so với kỳ trước.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\nPhấn đấu tỷ lệ hồ sơ đúng hạn đạt 99%.",
    "Đã giải quyết 1.477/1.488 hồ sơ trước hạn, đạt 99,3%.",
    "100% TTHC (399 thủ tục) được công khai.",
    "Phấn đấu 100% hồ sơ được số hóa.",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ\n- Nâng tỷ lệ hồ sơ trực tuyến lên 80%.",
]


@pytest.mark.parametrize("text", FIRES)
def test_rate_without_base_is_told(text):
    problems = list(rate_without_base(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("rate-without-base", Level.WARNING)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(rate_without_base(paper(text)))
