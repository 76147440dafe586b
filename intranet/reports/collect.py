"""A period's facts out of the database: the one reader of every register."""

from collections.abc import Iterable, Mapping, Sequence

from intranet.accounts.models import Office as OfficeProfile
from intranet.accounts.operations import the_office
from intranet.figures.catalogue import Category, Definition, Family, definitions
from intranet.figures.models import FigureEntry, categories_for, current_entries
from intranet.kernel.period import Period
from intranet.reports.computed import computed
from intranet.reports.facts import Fact, Facts, Office, Origin, Window
from intranet.reports.inspection_notes import inspection_notes
from intranet.reports.sources import counts

Definitions = Mapping[str, Definition]


def collect(period: Period) -> Facts:
    """Everything the report of a period can know, as registers and entries stand now."""
    categories = categories_for(period)
    known = definitions(categories)
    entries = [entry for entry in current_entries(period) if entry.name in known]
    fields = members(categories, Family.FIELD)
    return Facts(
        period=period,
        office=office(the_office()),
        figures=computed(unlinked(known) | entered(entries, known) | counted(period, known), fields),
        inspections=inspection_notes(period),
        windows=windows(entries, known),
        fields=fields,
        causes=members(categories, Family.CAUSE),
    )


def figure_names(period: Period) -> set[str]:
    """Every figure a text of this period may name."""
    categories = categories_for(period)
    return set(computed(unlinked(definitions(categories)), members(categories, Family.FIELD)))


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


def counted(period: Period, known: Definitions) -> dict[str, Fact]:
    """The figures registers give; a register that holds nothing gives 0."""
    return {
        name: Fact(name, count, known[name].label, known[name].unit, Origin.RECORDS, count)
        for name, count in counts(period).items()
    }


def windows(entries: Iterable[FigureEntry], known: Definitions) -> dict[str, Window]:
    """By group, the days its figures were counted over where these are not the period's own."""
    return {known[entry.name].group: entry.window for entry in entries if entry.window and entry.value is not None}


def members(categories: Sequence[Category], family: Family) -> tuple[tuple[str, str], ...]:
    return tuple((category.code, category.label) for category in categories if category.family is family)


def office(profile: OfficeProfile) -> Office:
    names = ("name", "superior", "centre", "place", "address", "addressee", "archive")
    signing = ("signing_authority", "signatory_post", "signatory_name")
    texts = {name: getattr(profile, name) for name in (*names, *signing)}
    recipients = tuple(line.strip() for line in profile.recipients.splitlines() if line.strip())
    return Office(**texts, recipients=recipients)
