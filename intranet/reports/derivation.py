"""How a figure follows from others, in words. Pure."""

from collections.abc import Callable, Sequence

from intranet.figures.comparing import present
from intranet.figures.fact import Fact
from intranet.figures.facts import Facts
from intranet.figures.formulas import (
    FORMULAS,
    Formula,
    difference,
    in_time_rate,
    of_causes,
    rest,
    rest_rate,
    total,
)
from intranet.kernel.formats import percent

Part = str | Fact


def derivation(name: str, facts: Facts) -> list[Part]:
    """The formula of a figure, its words and the figures in it in turn; empty where none determines it."""
    if (now := present(name)) != name:
        return of_change(name, now, facts)
    of_fields = (in_time_rate(slug, field) for slug, field in facts.fields)
    formulas: dict[str, Formula] = {it.name: it for it in (*FORMULAS, *of_fields, *of_causes(facts.causes))}
    formula = formulas.get(name)
    if formula is None:
        return []
    inputs = [facts.figures[one] for one in formula.inputs if one in facts.figures]
    return WORDS[formula.of](inputs) if len(inputs) == len(formula.inputs) else []


def of_change(name: str, now: str, facts: Facts) -> list[Part]:
    """How a change follows from the present figure and the earlier one; the earlier one itself from nothing here."""
    before, _, share = name.partition(".change")
    if before == name:
        return []
    both: list[Part] = ["chênh lệch giữa ", facts.figures[now], " và ", facts.figures[before]]
    return ["(", *both, ") : ", facts.figures[before], " × 100"] if share else both


def joined(parts: Sequence[Fact], by: str) -> list[Part]:
    return [part for fact in parts for part in (by, fact)][1:]


def share(parts: Sequence[Fact]) -> list[Part]:
    return [*joined(parts, " : "), " × 100"]


def share_of_the_rest(parts: Sequence[Fact]) -> list[Part]:
    whole, part = parts
    return ["(", whole, " − ", part, ") : ", whole, " × 100"]


WORDS: dict[Callable[..., object], Callable[[Sequence[Fact]], list[Part]]] = {
    total: lambda parts: joined(parts, " + "),
    difference: lambda parts: joined(parts, " − "),
    rest: lambda parts: joined(parts, " − "),
    percent: share,
    rest_rate: share_of_the_rest,
}
