"""Figures nobody types: they follow from others. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from intranet.categories.catalogue import CATALOGUE
from intranet.categories.families import Cause, Side, by_cause
from intranet.figures.fact import Fact, Origin, Value
from intranet.kernel.formats import percent


@dataclass(frozen=True)
class Formula:
    """How one figure follows from others; None where they do not determine it."""

    name: str
    inputs: tuple[str, ...]
    of: Callable[..., Value]
    label: str
    unit: str


def total(*parts: int) -> int:
    return sum(parts)


def difference(whole: int, part: int) -> int:
    return whole - part


def rest(whole: int, *parts: int) -> int:
    """What is left of the whole; nothing where the parts come to more, which is told as a contradiction elsewhere."""
    return max(whole - sum(parts), 0)


def rest_rate(whole: int, part: int) -> Decimal | None:
    """What is left of the whole without the part, in percent."""
    return percent(whole - part, whole)


IN_TIME, IN_TIME_LABEL = "dossiers.in_time_rate", "Tỷ lệ giải quyết trước hạn và đúng hạn"


def _known(name: str, of: Callable[..., Value], one: str, other: str) -> Formula:
    """A figure that the catalogue names."""
    return Formula(name, (one, other), of, CATALOGUE[name].label, CATALOGUE[name].unit)


def _level(leaf: str) -> Formula:
    """The share of a level of satisfaction that no sentence tells, but the table does."""
    name = f"satisfaction.{leaf}"
    label = f"Tỷ lệ {CATALOGUE[name].label.lower()}"
    return Formula(f"{name}_rate", (name, "satisfaction.ratings"), percent, label, "%")


# In an order in which each may use those above it.
FORMULAS = (
    _known("dossiers.carried_over", total, "dossiers.pending", "dossiers.paused"),
    _known("overdue.late", total, "dossiers.resolved_late", "dossiers.pending_late"),
    _known("overdue.unexplained", rest, "overdue.late", "overdue.explained"),
    _known("procedures.online_total", total, "procedures.online_full", "procedures.online_partial"),
    _known("proposals.cost_saved", difference, "proposals.cost_before", "proposals.cost_after"),
    _known("proposals.saving_rate", percent, "proposals.cost_saved", "proposals.cost_before"),
    _known("satisfaction.very_satisfied_rate", percent, "satisfaction.very_satisfied", "satisfaction.ratings"),
    _known("satisfaction.satisfied_rate", percent, "satisfaction.satisfied", "satisfaction.ratings"),
    *(_level(leaf) for leaf in ("neutral", "dissatisfied", "very_dissatisfied")),
    _known("digitisation.rate", percent, "digitisation.done", "digitisation.due"),
    _known("payments.online_rate", percent, "payments.online", "payments.total"),
    Formula(IN_TIME, ("dossiers.resolved", "dossiers.resolved_late"), rest_rate, IN_TIME_LABEL, "%"),
)


WITHOUT_CAUSE = "overdue.without_cause"


def computed(
    figures: Mapping[str, Fact], fields: Iterable[tuple[str, str]] = (), causes: Iterable[Cause] = ()
) -> dict[str, Fact]:
    """The figures and all that follow from them, for the fields given as slug and name, and for the causes.

    What has a value already keeps it. What lacks an input is missing; so is a rate of nothing.
    """
    known = dict(figures)
    for formula in (*FORMULAS, *(in_time_rate(slug, name) for slug, name in fields), *of_causes(tuple(causes))):
        given = known.get(formula.name)
        if given is None or given.value is None:
            known[formula.name] = _fact(formula, known)
    return known


def of_causes(causes: tuple[Cause, ...]) -> tuple[Formula, ...]:
    """Late dossiers by who could have kept them from being late, and those whose cause nobody knows yet."""
    names = tuple(by_cause(cause.code) for cause in causes)
    label = "Hồ sơ quá hạn chưa xác định nguyên nhân"
    return (
        *(of_side(side, causes) for side in Side),
        Formula(WITHOUT_CAUSE, ("overdue.late", *names), rest, label, "hồ sơ"),
    )


def of_side(side: Side, causes: tuple[Cause, ...]) -> Formula:
    names = tuple(by_cause(cause.code) for cause in causes if cause.side is side)
    return Formula(by_side(side), names, total, f"Hồ sơ quá hạn do nguyên nhân {side.label.lower()}", "hồ sơ")


def by_side(side: Side) -> str:
    """The name of a side's figure: overdue.by_side.internal."""
    return f"overdue.by_side.{side}"


def in_time_rate(slug: str, field: str) -> Formula:
    """The share of a field's resolved dossiers that were not late."""
    prefix = f"dossiers.by_field.{slug}"
    label = f"{IN_TIME_LABEL} lĩnh vực {field}"
    return Formula(f"{prefix}.in_time_rate", (f"{prefix}.resolved", f"{prefix}.resolved_late"), rest_rate, label, "%")


def _fact(formula: Formula, known: Mapping[str, Fact]) -> Fact:
    """The figure as it follows from its inputs; what was typed or recorded of it is still told beside it."""
    inputs = [known[name].value if name in known else None for name in formula.inputs]
    value = None if None in inputs or not inputs else formula.of(*inputs)
    missing = known.get(formula.name) or Fact(formula.name, None, formula.label, formula.unit, Origin.MISSING)
    if value is None:
        return missing
    return replace(missing, value=value, origin=Origin.COMPUTED, sources=len(inputs))
