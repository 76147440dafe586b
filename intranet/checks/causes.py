"""Which findings have one cause, and so are told, mended and explained as one.

Findings stand together only where mending one thing certainly mends them all; what is not certain stands alone. Pure.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from intranet.categories.families import by_cause
from intranet.checks.figure_contradicts import values
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, Spot
from intranet.checks.rules import problems
from intranet.figures.facts import Facts
from intranet.reading.mentions import Mention
from intranet.reading.numerals import parsed

TYPED, REPEATED, MISSING = "figure-contradicts", "figure-repeated-differs", "figure-missing"
BALANCE, OPENING = "sum-dossiers-balance", "opening-differs-from-closing"
THERE = ("dossiers.opening", "dossiers.received")  # what the balance holds the rest against
NO_PART = (*THERE, "dossiers.total")
# Their message names the cause: the same message in another place is the same slip, the same missing figure.
NAMED_BY_MESSAGE = frozenset(
    {
        *(TYPED, MISSING, "figure-unbound", "spelling", "terminology"),
        *("citation-superseded", "citation-type", "citation-unknown"),
    }
)
Place = tuple[int, int]  # of a paragraph, and the character in it
WrongNumber = tuple[str, Decimal]  # the figure, and what is told instead of it


@dataclass(frozen=True)
class ProblemGroup:
    """Findings of one cause, in their order."""

    problems: tuple[Problem, ...]

    @property
    def head(self) -> Problem:
        """The one that says it most directly: of the gravest, the one about the fewest places."""
        order = list(Level)
        return min(self.problems, key=lambda it: (order.index(it.level), len(it.spots)))

    @property
    def places(self) -> tuple[Problem, ...]:
        """Where what the head says shows, to be mended there."""
        said = self.head.rule, self.head.message
        return tuple(it for it in self.problems if (it.rule, it.message) == said)

    @property
    def follow(self) -> tuple[Problem, ...]:
        """What else is found because of it."""
        return tuple(it for it in self.problems if it not in self.places)


@lru_cache(maxsize=32)  # as the findings themselves are
def causes(paper: Paper) -> tuple[ProblemGroup, ...]:
    """Everything the rules find in a paper, by cause."""
    return grouped(paper, problems(paper))


def grouped(paper: Paper, found: Sequence[Problem]) -> tuple[ProblemGroup, ...]:
    """Each finding in one group; the groups in the order of their first finding."""
    evidence = _Evidence(paper, found)
    groups: dict[Hashable, list[Problem]] = {}
    for number, problem in enumerate(found):
        groups.setdefault(evidence.cause(problem) or number, []).append(problem)
    return tuple(ProblemGroup(tuple(members)) for members in groups.values())


@dataclass
class _Evidence:
    """What is known of the numbers that findings are about."""

    paper: Paper
    found: Sequence[Problem]

    @cached_property
    def mentions(self) -> dict[Place, Mention]:
        return {(it.place, it.start): it for it in self.paper.mentions}

    @cached_property
    def wrong(self) -> dict[Place, WrongNumber]:
        """The numbers that differ from the figure they tell."""
        return {
            _place(it.spots[0]): (it.figures[0], self.value(it.spots[0])) for it in self.found if _is_wrong_number(it)
        }

    @cached_property
    def broken(self) -> set[str]:
        """The rules that the figures themselves break, however they are told."""
        return {problem.rule for problem in self.found if not problem.spots}

    def value(self, spot: Spot) -> Decimal:
        if mention := self.mentions.get(_place(spot)):
            return mention.value
        return parsed(self.paper.manuscript.paragraphs[spot.place].text[spot.start : spot.end])[0]

    def cause(self, problem: Problem) -> Hashable:
        """What is behind a finding; None where no more is known than the finding itself."""
        if _is_wrong_number(problem):
            return self.wrong[_place(problem.spots[0])]
        if problem.rule in NAMED_BY_MESSAGE and (problem.figures or problem.rule != MISSING):
            return problem.rule, problem.message
        if self.paper.facts is None:
            return None
        if _tells_no_cause(problem) and not _has_causes(self.paper.facts):
            return "overdue"
        return self.misled_by(problem, self.paper.facts)

    def misled_by(self, problem: Problem, facts: Facts) -> WrongNumber | None:
        """The one wrong number by which figures differ or do not add up; with the right one in its place they would."""
        culprits = {self.wrong[_place(it)] for it in problem.spots if _place(it) in self.wrong}
        others = [it for it in problem.spots if _place(it) not in self.wrong]
        if len(culprits) != 1 or not all(self.is_right(it, facts) for it in others):
            return None
        (culprit,) = culprits
        return culprit if self.would_hold(problem, culprit[0], others, facts) else None

    def is_right(self, spot: Spot, facts: Facts) -> bool:
        """Whether a number is what the facts know it to be; one that they do not know is not."""
        if self.paper.are_facts([spot]):
            return True
        mention = self.mentions.get(_place(spot))
        return mention is not None and mention.value in values(facts, mention.name)

    def would_hold(self, problem: Problem, figure: str, others: Sequence[Spot], facts: Facts) -> bool:
        """Whether the rule would be content, were the figure told as the facts know it."""
        if problem.rule == REPEATED:
            return bool(others) and all({self.value(it)} == values(facts, figure) for it in others)
        if problem.rule == OPENING:
            return facts.are_equal(*problem.figures)
        is_sum = problem.rule.startswith("sum-") and problem.rule not in self.broken
        return is_sum and figure in problem.figures and _adds_up(problem, facts)


def _place(spot: Spot) -> Place:
    return spot.place, spot.start


def _is_wrong_number(problem: Problem) -> bool:
    return problem.rule == TYPED and problem.level is Level.ERROR


def _tells_no_cause(problem: Problem) -> bool:
    """Late dossiers without a cause, in the register or in the text; of counts by cause more places are told."""
    return problem.rule == "overdue-unexplained" or (problem.rule == "late-without-cause" and len(problem.spots) == 1)


def _has_causes(facts: Facts) -> bool:
    """Whether any cause is known, so that a text without one leaves out what could be told."""
    return any(facts.above_zero(name) for name in facts.figures if name.startswith(by_cause("")))


def _adds_up(problem: Problem, facts: Facts) -> bool:
    """Whether the figures of a sum, the whole first, would add up as the facts know them."""
    whole, parts = problem.figures[:1], problem.figures[1:]
    if problem.rule == BALANCE and whole != ("dossiers.carried_over",):
        whole, parts = THERE, tuple(name for name in problem.figures if name not in NO_PART)
    known = [[values(facts, name) for name in side] for side in (whole, parts)]
    if any(len(one) != 1 for side in known for one in side):
        return False
    left, right = (sum((value for one in side for value in one), Decimal(0)) for side in known)
    return left == right
