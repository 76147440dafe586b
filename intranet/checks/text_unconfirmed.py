"""What a report takes over, from its outline or an earlier report, somebody stands for. Pure."""

from collections.abc import Iterator
from itertools import groupby

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, Spot, found

RULE = "text-unconfirmed"


def text_unconfirmed(paper: Paper) -> Iterator[Problem]:
    """Each section with text that nobody wrote or confirmed for this period, once."""
    carried = (it for it in paper.manuscript.paragraphs if it.carried_from)
    for _, group in groupby(carried, key=lambda it: it.section):
        first, *others = group
        message = f"Nội dung lấy từ {first.carried_from} chưa được xác nhận cho kỳ này. Hãy xác nhận, sửa hoặc bỏ."
        spots = tuple(Spot(it.place, 0, len(it.text)) for it in others)
        yield found(RULE, Level.ERROR, message, first, others=spots)
