"""Procedures are one-stop or interlinked; on-line ones are full or partial. Pure."""

from collections.abc import Iterator

from intranet.checks.arithmetic.sums import NEVER, Division, divided
from intranet.checks.paper import Paper
from intranet.checks.problem import Problem

RULE = "sum-procedures"
BY_COUNTER = Division(
    RULE,
    "procedures.total",
    "tổng số TTHC",
    {"procedures.one_stop": "một cửa", "procedures.interlinked": "một cửa liên thông"},
    {},
)
ONLINE = Division(
    RULE,
    "procedures.online_total",
    "số TTHC trực tuyến",
    {
        "procedures.online_full": "toàn trình",
        "procedures.online_partial": "một phần",
        "procedures.online_info": "cung cấp thông tin trực tuyến",
    },
    {},
)
# Of all procedures some need not be on line: their parts may be less, never more.
OF_ALL = Division(
    RULE,
    "procedures.total",
    "tổng số TTHC",
    {"procedures.online_full": "toàn trình", "procedures.online_partial": "một phần"},
    {},
    fewest=NEVER,
)


def sum_procedures(paper: Paper) -> Iterator[Problem]:
    """A number of procedures that its kinds do not add up to."""
    if not any(_linked_within_one_stop(paper)):
        yield from divided(paper, BY_COUNTER)
    yield from divided(paper, ONLINE)
    yield from divided(paper, OF_ALL)


def _linked_within_one_stop(paper: Paper) -> Iterator[bool]:
    """Some offices count the interlinked among the one-stop ones."""
    for mention in paper.mentions:
        if mention.name == "procedures.interlinked" and mention.parent is not None:
            yield paper.mentions[mention.parent].name == "procedures.one_stop"
