"""A period's figures out of the database: what was typed, what registers and dossiers say, and what follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intranet.figures.catalogue import Definition, definitions
from intranet.figures.given import records_count
from intranet.figures.models import FigureChoice, FigureEntry, choice_of, current_choices, current_entries
from intranet.kernel.period import Period
from intranet.reports.categories import categories_of, causes_of, fields_of
from intranet.reports.computed import computed
from intranet.reports.facts import Fact, Origin, Window
from intranet.reports.notes import Cause
from intranet.reports.sources import catalogue, dossiers
from intranet.reports.sources.registry import recorded, tallies
from intranet.reports.sources.source import Tally

Definitions = Mapping[str, Definition]


@dataclass(frozen=True)
class Counted:
    """The figures by name, the fields and causes they are told by, and by group the days counted otherwise."""

    figures: Mapping[str, Fact]
    fields: tuple[tuple[str, str], ...]
    causes: tuple[Cause, ...]
    windows: Mapping[str, Window]


def counted(period: Period) -> Counted:
    """Every figure of a period as registers and entries stand now."""
    categories = categories_of(period)
    known, fields, causes = definitions(categories), fields_of(categories), causes_of(categories)
    entries = [entry for entry in current_entries(period) if entry.name in known]
    told = tallies(period, recorded(cause.code for cause in causes))
    told |= dossiers.tallies(period, [slug for slug, _ in fields], dossiers.exports()) | catalogue.tallies(period)
    named = known | dossiers.measured(fields)
    standing = chosen(entered(entries, known), told, named, current_choices(period))
    figures = computed(unlinked(known) | standing, fields, causes)
    return Counted(figures, fields, causes, windows(entries, known))


def figure_names(period: Period) -> set[str]:
    """Every figure a text of this period may name."""
    categories = categories_of(period)
    return set(computed(unlinked(definitions(categories)), fields_of(categories), causes_of(categories)))


def unlinked(known: Definitions) -> dict[str, Fact]:
    """Every figure before anything gives it: missing, which is not 0."""
    return {name: Fact(name, None, it.label, it.unit, Origin.MISSING) for name, it in known.items()}


def entered(entries: Iterable[FigureEntry], known: Definitions) -> dict[str, Fact]:
    """The figures typed for this very period; one entry stands behind each."""
    return {
        entry.name: Fact(entry.name, entry.value, known[entry.name].label, known[entry.name].unit, Origin.ENTERED, 1)
        for entry in entries
        if entry.value is not None
    }


def chosen(
    typed: Mapping[str, Fact], told: Mapping[str, Tally], known: Definitions, choices: Mapping[str, FigureChoice]
) -> dict[str, Fact]:
    """What records say counts once they are complete, unless somebody chose what was typed; until then that counts."""
    given = {
        name: Fact(name, tally.value, known[name].label, known[name].unit, Origin.RECORDS, tally.sources)
        for name, tally in told.items()
        if records_count(tally.is_in_use, tally.fills, name in typed, choice_of(choices.get(name)))
    }
    return dict(typed) | given


def windows(entries: Iterable[FigureEntry], known: Definitions) -> dict[str, Window]:
    """By group, the days its figures were counted over where these are not the period's own."""
    return {known[entry.name].group: entry.window for entry in entries if entry.window and entry.value is not None}
