"""Ratings are those of every level. Pure."""

from collections.abc import Iterator

from intranet.checks.arithmetic.sums import Division, divided
from intranet.checks.paper import Paper
from intranet.checks.problem import Problem

DIVISION = Division(
    "sum-satisfaction",
    "satisfaction.ratings",
    "số phiếu đánh giá",
    {
        "satisfaction.very_satisfied": "rất hài lòng",
        "satisfaction.satisfied": "hài lòng",
        "satisfaction.neutral": "bình thường",
        "satisfaction.dissatisfied": "không hài lòng",
        "satisfaction.very_dissatisfied": "rất không hài lòng",
    },
    {},
)


def sum_satisfaction(paper: Paper) -> Iterator[Problem]:
    """A number of ratings that its levels do not add up to; a level not named is 0."""
    yield from divided(paper, DIVISION)
