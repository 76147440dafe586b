"""One figure of a period: what was typed, what records say, and which of the two the report takes."""

from dataclasses import dataclass

from intranet.figures.catalogue import GROUP_LABELS, Definition
from intranet.figures.given import Given, records_count
from intranet.figures.models import FigureChoice, FigureEntry, choice_of


@dataclass(frozen=True)
class Before:
    """What stood a period earlier, to compare with."""

    label: str
    value: int


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, the entry that stands, what stood before, what records say, and what was chosen."""

    definition: Definition
    entry: FigureEntry | None
    before: Before | None
    given: Given | None = None
    chosen: FigureChoice | None = None

    @property
    def name(self) -> str:
        return self.definition.name

    @property
    def about(self) -> str:
        """What its group is called, without which some labels say too little."""
        return GROUP_LABELS[self.definition.group]

    @property
    def typed(self) -> int | None:
        return self.entry.value if self.entry else None

    @property
    def is_given(self) -> bool:
        """Whether records give it by now: then nobody types it, and what was typed does not count."""
        choice, is_typed = choice_of(self.chosen), self.typed is not None
        return self.given is not None and records_count(self.given.is_in_use, False, is_typed, choice)

    @property
    def is_twofold(self) -> bool:
        """Whether one can choose: it was typed and records tell it, or these only begin to."""
        return self.given is not None and (self.typed is not None or not (self.given.is_in_use or self.given.fills))

    @property
    def difference(self) -> int | None:
        """What records say beyond what was typed."""
        return self.given.value - self.typed if self.given and self.typed is not None else None

    @property
    def value(self) -> int | None:
        """What the report takes."""
        return self.given.value if self.given and self.is_given else self.typed
