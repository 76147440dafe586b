"""Resolved dossiers are those before time, on time and late. Pure."""

from collections.abc import Iterator

from intranet.checks.arithmetic.sums import Division, divided
from intranet.checks.paper import Paper
from intranet.checks.problem import Problem

DIVISION = Division(
    "sum-dossiers-resolved",
    "dossiers.resolved",
    "số hồ sơ đã giải quyết",
    {
        "dossiers.resolved_early": "trước hạn",
        "dossiers.resolved_on_time": "đúng hạn",
        "dossiers.resolved_late": "quá hạn",
    },
    {"dossiers.resolved_in_time": ("dossiers.resolved_early", "dossiers.resolved_on_time")},
)


def sum_dossiers_resolved(paper: Paper) -> Iterator[Problem]:
    """A number of resolved dossiers that early, on time and late do not add up to; one not named is 0."""
    yield from divided(paper, DIVISION)
