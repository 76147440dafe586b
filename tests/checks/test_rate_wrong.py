"""rate-wrong: a percentage is not the share its own figures give."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.rate_wrong import rate_wrong
from intranet.checks.problem import Level

FIRES = [
    "Rất hài lòng 233/235 phiếu, đạt 99,5%.",
    "Đã giải quyết 1.488 hồ sơ, trong đó trước hạn 1.477 hồ sơ (98,3%).",
    "Đã số hóa 8.135/8.141 hồ sơ (đạt 100%).",
    "Có 235 phiếu, trong đó rất hài lòng 233 phiếu (99,1%), hài lòng 02 phiếu (1,9%).",
    "Tiếp nhận 250 hồ sơ, trong đó trực tuyến 200 hồ sơ, chiếm 85%.",
    "Đã giải quyết 500 hồ sơ, trong đó quá hạn 10 hồ sơ. Tỷ lệ hồ sơ quá hạn là 3%.",
    "Chi phí giảm từ 32.000.000 đồng xuống 28.800.000 đồng, tiết kiệm 3.200.000 đồng (cắt giảm 12%).",
    "Đã giải quyết 1.488 hồ sơ (trước hạn 1.477 hồ sơ, đạt 99,2%; quá hạn 11 hồ sơ, chiếm 0,7%).",
    "Tỷ lệ giải quyết trước hạn và đúng hạn đạt 98%. Đã giải quyết 1.488 hồ sơ, trong đó trước hạn 1.477 hồ sơ, đúng hạn 0 hồ sơ, quá hạn 11 hồ sơ.",
    "So với quý IV/2025, số hồ sơ tiếp nhận tăng 15,5% (từ 800 lên 900 hồ sơ).",
    "Rút ngắn thời gian từ 05 ngày còn 03 ngày (giảm 02 ngày, đạt 20%).",
    "100% TTHC được niêm yết công khai (389/399 TTHC).",
    "Giảm chi phí từ 500.000 đồng xuống 400.000 đồng (giảm 25%).",
    "Khảo sát: rất hài lòng 98,1% (233 phiếu trên 235 phiếu).",
]
SILENT = [
    "Rất hài lòng 233/235 phiếu, đạt 99,1%.",
    "Rất hài lòng 233/235 phiếu, đạt 99,15%.",
    "Đã giải quyết 1.488 hồ sơ, trong đó trước hạn 1.477 hồ sơ (99,3%), quá hạn 11 hồ sơ (0,7%).",
    "Đã số hóa 8.141/8.141 hồ sơ (đạt 100%).",
    "Tiếp nhận 250 hồ sơ, trong đó trực tuyến 200 hồ sơ, chiếm 80%.",
    "Tiếp nhận 1.568 hồ sơ, tăng 8,3% so với cùng kỳ.",
    "Tỷ lệ giải quyết đúng hạn đạt trên 99%. Đã giải quyết 1.488 hồ sơ, quá hạn 11 hồ sơ.",
    "Đã giải quyết 1.488/1.637 hồ sơ, đạt 90,9%.",
    "Chi phí giảm từ 32.000.000 đồng xuống 28.800.000 đồng, tiết kiệm 3.200.000 đồng (cắt giảm 10%).",
    "Tiếp nhận 1.568 hồ sơ, 100% hồ sơ được cập nhật trên hệ thống.",
    "Lĩnh vực Hộ tịch giải quyết 407 hồ sơ, 100% đúng hạn; phấn đấu đạt 98%.",
    "Đã giải quyết 1.488 hồ sơ, trong đó trước hạn 1.400 hồ sơ, đúng hạn 77 hồ sơ, đạt 99,3%; quá hạn 11 hồ sơ.",
    "So với quý IV/2025, số hồ sơ tiếp nhận tăng 12,5% (từ 800 lên 900 hồ sơ).",
    "Số hồ sơ tiếp nhận tăng 100 hồ sơ (12,5%) so với cùng kỳ năm trước (800 hồ sơ).",
    "Rút ngắn thời gian từ 05 ngày còn 03 ngày (giảm 02 ngày, đạt 40%).",
    "Số hồ sơ nộp trực tuyến đạt 1.200/1.500 hồ sơ (80%); nộp trực tiếp 300 hồ sơ (20%).",
    "Tỷ lệ trực tuyến đạt 80%, đã giải quyết 790/812 hồ sơ.",
    "Giảm chi phí từ 500.000 đồng xuống 400.000 đồng (giảm 20%).",
]


@pytest.mark.parametrize("text", FIRES)
def test_rate_wrong_is_told(text):
    problems = list(rate_wrong(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("rate-wrong", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(rate_wrong(paper(text)))
