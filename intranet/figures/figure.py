"""One figure of a period as its page shows it: what it is, who typed it, and what stood a period before."""

from dataclasses import dataclass

from intranet.categories.catalogue import GROUP_LABELS, Definition
from intranet.figures.fact import Fact, Origin, Recorded
from intranet.figures.models import FigureChoice, FigureEntry


@dataclass(frozen=True)
class Before:
    """What stood a period earlier, to compare with."""

    label: str
    value: int


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, what counts and why, the entry that stands, what stood before, and what was chosen."""

    definition: Definition
    fact: Fact
    entry: FigureEntry | None
    before: Before | None
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
    def recorded(self) -> Recorded | None:
        """What records, or the quarters of a longer period, say; None where they say nothing."""
        return self.fact.recorded if self.fact.recorded and self.fact.recorded.value is not None else None

    @property
    def is_given(self) -> bool:
        """Whether records give it by now: then nobody types it, and what was typed does not count.

        What quarters come to may be typed over for the longer period.
        """
        return self.fact.origin is Origin.RECORDS

    @property
    def is_to_type(self) -> bool:
        """Whether it has what a person typed, or nothing unless a person types it."""
        return not self.is_given and (self.typed is not None or self.fact.value is None)

    @property
    def is_twofold(self) -> bool:
        """Whether one can choose: it was typed and records tell it, or these only begin to."""
        return self.recorded is not None and (self.typed is not None or not self.recorded.counts)

    @property
    def difference(self) -> int | None:
        """What records say beyond what was typed."""
        if self.recorded is None or self.typed is None:
            return None
        return int(self.recorded.value or 0) - self.typed

    @property
    def value(self) -> int | None:
        """What counts."""
        return None if self.fact.value is None else int(self.fact.value)

    @property
    def untyped_value(self) -> int | None:
        """What would count if nobody had typed it."""
        return int(self.recorded.value or 0) if self.recorded and self.recorded.counts else None
