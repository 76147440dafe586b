"""sum-satisfaction: the levels do not add up to the ratings."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_satisfaction import sum_satisfaction
from intranet.checks.problem import Level

FIRES = [
    "Có 235 phiếu đánh giá, trong đó rất hài lòng 230 phiếu, hài lòng 02 phiếu.",
    "Kết quả khảo sát 200 lượt: rất hài lòng 150 phiếu; hài lòng 40 phiếu; bình thường 05 phiếu; không hài lòng 0 phiếu.",
    "- Tổng số phiếu khảo sát: 100 phiếu, trong đó:\n+ Rất hài lòng: 80 phiếu;\n+ Hài lòng: 15 phiếu.",
    "Thu về 235 phiếu: 233 phiếu rất hài lòng (99,1%), 03 phiếu hài lòng (0,9%).",
    "Rất hài lòng\t233\nHài lòng\t12\nTổng số phiếu\t235",
]
SILENT = [
    "Có 235 phiếu đánh giá, trong đó rất hài lòng 233 phiếu, hài lòng 02 phiếu.",
    "Có 235 phiếu đánh giá, trong đó rất hài lòng 233 phiếu.",
    "Kết quả khảo sát 200 lượt: rất hài lòng 150 phiếu; hài lòng 40 phiếu; bình thường 10 phiếu; không hài lòng 0 phiếu.",
    "Khảo sát 235 phiếu, tỷ lệ hài lòng và rất hài lòng đạt 100%.",
    "Thu về 235 phiếu: 233 phiếu rất hài lòng (99,1%), 02 phiếu hài lòng (0,9%). Báo cáo số 235/BC-UBND.",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_satisfaction_is_told(text):
    problems = list(sum_satisfaction(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-satisfaction", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_satisfaction(paper(text)))
