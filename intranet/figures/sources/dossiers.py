"""The figures that follow from dossiers."""

from collections.abc import Iterable, Sequence

from intranet.categories.catalogue import CATALOGUE, Definition
from intranet.categories.families import FIELD_MEASURES, by_field
from intranet.dossiers.counting import COUNTED, counts_by_field
from intranet.figures.sources.registry import Count
from intranet.kernel.period import Period

SUBJECT = "dossiers"
# What is carried over follows from two of the others, as it does where these are typed.
MEASURES = tuple(name for name in COUNTED if name != "dossiers.carried_over")


def is_counted(name: str) -> bool:
    """Whether a figure counts dossiers."""
    leaf = name.rpartition(".")[2] if name.startswith("dossiers.by_field.") else ""
    return name in MEASURES or f"dossiers.{leaf}" in MEASURES


def measured(fields: Iterable[tuple[str, str]]) -> dict[str, Definition]:
    """What only dossiers tell of a field, beyond the figures people can type of it."""
    told = {
        by_field(slug, leaf(name)): f"{CATALOGUE[name].label} lĩnh vực {label}"
        for slug, label in fields
        for name in MEASURES
        if leaf(name) not in FIELD_MEASURES
    }
    return {name: Definition(name, label, "hồ sơ", "dossiers-by-field", typed=False) for name, label in told.items()}


def leaf(name: str) -> str:
    """received, of dossiers.received"""
    return name.removeprefix("dossiers.")


def counts(period: Period, fields: Sequence[str]) -> dict[str, Count]:
    """By name, what the dossiers say, all of it of each of these fields that has any."""
    by_slug = counts_by_field(period, *MEASURES)
    values = {name: sum(of_field[name] for of_field in by_slug.values()) for name in MEASURES}
    for field in fields:
        of_field = by_slug.get(field, {})
        values |= {by_field(field, measure): of_field.get(f"dossiers.{measure}", 0) for measure in FIELD_MEASURES}
        values |= {by_field(field, leaf(name)): count for name, count in of_field.items()}
    return {name: Count(value, value) for name, value in values.items()}
