"""A total against its parts, as a text tells them. Pure; every rule about a sum uses it.

A sentence that divides a total is checked by itself; where no sentence does, the figures told across the text are,
each of them told in one way only. A part not named counts as 0 where two others are. Pure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from intranet.checks.paper import Paper, View
from intranet.checks.problem import Level, Problem, Spot, found
from intranet.kernel.formats import number
from intranet.reading.mentions import Mention

FEWEST = 2  # parts that must be named before those not named count as 0
NEVER = 99  # of a total that has other parts as well: these may only not exceed it


@dataclass(frozen=True)
class Division:
    """A total and its parts with the words for them. `together` are parts told as one: early and on time."""

    rule: str
    total: str
    words: str
    parts: Mapping[str, str]
    together: Mapping[str, tuple[str, ...]]
    fewest: int = FEWEST

    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.parts, *self.together)))


def divided(paper: Paper, division: Division) -> Iterator[Problem]:
    """Every total whose parts do not add up to it."""
    asked = False
    for place, mention in enumerate(paper.mentions):
        if mention.name != division.total or mention.is_claim:
            continue
        parts = _first_of_each(one for one in paper.parts(place) if one.name in division.names())
        if parts:
            asked = asked or _weight(division, parts) >= division.fewest
            yield from _compared(paper, division, mention, parts)
    if not asked:
        for view in [view for view in paper.views if _tells(view, division)] or [paper.whole]:
            yield from _across(paper, view, division)


def _first_of_each(mentions: Iterator[Mention]) -> list[Mention]:
    firsts: dict[str, Mention] = {}
    for mention in mentions:
        firsts.setdefault(mention.name, mention)
    return list(firsts.values())


def _weight(division: Division, parts: Sequence[Mention]) -> int:
    return sum(len(division.together.get(part.name, (part.name,))) for part in parts)


def _tells(view: View, division: Division) -> bool:
    """Whether a place of the text gives the total and enough of its parts, each with one value."""
    told = [name for name in division.names() if name in view.told]
    if view.value(division.total) is None or any(view.value(name) is None for name in told):
        return False
    return _weight(division, [view.told[name][0] for name in told]) >= division.fewest


def _across(paper: Paper, view: View, division: Division) -> Iterator[Problem]:
    """The total and its parts where they stand in different sentences."""
    if _tells(view, division):
        parts = [view.told[name][0] for name in division.names() if name in view.told]
        yield from _compared(paper, division, view.told[division.total][0], parts)


def _compared(paper: Paper, division: Division, total: Mention, parts: Sequence[Mention]) -> Iterator[Problem]:
    joined = {name for part in parts for name in division.together.get(part.name, ())}
    counted = [part for part in parts if part.name not in joined]
    added = sum((part.value for part in counted), Decimal(0))
    is_enough = _weight(division, counted) >= division.fewest
    if added == total.value or (added < total.value and not is_enough):
        return
    summands = " + ".join(f"{_worded(division, part)} {shown(part.value)}" for part in counted)
    sum_told = f"{summands} = {shown(added)}" if len(counted) > 1 else summands
    message = (
        f"{capital(division.words)} {shown(total.value)}, nhưng {sum_told}. "
        "Hãy đối chiếu lại các số thành phần với tổng số."
    )
    others = tuple(spot(part) for part in counted)
    names = (total.name, *(part.name for part in counted))
    yield found(
        division.rule, Level.ERROR, message, paper.paragraph(total), total.start, total.end, others, figures=names
    )


def _worded(division: Division, part: Mention) -> str:
    words = division.parts.get(part.name)
    return words or " và ".join(division.parts[name] for name in division.together[part.name])


def spot(mention: Mention) -> Spot:
    return Spot(mention.place, mention.start, mention.end)


def shown(value: Decimal) -> str:
    """A value as it is printed: 1.568; 0,5."""
    return number(int(value)) if value == value.to_integral_value() else f"{value}".replace(".", ",")


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
