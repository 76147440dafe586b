"""corrective-overdue: remedies of our own register that are past their date."""

import pytest
from checks.corpus import paper, told
from quarter import quarter

from intranet.checks.corrective_overdue import corrective_overdue
from intranet.checks.problem import Level

NAME = "inspections.corrective_overdue"


@pytest.mark.parametrize("late", [1, 2, 12])
def test_remedies_past_their_date_are_told_with_their_number(late):
    (problem,) = corrective_overdue(paper("Đã kiểm tra.", facts=quarter({NAME: late}), is_own=True))
    assert (problem.rule, problem.level, problem.figures) == ("corrective-overdue", Level.WARNING, (NAME,))
    assert problem.message.startswith(f"Có {late} tồn tại đã quá hạn khắc phục")


@pytest.mark.parametrize(
    "known",
    [
        {"facts": quarter({NAME: 0}), "is_own": True},
        {"facts": quarter({NAME: None}), "is_own": True},
        {"facts": quarter({NAME: 3})},
        {},
    ],
    ids=["none late", "not known", "another office's text", "no records"],
)
def test_nothing_late_or_nothing_of_ours_stays_silent(known):
    assert not told(corrective_overdue(paper("Còn 03 tồn tại quá hạn khắc phục.", **known)))
