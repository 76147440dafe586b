"""The figures of a period out of the database, as its page shows them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from intranet.figures.catalogue import GROUPS, Group
from intranet.figures.categories import FIELD_MEASURES, Category, Family, by_cause, by_field, cause_of
from intranet.figures.figure import Before, Figure
from intranet.figures.models import categories_for, current_choices, current_entries, current_values, typed_for
from intranet.figures.registers import given
from intranet.figures.sheet import Part, Row, Sheet, Table
from intranet.kernel.period import Period

# What a period takes over: the figure's value is the sum of these at the end of the period before.
TAKEN_OVER = {
    "dossiers.opening": ("dossiers.pending", "dossiers.paused"),
    "feedback.opening": ("feedback.pending",),
}


def sheet_of(period: Period) -> Sheet:
    from_registers = given(period)
    categories = categories_for(period, {cause_of(name) for name, it in from_registers.items() if it.value})
    known = typed_for(categories)
    entries = {entry.name: entry for entry in current_entries(period)}
    previous, next = neighbour(period, "previous"), neighbour(period, "next")
    told = before(period, previous) if previous else {}
    choices = current_choices(period)
    figures = {
        name: Figure(definition, entries.get(name), told.get(name), from_registers.get(name), choices.get(name))
        for name, definition in known.items()
    }
    parts = (part(group, figures, categories) for group in GROUPS)
    return Sheet(period, tuple(found for found in parts if found.figures), known, previous, next)


def part(group: Group, figures: Mapping[str, Figure], categories: Sequence[Category]) -> Part:
    table = table_of(group, figures, categories)
    tabled = set(table.names) if table else set()
    inside = (figure for figure in figures.values() if figure.definition.group == group.key)
    return Part(group, tuple(figure for figure in inside if figure.name not in tabled), table)


def table_of(group: Group, figures: Mapping[str, Figure], categories: Sequence[Category]) -> Table | None:
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
) -> Table | None:
    rows = (Row(one.label, one.side, tuple(figures[name] for name in found)) for one, found in names.items())
    return Table(heading, columns, tuple(rows)) if names else None


def neighbour(period: Period, side: str) -> Period | None:
    """The period before or after; None beyond the years there are."""
    try:
        return getattr(period, side)
    except ValueError:
        return None


def before(period: Period, previous: Period) -> dict[str, Before]:
    """By name, what stood for the period before; for what passes on to this one, all that it takes over."""
    values = current_values(previous)
    found = {name: Before(previous.label, value) for name, value in values.items()}
    if previous.end + timedelta(days=1) == period.start:
        for name, parts in TAKEN_OVER.items():
            found.pop(name, None)
            if all(one in values for one in parts):
                found[name] = Before(f"{previous.label} chuyển qua", sum(values[one] for one in parts))
    return found
