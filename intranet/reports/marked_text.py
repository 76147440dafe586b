"""A text with its findings marked in place. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intranet.checks.causes import ProblemGroup
from intranet.checks.problem import Level, Problem, Spot
from intranet.reading.manuscript import Manuscript, Paragraph


@dataclass(frozen=True)
class MarkedRun:
    """Characters that share their findings, by the numbers of the groups from 1; none where nothing is wrong."""

    text: str
    numbers: tuple[int, ...] = ()
    level: Level | None = None


@dataclass(frozen=True)
class MarkedParagraph:
    """A paragraph in runs; `numbers` are the findings about it whose first spot stands here."""

    paragraph: Paragraph
    runs: tuple[MarkedRun, ...]
    numbers: tuple[int, ...]


def marked_text(manuscript: Manuscript, groups: Sequence[ProblemGroup]) -> tuple[MarkedParagraph, ...]:
    """Every paragraph of a text, with what the findings are about marked; groups count from 1 in their order."""
    return tuple(_paragraph(paragraph, groups) for paragraph in manuscript.paragraphs)


def _paragraph(paragraph: Paragraph, groups: Sequence[ProblemGroup]) -> MarkedParagraph:
    spots = [
        (number, problem, spot)
        for number, group in enumerate(groups, start=1)
        for problem in group.problems
        for spot in problem.spots
        if spot.place == paragraph.place
    ]
    cuts = sorted({0, len(paragraph.text), *(cut for *_, spot in spots for cut in (spot.start, spot.end))})
    firsts = tuple(dict.fromkeys(number for number, problem, spot in spots if spot == problem.spots[0]))
    return MarkedParagraph(paragraph, tuple(_runs(paragraph.text, cuts, spots)), firsts)


def _runs(text: str, cuts: Sequence[int], spots: Sequence[tuple[int, Problem, Spot]]) -> Iterator[MarkedRun]:
    order = list(Level)
    for start, end in pairwise(cuts):
        over = [(number, problem) for number, problem, spot in spots if spot.start <= start and end <= spot.end]
        level = min((problem.level for _, problem in over), key=order.index, default=None)
        yield MarkedRun(text[start:end], tuple(dict.fromkeys(number for number, _ in over)), level)
