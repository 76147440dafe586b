"""What a rule says of a text as somebody pasted it, for the wordings of every rule."""

from collections.abc import Iterator
from typing import Any

from intranet.kernel.period import Period
from intranet.reports.checks.paper import Paper
from intranet.reports.checks.problem import Problem
from intranet.reports.prose.manuscript import read

QUARTER = Period.parse("2026-Q1")


def paper(text: str, period: Period | None = QUARTER, **known: Any) -> Paper:
    return Paper(read(text), period, **known)


def told(problems: Iterator[Problem]) -> str:
    """All messages, for what a failing test prints."""
    return "; ".join(problem.message for problem in problems)
