"""What a report can know: figures by name, and the records it tells one by one. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from intranet.categories.families import Cause
from intranet.figures.fact import Fact, Value, Window, figures_to_plain
from intranet.figures.legal_notes import LegalNote
from intranet.figures.notes import (
    DocumentNote,
    ExportNote,
    InspectionNote,
    OverdueNote,
    ProcedureNote,
    ProposalNote,
    TrainingNote,
)
from intranet.kernel.period import Period
from intranet.kernel.plain import from_plain, to_plain

OF_EXPORTS = ("exports", "are_by_exports")
KINDS = ("phường", "đặc khu", "xã")  # in the order a name is looked through
DESK = "Bộ phận Một cửa"


@dataclass(frozen=True)
class PrintedOffice:
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
    kind: str = ""
    short_name: str = ""
    province: str = ""

    @property
    def called(self) -> str:
        """What a sentence calls it: phường, xã, đặc khu; by its name where nobody chose."""
        told = self.name.casefold()
        return self.kind or next((kind for kind in KINDS if kind in told), "đơn vị")

    @property
    def committee(self) -> str:
        """Its short name, else UBND phường; UBND alone where the kind is not known either."""
        if self.short_name:
            return self.short_name
        return "UBND" if self.called == "đơn vị" else f"UBND {self.called}"

    @property
    def desk(self) -> str:
        """Who receives dossiers: the centre by its name, else the one-stop unit every office has."""
        return self.centre or DESK

    @property
    def in_full(self) -> str:
        """Its name on one line and its province, as those who read of many offices tell it from others."""
        name = " ".join(self.body_lines)
        is_told = not self.province or self.province.casefold() in name.casefold()
        return name if is_told or not name else f"{name}, {self.province}"

    @property
    def body_lines(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.name.splitlines() if line.strip())


@dataclass(frozen=True)
class Facts:
    """Everything one report says. `windows` holds, by group, the first and last day of figures counted otherwise.

    `fields` are slug and name, in the order of the office's list, as the causes are. `annexes` are the codes of the
    forms that go with the report, `legal` the texts it may cite. `earlier` are the periods that figures of the names
    previous.… and last_year.… tell of. `exports` are those of the systems whose word counts for the period, and
    `are_by_exports` says whether the figures of dossiers are not typed ones instead.
    """

    period: Period
    office: PrintedOffice
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
    exports: tuple[ExportNote, ...] = ()
    are_by_exports: bool = False

    def value(self, name: str) -> Value:
        """The figure's value; None where it is missing or nothing has that name."""
        fact = self.figures.get(name)
        return fact.value if fact else None

    def are_zero(self, *names: str) -> bool:
        """Whether each of them is known to be 0; a missing one is not."""
        return all(self.value(name) == 0 for name in names)

    def above_zero(self, name: str) -> bool:
        return (self.value(name) or 0) > 0

    def know(self, *subjects: str) -> bool:
        """Whether any figure of these is known: of "proposals", or of "procedures.online_full" alone."""
        return any(
            fact.value is not None
            for name, fact in self.figures.items()
            if name in subjects or name.startswith(tuple(f"{subject}." for subject in subjects))
        )

    def are_equal(self, one: str, other: str) -> bool:
        """Whether both are known and the same."""
        return self.value(one) is not None and self.value(one) == self.value(other)

    def __hash__(self) -> int:
        """Enough to tell periods and their figures apart; whether two are the same, equality says."""
        return hash((self.period, self.office, *(fact.value for fact in self.figures.values())))

    def to_json(self) -> dict[str, Any]:
        """Plain values for a JSON column; `from_json` gives back equal facts."""
        plain: dict[str, Any] = to_plain(self)
        for name in OF_EXPORTS:  # left out where empty: what was kept before facts told of exports keeps its digest
            if not getattr(self, name):
                plain.pop(name, None)
        return plain | {"figures": figures_to_plain(self.figures)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Facts":
        """Facts as they were frozen; what reports did not know of at that time is empty. Unreadable if wrong."""
        causes = plain.get("causes", [])
        named = [with_names(cause) for cause in causes] if isinstance(causes, list) else causes
        return from_plain({**plain, "causes": named}, cls)


def with_names(cause: Any) -> Any:
    """A cause as it is frozen today: before causes had a side it was a list of its code and its label."""
    match cause:
        case [code, label]:
            return {"code": code, "label": label}
        case _:
            return cause
