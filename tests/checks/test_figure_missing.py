"""figure-missing: a label has nothing after it."""

import pytest
from checks.corpus import paper, told

from intranet.checks.figure_missing import figure_missing
from intranet.checks.problem import Level

FIRES = [
    "Tiếp nhận 1.568 hồ sơ, trong đó:\nII. ĐÁNH GIÁ",
    "- Trực tuyến: hồ sơ;",
    "Tổng số hồ sơ đã giải quyết là hồ sơ, trong đó quá hạn 11 hồ sơ.",
    "Tỷ lệ đúng hạn đạt %.",
    "Số hồ sơ trực tiếp: ; trực tuyến: 50 hồ sơ.",
    "Đã giải quyết 100 hồ sơ, trong đó:.",
    "- Tiếp nhận trực tiếp:\n- Tiếp nhận trực tuyến: 50 hồ sơ.",
]
SILENT = [
    "Tiếp nhận 1.568 hồ sơ, trong đó:\n- Trực tuyến: 1.568 hồ sơ.",
    "Các phương án gồm:\n- Bỏ bản giấy;\n- Gộp hai bước.",
    "Kính gửi: UBND tỉnh.",
    "Kết quả như sau:\nSTT\tNội dung\tSố hồ sơ",
    "- Hồ sơ đã giải quyết: 100 hồ sơ, trong đó:\n+ Trước hạn: 100 hồ sơ.",
    "Hồ sơ trực tuyến: 50 hồ sơ; trực tiếp: 0 hồ sơ.",
    "Nội dung chủ yếu là hồ sơ hộ tịch và đất đai.",
]


@pytest.mark.parametrize("text", FIRES)
def test_figure_missing_is_told(text):
    problems = list(figure_missing(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("figure-missing", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(figure_missing(paper(text)))
