"""What each number of a period is: the only place where that is decided.

A quarter's figure is what its records say where they tell all of it, else what was typed, else it is missing. A half-
year, nine months and a year are made of their quarters, an approved one as its report said it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from intranet.categories.catalogue import Definition, definitions
from intranet.categories.families import Category, Cause, cause_of, causes_of, fields_of
from intranet.categories.models import FigureCategory, in_use
from intranet.figures.fact import Fact, Origin, Window
from intranet.figures.formulas import computed
from intranet.figures.models import FigureChoice, FigureEntry, current_choices, current_entries
from intranet.figures.notes import ExportNote
from intranet.figures.quarters import Quarter, taken_together
from intranet.figures.recorded import REGISTER_PAGE, Books, open_books, recorded_anew, recorded_for, with_reasons
from intranet.figures.snapshots import said_when_approved
from intranet.figures.sources import dossiers
from intranet.figures.sources.registry import counts_of_causes
from intranet.figures.whose_word import Chosen, Typed, settled, settled_over_quarters
from intranet.kernel.clock import VIETNAM
from intranet.kernel.db import db
from intranet.kernel.formats import moment
from intranet.kernel.period import Period


@dataclass(frozen=True)
class PeriodFigures(Mapping[str, Fact]):
    """A period's figures by name, in report order; the fields and causes they are told by.

    `windows` holds, by group, the days its figures were counted over where these are not the period's own. `entries`
    and `choices` are what was typed and chosen for this very period; `quarters` what a longer one is made of;
    `exports` the newest of each system whose word counts for the period.
    """

    period: Period
    facts: Mapping[str, Fact]
    categories: tuple[Category, ...]
    windows: Mapping[str, Window]
    entries: Mapping[str, FigureEntry]
    choices: Mapping[str, FigureChoice]
    quarters: tuple[Quarter, ...] = ()
    exports: tuple[ExportNote, ...] = ()

    def __getitem__(self, name: str) -> Fact:
        return self.facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        return fields_of(self.categories)

    @property
    def causes(self) -> tuple[Cause, ...]:
        return causes_of(self.categories)

    @property
    def are_by_exports(self) -> bool:
        """Whether any figure of dossiers is what today's exports say, and not typed or still missing.

        A longer period stands as its last quarter; once that is approved, an export of then was told.
        """
        if not self.exports or (self.quarters and self.quarters[-1].is_approved):
            return False
        last = self.quarters[-1].figures if self.quarters else self.facts
        return any(fact.origin is Origin.RECORDS for name, fact in last.items() if dossiers.is_counted(name))


def figures_of(period: Period, books: Books | None = None) -> PeriodFigures:
    """Every figure of a period as registers, exports and entries stand now; `books` where they are open already."""
    books = books or open_books()
    return of_quarter(period, books) if period.kind == "Q" else of_quarters(period, books)


def of_quarter(period: Period, books: Books) -> PeriodFigures:
    cause_counts = counts_of_causes(period)
    categories = tuple(in_use(books.categories, period, {cause_of(name) for name in cause_counts}))
    definitions_here = definitions(categories)
    entries = {entry.name: entry for entry in current_entries(period) if entry.name in definitions_here}
    choices = current_choices(period)
    recorded = recorded_for(period, books, categories, cause_counts)
    facts = {
        name: settled(definition, typed(entries.get(name)), recorded.get(name), chosen(choices.get(name)))
        for name, definition in (definitions_here | dossiers.measured(fields_of(categories))).items()
    }
    told = {name: fact for name, fact in facts.items() if name in definitions_here or fact.value is not None}
    figures = computed(with_reasons(told, books), fields_of(categories), causes_of(categories))
    kept = windows(entries, definitions_here)
    return PeriodFigures(period, figures, categories, kept, entries, choices, exports=counting(period, books))


def of_quarters(period: Period, books: Books) -> PeriodFigures:
    """A longer period: its quarters' figures taken together, unless somebody typed a figure for all of it."""
    quarters = quarters_of(period, books)
    cause_counts = counts_of_causes(period)
    categories = tuple(in_use(books.categories, period, {cause_of(name) for name in cause_counts}))
    in_catalogue = definitions(categories)
    definitions_here = in_catalogue | dossiers.measured(fields_of(categories))
    entries = {entry.name: entry for entry in current_entries(period) if entry.name in definitions_here}
    choices = current_choices(period)
    whole = recorded_anew(period, books, categories, cause_counts)
    facts = {}
    for name, definition in definitions_here.items():
        recorded = whole.get(name) or taken_together(name, quarters, REGISTER_PAGE)
        origin = Origin.RECORDS if name in whole else Origin.COMPUTED
        typed_here, chosen_here = typed(entries.get(name)), chosen(choices.get(name))
        facts[name] = settled_over_quarters(definition, typed_here, recorded, chosen_here, origin)
    told = {name: fact for name, fact in facts.items() if fact.value is not None or name in in_catalogue}
    figures = computed(told, fields_of(categories), causes_of(categories))
    kept, newest = windows(entries, definitions_here), counting(period, books)
    return PeriodFigures(period, figures, categories, kept, entries, choices, quarters, newest)


def quarters_of(period: Period, books: Books) -> tuple[Quarter, ...]:
    approved = said_when_approved(period.quarters)
    return tuple(
        Quarter(quarter, approved[quarter], is_approved=True)
        if quarter in approved
        else Quarter(quarter, of_quarter(quarter, books))
        for quarter in period.quarters
    )


def counting(period: Period, books: Books) -> tuple[ExportNote, ...]:
    """The newest export of each expected system that tells of the period from its first day on."""
    systems = books.exports.systems
    return tuple(ExportNote(it.name, it.newest) for it in systems if it.newest and it.use.tells_of(period))


def figure_names(period: Period) -> set[str]:
    """Every figure a text of this period may name."""
    causes = {cause_of(name) for name in counts_of_causes(period)}
    categories = tuple(in_use(db.session.scalars(select(FigureCategory)).all(), period, causes))
    nothing = {name: settled(definition, None, None) for name, definition in definitions(categories).items()}
    return set(computed(nothing, fields_of(categories), causes_of(categories)))


def typed(entry: FigureEntry | None) -> Typed | None:
    if entry is None or entry.value is None:
        return None
    return Typed(entry.value, entry.entered_at.astimezone(VIETNAM).date())


def chosen(choice: FigureChoice | None) -> Chosen | None:
    if choice is None:
        return None
    by_whom = f"{choice.chosen_by.full_name} chọn lúc {moment(choice.chosen_at)}"
    return Chosen(choice.choice, f"{by_whom}, lý do: {choice.reason}")


def windows(entries: Mapping[str, FigureEntry], known: Mapping[str, Definition]) -> dict[str, Window]:
    """By group, the days its figures were counted over where these are not the period's own."""
    return {
        known[entry.name].group: entry.window for entry in entries.values() if entry.window and entry.value is not None
    }
