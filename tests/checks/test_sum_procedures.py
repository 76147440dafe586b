"""sum-procedures: the kinds of procedures do not add up to their number."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_procedures import sum_procedures
from intranet.checks.problem import Level

FIRES = [
    "Tổng số TTHC thuộc thẩm quyền là 399 thủ tục, trong đó một cửa 397 thủ tục, một cửa liên thông 03 thủ tục.",
    "Cung cấp 399 TTHC trực tuyến, trong đó toàn trình 122 TTHC, một phần 270 TTHC.",
    "Có 399 dịch vụ công trực tuyến (122 dịch vụ công trực tuyến toàn trình, 267 dịch vụ công trực tuyến một phần).",
    "- Tổng số TTHC: 399 TTHC, trong đó:\n"
    "+ Thực hiện theo cơ chế một cửa: 390 TTHC;\n"
    "+ Thực hiện theo cơ chế một cửa liên thông: 02 TTHC.",
    "Tổng số thủ tục hành chính cấp xã 400 TTHC, gồm 398 TTHC một cửa và 04 TTHC liên thông.",
    "Tổng số TTHC cung cấp dịch vụ công trực tuyến: 399, trong đó toàn trình 122, một phần 267.",
]
SILENT = [
    "Tổng số TTHC thuộc thẩm quyền là 399 thủ tục, trong đó một cửa 397 thủ tục, một cửa liên thông 02 thủ tục.",
    "Cung cấp 399 TTHC trực tuyến, trong đó toàn trình 122 TTHC.",
    "Tổng số 399 TTHC, trong đó có 397 TTHC một cửa (gồm 02 TTHC liên thông).",
    "Tổng số TTHC là 399; tiếp nhận qua BCCI 381 TTHC; công khai 399/399 TTHC.",
    "Có 05 TTHC mới ban hành, 03 TTHC sửa đổi, 01 TTHC bãi bỏ.",
    "Có 399 dịch vụ công trực tuyến (122 dịch vụ công trực tuyến toàn trình, 277 dịch vụ công trực tuyến một phần).",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_procedures_is_told(text):
    problems = list(sum_procedures(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-procedures", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_procedures(paper(text)))
