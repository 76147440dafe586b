"""What a report can know: figures by name, and the records it tells one by one. Pure."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from intranet.categories.families import Cause
from intranet.figures.fact import Fact, Origin, Value, Window
from intranet.kernel.period import Period
from intranet.reports.legal_notes import LegalNote, legal_from
from intranet.reports.notes import (
    DocumentNote,
    InspectionNote,
    OverdueNote,
    ProcedureNote,
    ProposalNote,
    TrainingNote,
    cause_from,
    dated,
    inspection_from,
)


@dataclass(frozen=True)
class Office:
    """The office as its documents name it; a name of several lines is printed so."""

    name: str = ""
    superior: str = ""
    centre: str = ""
    place: str = ""
    address: str = ""
    addressee: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = ""
    report_symbol: str = "BC-UBND"
    signing_authority: str = ""
    signatory_post: str = ""
    signatory_name: str = ""

    @property
    def body_lines(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.name.splitlines() if line.strip())


@dataclass(frozen=True)
class Facts:
    """Everything one report says. `windows` holds, by group, the first and last day of figures counted otherwise.

    `fields` are slug and name, in the order of the office's list, as the causes are. `annexes` are the codes of the
    forms that go with the report, `legal` the texts it may cite. `earlier` are the periods that figures of the names
    previous.… and last_year.… tell of.
    """

    period: Period
    office: Office
    figures: Mapping[str, Fact]
    inspections: tuple[InspectionNote, ...] = ()
    documents: tuple[DocumentNote, ...] = ()
    trainings: tuple[TrainingNote, ...] = ()
    proposals: tuple[ProposalNote, ...] = ()
    procedures: tuple[ProcedureNote, ...] = ()
    overdue: tuple[OverdueNote, ...] = ()
    windows: Mapping[str, Window] = field(default_factory=dict)
    fields: tuple[tuple[str, str], ...] = ()
    causes: tuple[Cause, ...] = ()
    annexes: tuple[str, ...] = ()
    legal: tuple[LegalNote, ...] = ()
    earlier: Mapping[str, Period] = field(default_factory=dict)

    def value(self, name: str) -> Value:
        """The figure's value; None where it is missing or nothing has that name."""
        fact = self.figures.get(name)
        return fact.value if fact else None

    def are_zero(self, *names: str) -> bool:
        """Whether each of them is known to be 0; a missing one is not."""
        return all(self.value(name) == 0 for name in names)

    def above_zero(self, name: str) -> bool:
        return (self.value(name) or 0) > 0

    def are_equal(self, one: str, other: str) -> bool:
        """Whether both are known and the same."""
        return self.value(one) is not None and self.value(one) == self.value(other)

    def __hash__(self) -> int:
        """Enough to tell periods and their figures apart; whether two are the same, equality says."""
        return hash((self.period, self.office, *(fact.value for fact in self.figures.values())))

    def to_json(self) -> dict[str, Any]:
        """Plain values for a JSON column; `from_json` gives back equal facts."""
        told: dict[str, Any] = json.loads(json.dumps(self, default=as_plain))
        return told

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "Facts":
        """Facts as they were frozen; what reports did not know of at that time is empty."""

        def notes(of: str, note: Callable[..., Any]) -> tuple[Any, ...]:
            return tuple(note(**dated(one)) for one in plain.get(of, ()))

        return cls(
            period=Period(**plain["period"]),
            office=Office(**plain["office"] | {"recipients": tuple(plain["office"]["recipients"])}),
            figures={name: _fact(fact) for name, fact in plain["figures"].items()},
            inspections=tuple(inspection_from(note) for note in plain["inspections"]),
            documents=notes("documents", DocumentNote),
            trainings=notes("trainings", TrainingNote),
            proposals=notes("proposals", ProposalNote),
            procedures=notes("procedures", ProcedureNote),
            overdue=notes("overdue", OverdueNote),
            windows={group: (_day(first), _day(last)) for group, (first, last) in plain["windows"].items()},
            fields=tuple((slug, name) for slug, name in plain["fields"]),
            causes=tuple(cause_from(cause) for cause in plain["causes"]),
            annexes=tuple(plain.get("annexes", ())),
            legal=tuple(legal_from(note) for note in plain.get("legal", ())),
            earlier={side: Period(**period) for side, period in plain.get("earlier", {}).items()},
        )


_day = date.fromisoformat


def as_plain(thing: Any) -> Any:
    """Notes and the like as their fields, days and decimals as text."""
    return vars(thing) if is_dataclass(thing) else str(thing)


def _fact(plain: dict[str, Any]) -> Fact:
    value = plain["value"]
    typed: dict[str, Any] = {"value": Decimal(value) if isinstance(value, str) else value}
    return Fact(**plain | typed | {"origin": Origin(plain["origin"])})
