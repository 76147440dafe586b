"""A period's facts out of the database: the one reader of every register."""

from collections.abc import Iterable, Mapping

from intranet.accounts.models import Office as OfficeProfile
from intranet.accounts.operations import the_office
from intranet.figures.catalogue import Definition, definitions
from intranet.figures.given import records_count
from intranet.figures.models import FigureChoice, FigureEntry, choice_of, current_choices, current_entries
from intranet.kernel.period import Period
from intranet.reports.categories import categories_of, causes_of, fields_of
from intranet.reports.computed import computed
from intranet.reports.facts import Fact, Facts, Office, Origin, Window
from intranet.reports.inspection_notes import inspection_notes
from intranet.reports.legal_register import legal_notes
from intranet.reports.register_notes import (
    document_notes,
    overdue_notes,
    procedure_notes,
    proposal_notes,
    training_notes,
)
from intranet.reports.sources import catalogue, dossiers
from intranet.reports.sources.registry import recorded, tallies
from intranet.reports.sources.source import Tally

Definitions = Mapping[str, Definition]


def collect(period: Period) -> Facts:
    """Everything the report of a period can know, as registers and entries stand now."""
    categories = categories_of(period)
    known, fields, causes = definitions(categories), fields_of(categories), causes_of(categories)
    entries = [entry for entry in current_entries(period) if entry.name in known]
    told = tallies(period, recorded(cause.code for cause in causes))
    told |= dossiers.tallies(period, [slug for slug, _ in fields], dossiers.exports()) | catalogue.tallies(period)
    named = known | dossiers.measured(fields)
    standing = chosen(entered(entries, known), told, named, current_choices(period))
    return Facts(
        period=period,
        office=office(the_office()),
        figures=computed(unlinked(known) | standing, fields, causes),
        inspections=inspection_notes(period),
        documents=document_notes(period),
        trainings=training_notes(period),
        proposals=proposal_notes(period),
        procedures=procedure_notes(period),
        overdue=overdue_notes(period),
        windows=windows(entries, known),
        fields=fields,
        causes=causes,
        legal=legal_notes(period),
    )


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


def office(profile: OfficeProfile) -> Office:
    names = ("name", "superior", "centre", "place", "address", "addressee", "archive")
    signing = ("signing_authority", "signatory_post", "signatory_name")
    texts = {name: getattr(profile, name) for name in (*names, *signing)}
    recipients = tuple(line.strip() for line in profile.recipients.splitlines() if line.strip())
    return Office(**texts, recipients=recipients)
