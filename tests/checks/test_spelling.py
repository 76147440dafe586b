"""spelling: a slip."""

import pytest
from checks.corpus import paper, told

from intranet.checks.problem import Level
from intranet.checks.spelling import spelling

FIRES = [
    "Không có hành vi những nhiễu, phiền hà.",
    "Đã số hoá hồ sơ; việc số hóa được thực hiện thường xuyên.",
    "Trung tâm PV HCC phường; Trung tâm PVHCC tỉnh.",
    "Hồ sơ cần bổ xung giấy tờ.",
    "Các các đơn vị thực hiện nghiêm túc.",
    "Tiếp nhận 50 hồ sơ (trực tuyến 50 hồ sơ.",
    "Tiếp nhận 50 hồ sơ , giải quyết 40 hồ sơ.",
    "I. A\nCông tác cãi cách hành chính được quan tâm.",
]
SILENT = [
    "Không có hành vi nhũng nhiễu, phiền hà.",
    "Đã số hóa hồ sơ; việc số hóa được thực hiện thường xuyên.",
    "Trung tâm PVHCC phường; Trung tâm PVHCC tỉnh.",
    "a) Tiếp nhận hồ sơ;\nb) Trả kết quả.",
    "1) Tiếp nhận hồ sơ (trực tuyến);",
    "Quý I/2026; quy trình; thủy lợi; ủy ban.",
    "Hồ sơ (bị từ chối, trả lại) là 44.",
    "I. A\n1.1) Công khai (đầy đủ).",
    "I. A\nChất lượng từ từ nâng cao.",
]


@pytest.mark.parametrize("text", FIRES)
def test_spelling_is_told(text):
    problems = list(spelling(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("spelling", Level.INFO)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(spelling(paper(text)))
