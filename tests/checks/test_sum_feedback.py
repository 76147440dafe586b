"""sum-feedback: petitions do not add up."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_feedback import sum_feedback
from intranet.checks.problem import Level

FIRES = [
    "Tiếp nhận 05 PAKN, trong đó về quy định hành chính 02, về hành vi hành chính 04.",
    "Trong kỳ tiếp nhận 03 phản ánh, kiến nghị; đã xử lý 02 PAKN, đang xử lý 02 PAKN.",
    "Tổng số PAKN: 06 (kỳ trước chuyển qua 01, tiếp nhận mới 04).",
    "Tổng số PAKN tiếp nhận là 05 PAKN (01 về quy định hành chính, 03 về hành vi hành chính); đã xử lý 05 PAKN.",
    "Kỳ trước chuyển qua 01 PAKN, tiếp nhận mới 02 PAKN; đã xử lý 04 PAKN.",
    "Tổng số phản ánh, kiến nghị: 03 (kỳ trước chuyển qua 01, tiếp nhận mới 01).",
]
SILENT = [
    "Tiếp nhận 05 PAKN, trong đó về quy định hành chính 01, về hành vi hành chính 04.",
    "Trong kỳ tiếp nhận 03 PAKN về quy định hành chính; đã xử lý 03/03 PAKN, đạt 100%.",
    "Trong kỳ không phát sinh phản ánh, kiến nghị về quy định hành chính.",
    "Tổng số PAKN: 05 (kỳ trước chuyển qua 01, tiếp nhận mới 04); đã xử lý 05.",
    "Tiếp nhận 03 PAKN; đã xử lý 02 PAKN.",
    "Tiếp nhận 03 PAKN, đã xử lý 02 PAKN, đang xử lý 01 PAKN.",
    "Tổng số phản ánh, kiến nghị: 03 (kỳ trước chuyển qua 01, tiếp nhận mới 02).",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_feedback_is_told(text):
    problems = list(sum_feedback(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-feedback", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_feedback(paper(text)))
