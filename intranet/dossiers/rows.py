"""What a row of an export says, and what is to be said about it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from intranet.dossiers.vocabulary import Channel, Status

OF_THE_COLUMN = 0

# By what two rows of one day are told apart, the weightiest first; what is told goes before what is not.
CONTENT = (
    *("finished_at", "status", "due_at", "paused_at", "received_at", "channel"),
    *("procedure_code", "procedure_name", "field", "unit", "applicant"),
)


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A dossier as one row tells it, moments in UTC. `finished_at` stands exactly where the status is an ended one.

    `due_at` on a day without an hour is that day's last second. `channel` is None where the row does not tell it.
    """

    row: int
    code: str
    procedure_code: str
    procedure_name: str
    field: str
    unit: str
    channel: Channel | None
    status: Status
    received_at: datetime
    due_at: datetime | None
    paused_at: datetime | None
    finished_at: datetime | None
    applicant: str = ""
    sheet: str = ""

    @property
    def content(self) -> tuple[Any, ...]:
        """All it says of the dossier, wherever it stands."""
        return (
            self.code,
            self.procedure_code,
            self.procedure_name,
            self.field,
            self.unit,
            self.channel,
            self.status,
            self.received_at,
            self.due_at,
            self.paused_at,
            self.finished_at,
        )


@dataclass(frozen=True, slots=True)
class DossierRowError:
    """Why a row is not taken: its number as Excel shows it, the heading, what stands there, what to do, its sheet.

    The row OF_THE_COLUMN: no cell of the column can be read, which is said once.
    """

    row: int
    column: str
    value: str
    message: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is odd but taken: where it stands first, and in how many rows; row 0 is the file as a whole."""

    row: int
    column: str
    value: str
    message: str
    count: int = 1
    sheet: str = ""


def place_of(sheet: str, row: int) -> str:
    """Where something stands, as a person finds it."""
    return f"dòng {row} của trang “{sheet}”" if sheet else f"dòng {row}"
