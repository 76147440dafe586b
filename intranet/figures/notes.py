"""What a report tells one by one: the records of a period, each with the values its sentence needs. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ExportNote:
    """How far a system's exports reach whose word counts for the period: the day of the newest that was imported."""

    source: str
    newest: date


@dataclass(frozen=True)
class FindingNote:
    text: str
    severity: str
    unit: str
    remedy: str
    due_on: date
    state: str
    closed: bool


@dataclass(frozen=True)
class InspectionNote:
    """An inspection as the report tells it; kind, method and every state are labels."""

    id: int
    title: str
    kind: str
    method: str
    unit: str
    started_on: date
    ended_on: date
    basis: str = ""
    findings: tuple[FindingNote, ...] = ()


@dataclass(frozen=True)
class DocumentNote:
    """A directive as it is cited: Kế hoạch, 53/KH-UBND, its date, who issued it, what about; ours, or received."""

    kind: str
    symbol: str
    issued_on: date
    issuer: str = ""
    summary: str = ""
    is_issued: bool = True


@dataclass(frozen=True)
class TrainingNote:
    """A course; `mode` is a label, `hours` are those of the course."""

    title: str
    started_on: date
    ended_on: date
    participants: int | None = None
    mode: str = ""
    organiser: str = ""
    hours: int | None = None


@dataclass(frozen=True)
class ProposalNote:
    """A proposal made or approved in the period, about a TTHC or something else, by its name.

    Costs are those of a year in đồng; `stage` is how far it is, a label.
    """

    title: str
    about: str
    procedure: str
    measure: str
    unit: str
    stage: str
    is_business: bool
    is_approved: bool
    cost_before: int
    cost_after: int
    days_before: int
    days_after: int


@dataclass(frozen=True)
class ProcedureNote:
    """A quy trình nội bộ, or where `is_tthc` a TTHC nội bộ: in force, else in work."""

    name: str
    symbol: str
    is_tthc: bool
    is_in_force: bool
    effective_from: date | None = None


@dataclass(frozen=True)
class OverdueNote:
    """A late dossier by its code, never by a person; `cause` is the code of the main one, "" where it is not known.

    `field` is the slug of its field where the dossier's data tell it. The regulation's part is told where that is why.
    """

    code: str
    cause: str = ""
    is_explained: bool = False
    remedy: str = ""
    prevention: str = ""
    field: str = ""
    cause_text: str = ""
    regulation_procedure: str = ""
    regulation_text: str = ""
    regulation_obstacle: str = ""
