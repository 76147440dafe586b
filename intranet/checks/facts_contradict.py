"""Figures of the period that cannot all be right, whatever the text says of them. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem
from intranet.figures.identities import contradictions
from intranet.figures.overdue_gap import gives_causes


def facts_contradict(paper: Paper) -> Iterator[Problem]:
    """Every sum of the facts that does not hold, by the name of its rule.

    Of causes that the register of overdue cases gives, overdue-unexplained tells more.
    """
    if paper.facts is None:
        return
    counts = {name: fact.value for name, fact in paper.facts.figures.items() if fact.unit != "%"}
    told = "overdue." if gives_causes(paper.facts) else "-"
    for one in contradictions(counts):  # type: ignore[arg-type]  # without the rates all are integers
        if not any(name.startswith(told) for name in one.names):
            yield Problem(one.rule, Level.ERROR, one.message, figures=one.names)
