"""terminology: one thing has two names."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.terminology import terminology

FIRES = [
    "Có 11 hồ sơ quá hạn do lỗi phần mềm. Các hồ sơ trễ hạn đã được xin lỗi.",
    "Bộ phận Một cửa tiếp nhận hồ sơ. Bộ phận tiếp nhận và trả kết quả có 04 công chức.",
    "Cung cấp 122 TTHC toàn trình; 100 dịch vụ công trực tuyến mức độ 4.",
    "Dịch vụ bưu chính công ích được dùng nhiều; gửi kết quả qua đường bưu điện.",
]
SILENT = [
    "Có 11 hồ sơ quá hạn do lỗi phần mềm. Các hồ sơ quá hạn đã được xin lỗi.",
    "Bộ phận Một cửa có 04 công chức.",
    "Cung cấp 122 TTHC trực tuyến toàn trình và 277 TTHC trực tuyến một phần.",
    "Tổ chức tập huấn cho công chức.",
    "I. A\nTổ chức tập huấn tại Trung tâm huấn luyện của tỉnh.",
]


@pytest.mark.parametrize("text", FIRES)
def test_terminology_is_told(text):
    problems = list(terminology(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("terminology", Level.INFO)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(terminology(paper(text)))
