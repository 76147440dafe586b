"""The figures of a period out of the database, as its page shows them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from intranet.categories.catalogue import GROUPS, FigureGroup
from intranet.categories.families import FIELD_MEASURES, Category, Family, by_cause, by_field
from intranet.categories.models import typed_for
from intranet.figures.evidence import evidence_of
from intranet.figures.evidence_models import FigureEvidence
from intranet.figures.fact import Fact
from intranet.figures.figure import Before, Figure
from intranet.figures.figures_of import figures_of
from intranet.figures.models import current_values
from intranet.figures.reaching import reach_of
from intranet.figures.recorded import Books, open_books
from intranet.figures.sheet import Sheet, SheetPart, SheetRow, SheetTable
from intranet.figures.snapshots import said_when_approved
from intranet.kernel.clock import today
from intranet.kernel.period import Period

# What a period takes over: the figure's value is the sum of these at the end of the period before.
TAKEN_OVER = {
    "dossiers.opening": ("dossiers.pending", "dossiers.paused"),
    "feedback.opening": ("feedback.pending",),
}


def sheet_of(period: Period) -> Sheet:
    books = open_books()
    figures = figures_of(period, books)
    known = typed_for(figures.categories)
    previous, following = neighbour(period, "previous"), neighbour(period, "next")
    earlier = before(period, previous, books) if previous else {}
    of_page = {
        name: Figure(definition, figures[name], figures.entries.get(name), earlier.get(name), figures.choices.get(name))
        for name, definition in known.items()
    }
    evidence = evidence_of(period)
    parts = (part(group, of_page, figures.categories, evidence.get(group.key)) for group in GROUPS)
    reached = reach_of(period, figures.exports, books.exports, today())
    return Sheet(period, tuple(found for found in parts if found.figures), known, previous, following, reached)


def part(
    group: FigureGroup,
    figures: Mapping[str, Figure],
    categories: Sequence[Category],
    evidence: FigureEvidence | None = None,
) -> SheetPart:
    table = table_of(group, figures, categories)
    tabled = set(table.names) if table else set()
    inside = (figure for figure in figures.values() if figure.definition.group == group.key)
    singles = tuple(figure for figure in inside if figure.name not in tabled)
    return SheetPart(group, singles, table, evidence)


def table_of(group: FigureGroup, figures: Mapping[str, Figure], categories: Sequence[Category]) -> SheetTable | None:
    if group.key == "dossiers-by-field":
        measures = tuple(FIELD_MEASURES)
        names = {one: [by_field(one.code, measure) for measure in measures] for one in of(Family.FIELD, categories)}
        return table("Lĩnh vực", tuple(FIELD_MEASURES.values()), names, figures)
    if group.key == "overdue":
        names = {one: [by_cause(one.code)] for one in of(Family.CAUSE, categories)}
        return table("Nguyên nhân chính", ("Số hồ sơ",), names, figures)
    return None


def of(family: Family, categories: Sequence[Category]) -> Iterator[Category]:
    return (category for category in categories if category.family is family)


def table(
    heading: str, columns: tuple[str, ...], names: Mapping[Category, list[str]], figures: Mapping[str, Figure]
) -> SheetTable | None:
    rows = (SheetRow(one.label, one.side, tuple(figures[name] for name in found)) for one, found in names.items())
    return SheetTable(heading, columns, tuple(rows)) if names else None


def neighbour(period: Period, side: str) -> Period | None:
    """The period before or after; None beyond the years there are."""
    try:
        return period.previous if side == "previous" else period.next
    except ValueError:
        return None


def before(period: Period, previous: Period, books: Books) -> dict[str, Before]:
    """By name, what stood for the period before; for what passes on to this one, all that it takes over."""
    values = values_of(previous, books)
    found = {name: Before(previous.label, value) for name, value in values.items()}
    if previous.end + timedelta(days=1) == period.start:
        for name, parts in TAKEN_OVER.items():
            found.pop(name, None)
            if all(part_name in values for part_name in parts):
                found[name] = Before(f"{previous.label} chuyển qua", sum(values[part_name] for part_name in parts))
    return found


def values_of(period: Period, books: Books) -> dict[str, int]:
    """What an earlier period says, as approved or as it stands; nothing where nobody ever typed a figure of it."""
    approved = said_when_approved([period])
    figures: Mapping[str, Fact] = {}
    if period in approved:
        figures = approved[period]
    elif current_values(period):
        figures = figures_of(period, books)
    return {name: int(fact.value) for name, fact in figures.items() if fact.value is not None}
