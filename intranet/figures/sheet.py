"""The figures of a period as its page shows them: in groups, each with what stands and what stood a period before."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby

from intranet.categories.catalogue import Definition, FigureGroup
from intranet.categories.families import Side
from intranet.figures.evidence_models import FigureEvidence
from intranet.figures.fact import Window
from intranet.figures.figure import Figure
from intranet.figures.models import FigureEntry
from intranet.figures.reaching import Reach
from intranet.kernel.labels import Labelled
from intranet.kernel.period import Period


def required(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those that people must type, because nobody keeps a register of them."""
    return tuple(figure for figure in figures if not figure.definition.kept)


class PartRank(Labelled):
    """In which order the groups of a page stand, and what is said over them."""

    REQUIRED = "required", "Cần nhập tay"
    WITHOUT_REGISTER = "without_register", "Chưa dùng sổ nên nhập tay được"
    GIVEN = "given", "Đã có nơi lấy số"


@dataclass(frozen=True)
class SheetRow:
    """A category's figures side by side."""

    label: str
    side: Side | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class SheetTable:
    """A family's figures: a row for each category, a column for each measure."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for row in self.rows for figure in row.figures)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(figure.name for figure in self.figures)

    @property
    def sections(self) -> list[tuple[str, list[SheetRow]]]:
        """The rows under what their side is called; fields have none."""
        return [(side.label if side else "", list(rows)) for side, rows in groupby(self.rows, lambda row: row.side)]


def save_of(entry: FigureEntry) -> tuple[datetime, int]:
    """What the entries of one save have in common."""
    return entry.entered_at, entry.entered_by_id


@dataclass(frozen=True)
class SheetPart:
    """A group of the page: single figures, then those of a family."""

    group: FigureGroup
    singles: tuple[Figure, ...]
    table: SheetTable | None
    evidence: FigureEvidence | None = None

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return (*self.singles, *(self.table.figures if self.table else ()))

    @property
    def inputs(self) -> tuple[Figure, ...]:
        """What people type here."""
        return tuple(figure for figure in self.figures if not figure.is_given)

    @cached_property
    def to_type(self) -> tuple[Figure, ...]:
        """The single figures that stand open; the others, which something else gives, are folded."""
        return tuple(figure for figure in self.singles if figure.is_to_type)

    @cached_property
    def folded(self) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.singles if not figure.is_to_type)

    @cached_property
    def is_table_open(self) -> bool:
        return bool(self.table and any(figure.is_to_type for figure in self.table.figures))

    @property
    def folded_count(self) -> int:
        in_table = 0 if self.table is None or self.is_table_open else len(self.table.figures)
        return len(self.folded) + in_table

    def is_wrong_below(self, errors: Collection[str]) -> bool:
        """Whether something that is folded could not be read; `errors` names the fields."""
        tabled = self.table.figures if self.table and not self.is_table_open else ()
        key = self.group.key
        of_group = () if self.to_type else (f"source.{key}", f"window.{key}.from", f"window.{key}.to")
        return not {figure.name for figure in (*self.folded, *tabled)}.union(of_group).isdisjoint(errors)

    @property
    def nouns(self) -> tuple[str, ...]:
        """What the records behind its figures are called, each once."""
        nouns = (figure.recorded.noun for figure in self.figures if figure.recorded)
        return tuple(dict.fromkeys(nouns))

    @property
    def rank(self) -> PartRank:
        """How much of it waits for a person."""
        open_ones = [figure for figure in self.figures if figure.is_to_type]
        if not open_ones:
            return PartRank.GIVEN
        return PartRank.REQUIRED if required(open_ones) else PartRank.WITHOUT_REGISTER

    @property
    def missing(self) -> int:
        return sum(figure.value is None for figure in required(self.figures))

    @property
    def is_complete(self) -> bool:
        return all(figure.value is not None for figure in self.figures)

    @property
    def register_is_unused(self) -> bool:
        """Whether figures here could come from a register that nobody uses yet, or not yet in this period."""
        return any(figure.definition.kept and not figure.is_given for figure in self.figures)

    @property
    def why(self) -> str:
        """Why nothing, or something all the same, is typed here that records could tell."""
        return next((figure.fact.why for figure in self.figures if figure.fact.why and not figure.chosen), "")

    @cached_property
    def usual(self) -> FigureEntry | None:
        """An entry of the save that most of the group came with: said once, not at each figure."""
        most = Counter(save_of(entry) for entry in self.entries).most_common(1)
        return next((entry for entry in self.entries if save_of(entry) == most[0][0]), None)

    @property
    def is_of_one_save(self) -> bool:
        return len({save_of(entry) for entry in self.entries}) < 2

    def is_usual(self, figure: Figure) -> bool:
        return bool(figure.entry and self.usual and save_of(figure.entry) == save_of(self.usual))

    @cached_property
    def entries(self) -> list[FigureEntry]:
        """The entries that stand, newest first."""
        entries = (figure.entry for figure in self.inputs if figure.entry)
        return sorted(entries, key=lambda entry: -entry.id)

    @property
    def window(self) -> Window | None:
        return next((entry.window for entry in self.entries if entry.window), None)

    @property
    def document(self) -> str:
        return next((entry.source_document for entry in self.entries if entry.source_document), "")


@dataclass(frozen=True)
class Sheet:
    period: Period
    parts: tuple[SheetPart, ...]
    definitions: Mapping[str, Definition]
    previous: Period | None
    next: Period | None
    reach: Reach

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for part in self.parts for figure in part.figures)

    @cached_property
    def ranks(self) -> dict[PartRank, list[SheetPart]]:
        """The groups as the page shows them: first those that wait for a person."""
        found = {rank: [part for part in self.parts if part.rank is rank] for rank in PartRank}
        return {rank: parts for rank, parts in found.items() if parts}

    @property
    def is_of_quarters(self) -> bool:
        return self.period.kind != "Q"

    def values_with(self, typed: Mapping[str, int | None]) -> dict[str, int | None]:
        """What would count with these typed; a figure typed by nobody has what its records say."""
        values = {figure.name: figure.value for figure in self.figures}
        for figure in self.inputs:
            value = typed.get(figure.name)
            values[figure.name] = figure.untyped_value if value is None else value
        return values

    @cached_property
    def asking(self) -> tuple[SheetPart, ...]:
        """The groups in which people type anything; all of the others is given by registers."""
        return tuple(part for part in self.parts if part.inputs)

    @cached_property
    def inputs(self) -> tuple[Figure, ...]:
        return tuple(figure for part in self.asking for figure in part.inputs)

    @cached_property
    def required(self) -> tuple[Figure, ...]:
        return required(self.figures)

    @cached_property
    def twofold(self) -> tuple[Figure, ...]:
        """The figures with two values, those that differ first."""
        found = (figure for figure in self.figures if figure.is_twofold)
        return tuple(sorted(found, key=lambda figure: not figure.difference))

    @property
    def filled(self) -> int:
        return sum(figure.value is not None for figure in self.required)

    @property
    def last(self) -> FigureEntry | None:
        """The newest entry."""
        entries = (figure.entry for figure in self.figures if figure.entry)
        return max(entries, key=lambda entry: entry.id, default=None)
