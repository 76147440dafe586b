"""Headings are numbered one after another. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.structure.heading_faults import faults
from intranet.checks.structure.list_faults import list_faults

RULE = "heading-gap"


def heading_gap(paper: Paper) -> Iterator[Problem]:
    """I, III; 3.1, 3.3; 3.1 under 4."""
    for fault in faults(paper.manuscript):
        if fault.kind == "gap":
            yield found(RULE, Level.ERROR, fault.message, fault.paragraph, 0, fault.paragraph.number_ends)
    for one in list_faults(paper.manuscript):
        if one.kind == "gap":
            yield found(RULE, Level.ERROR, one.message, one.paragraph, one.start, one.end)
