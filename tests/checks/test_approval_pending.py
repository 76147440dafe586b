"""approval-pending: a record of the period waits for approval; what is approved, or not ours, stays silent."""

import pytest
from checks.corpus import paper, told

from intranet.checks.approval_pending import approval_pending
from intranet.checks.paper import Awaiting
from intranet.checks.problem import Level

INSPECTION = Awaiting(7, "Kiểm tra niêm yết", "Cuộc kiểm tra chưa được duyệt nên chưa tính vào báo cáo")
COURSE = Awaiting(8, "Nghiệp vụ kiểm soát TTHC", "Khóa tập huấn chưa được duyệt, vẫn tính vào báo cáo")
PROPOSAL = Awaiting(9, "Bỏ bản sao", "Phương án chưa được duyệt nên chưa tính chi phí tiết kiệm")


@pytest.mark.parametrize("waiting", [INSPECTION, COURSE, PROPOSAL])
def test_a_record_that_waits_is_told_with_what_follows_from_it(waiting):
    (problem,) = approval_pending(paper("Trong kỳ có 03 cuộc kiểm tra.", waiting=(waiting,)))
    assert (problem.rule, problem.level, problem.records) == ("approval-pending", Level.WARNING, (waiting.record_id,))
    assert waiting.title in problem.message and problem.message.startswith(waiting.meaning)


def test_every_one_of_them_is_told():
    assert len(list(approval_pending(paper("x", waiting=(INSPECTION, COURSE, PROPOSAL))))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Trong kỳ có 03 cuộc kiểm tra, đều đã được phê duyệt.",
        "Còn 02 hồ sơ đang chờ phê duyệt.",
        "Trình UBND tỉnh phê duyệt 02 phương án đơn giản hóa.",
    ],
)
def test_words_about_approval_say_nothing_of_our_records(text):
    assert not told(approval_pending(paper(text)))
