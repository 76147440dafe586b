"""A figure typed by hand that is right today follows nothing tomorrow. Pure."""

from collections.abc import Iterator

from intranet.checks.arithmetic.sums import shown
from intranet.checks.figure_contradicts import values
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found


def figure_unbound(paper: Paper) -> Iterator[Problem]:
    """In our own report, a number that equals the fact it names and is not bound to it."""
    if not paper.is_own or paper.facts is None:
        return
    for mention in paper.mentions:
        if mention.figure or mention.is_claim or not mention.is_whole or mention.name not in paper.facts.figures:
            continue
        if mention.value in values(paper.facts, mention.name):
            label = paper.facts.figures[mention.name].label
            message = (
                f"Số {shown(mention.value)} được gõ tay, đúng bằng số liệu “{label}”. "
                f"Hãy chèn {{{{{mention.name}}}}} để câu văn tự theo khi số liệu đổi."
            )
            paragraph = paper.paragraph(mention)
            yield found(
                "figure-unbound",
                Level.INFO,
                message,
                paragraph,
                mention.start,
                mention.end,
                figures=(mention.name,),
            )
