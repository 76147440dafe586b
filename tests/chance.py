"""How a world is drawn: hypothesis decides what it is like, dice decide the numbers. Pure.

Hypothesis makes a failing world as small as it can, but takes its time over each thing it is asked. So it is asked
how a group of figures is told, how large its numbers are, how a register stands; and once for the dice, which then
choose each number, day and word.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import strategies as st

Ranges = tuple[tuple[int, int], ...]

# How large the numbers of one group are: each lies in one of some ranges. Whole groups of zeros are common.
AMOUNTS: tuple[Ranges, ...] = (
    ((0, 0),),
    ((1, 1),),
    ((0, 1),),
    ((0, 12),),
    ((0, 0), (9, 11)),
    ((900, 99_999),),
    ((0, 1), (1_000_000, 9_999_999)),
)


@dataclass(frozen=True)
class Chance:
    """What is drawn by hypothesis, and the dice for what need not become smaller."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    dice: Random

    def way(self, ways: Sequence[Any]) -> Any:
        """One of a few ways, the first of them the simplest."""
        return self.draw(sampled(tuple(ways)))

    def amounts(self, names: Iterable[str]) -> dict[str, int]:
        """A number for each name, all about as large."""
        ranges = self.way(AMOUNTS)
        return {name: self.dice.randint(*self.dice.choice(ranges)) for name in names}

    def amount(self) -> int:
        return self.amounts(["amount"])["amount"]

    def split(self, whole: int, ways: int) -> list[int]:
        """A whole in so many parts: all of it in one of them, or cut anywhere."""
        if self.dice.random() < 0.5:
            chosen = self.dice.randrange(ways)
            return [whole if place == chosen else 0 for place in range(ways)]
        cuts = sorted(self.dice.randint(0, whole) for _ in range(ways - 1))
        return [end - start for start, end in pairwise([0, *cuts, whole])]

    def part(self, whole: int) -> int:
        """None of it, all of it, or something between."""
        return self.dice.choice((0, whole, self.dice.randint(0, whole)))

    def flag(self) -> bool:
        return self.dice.random() < 0.5

    def day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.dice.randint(0, (last - first).days))

    def days(self, first: date, last: date) -> tuple[date, date]:
        """Two days in their order, often the same."""
        start = self.day(first, last)
        return start, self.day(start, last) if self.flag() else start


@cache
def sampled(ways: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from(ways)


DICE = st.integers(0, 2**32 - 1)


@st.composite
def chances(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Chance:
    return Chance(draw, Random(draw(DICE)))


class OfDice(Chance):
    """Where no hypothesis is at hand: the ways are chosen by the dice as well."""

    def way(self, ways: Sequence[Any]) -> Any:
        return self.dice.choice(tuple(ways))


def of_seed(seed: int) -> Chance:
    """The same for the same seed."""
    return OfDice(lambda strategy: None, Random(seed))
