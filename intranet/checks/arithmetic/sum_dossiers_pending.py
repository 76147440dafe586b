"""Pending dossiers are those in time and late. Pure."""

from collections.abc import Iterator

from intranet.checks.arithmetic.sums import Division, divided
from intranet.checks.paper import Paper
from intranet.checks.problem import Problem

DIVISION = Division(
    "sum-dossiers-pending",
    "dossiers.pending",
    "số hồ sơ đang giải quyết",
    {
        "dossiers.pending_in_time": "trong hạn",
        "dossiers.pending_late": "quá hạn",
        "dossiers.paused": "tạm dừng",
    },
    {},
)


def sum_dossiers_pending(paper: Paper) -> Iterator[Problem]:
    """A number of pending dossiers that its parts do not add up to; paused ones count where they are told as a part."""
    beside = {"dossiers.paused"} if not any(_paused_within(paper)) else set()
    parts = {name: words for name, words in DIVISION.parts.items() if name not in beside}
    yield from divided(paper, Division(DIVISION.rule, DIVISION.total, DIVISION.words, parts, {}))


def _paused_within(paper: Paper) -> Iterator[bool]:
    for mention in paper.mentions:
        if mention.name == "dossiers.paused" and mention.parent is not None:
            yield paper.mentions[mention.parent].name == "dossiers.pending"
