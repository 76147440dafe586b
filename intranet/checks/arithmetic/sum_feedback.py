"""Petitions are about regulations or conduct; those there were are handled or pending. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from intranet.checks.arithmetic.sums import Division, divided, shown, spot
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found

RULE = "sum-feedback"
BY_SUBJECT = Division(
    RULE,
    "feedback.received",
    "số PAKN tiếp nhận",
    {"feedback.on_regulation": "về quy định hành chính", "feedback.on_conduct": "về hành vi hành chính"},
    {},
)
WITH_CARRIED = Division(
    RULE,
    "feedback.total",
    "tổng số PAKN",
    {
        "feedback.opening": "kỳ trước chuyển qua",
        "feedback.received": "mới tiếp nhận",
        **BY_SUBJECT.parts,
    },
    {"feedback.received": tuple(BY_SUBJECT.parts)},
)


def sum_feedback(paper: Paper) -> Iterator[Problem]:
    """Petitions whose parts do not add up."""
    yield from divided(paper, BY_SUBJECT)
    yield from divided(paper, WITH_CARRIED)
    yield from _outcome(paper)


def _outcome(paper: Paper) -> Iterator[Problem]:
    """Opening and received, a figure not told being 0, against handled and pending."""
    total, received = paper.one_value("feedback.total"), paper.one_value("feedback.received")
    handled, pending = paper.one_value("feedback.handled"), paper.one_value("feedback.pending")
    opening = paper.one_value("feedback.opening") or Decimal(0)
    there = total if total is not None else received + opening if received is not None else None
    if there is None or handled is None or handled + (pending or 0) == there:
        return
    if pending is None and handled < there:
        return
    whole = "feedback.total" if total is not None else "feedback.received"
    first = paper.told[whole][0]
    done = f"đã xử lý {shown(handled)}" + (f" + đang xử lý {shown(pending)}" if pending is not None else "")
    message = f"Có {shown(there)} PAKN, nhưng {done}. Hãy đối chiếu lại số đã xử lý và đang xử lý."
    parts = [name for name in ("feedback.handled", "feedback.pending") if name in paper.told]
    added = [*parts, "feedback.opening"] if total is None else parts
    others = tuple(spot(paper.told[name][0]) for name in added if name in paper.told)
    yield found(RULE, Level.ERROR, message, paper.paragraph(first), first.start, first.end, others, (whole, *parts))
