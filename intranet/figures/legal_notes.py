"""The texts a report may cite, as the register tells them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from intranet.documents.types import DocumentType


@dataclass(frozen=True)
class LegalNote:
    """A text by its number: what it is, whose, of when, how long in force; `replaced_by` is a number."""

    kind: DocumentType
    number: str
    issuer: str
    issued_on: date | None = None
    summary: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaced_by: str = ""

    @property
    def short(self) -> str:
        """As it is cited again: Nghị định số 118/2025/NĐ-CP."""
        return f"{self.kind.label} số {self.number}"


def number_key(number: str) -> str:
    """A number as it is compared: 05/2025/TT-VPCP and 5/2025/tt-vpcp are one, NĐ and ND as well."""
    return number.replace(" ", "").lstrip("0").casefold().replace("đ", "d")


def cited_as(number: str, kind: str, known: Mapping[str, LegalNote]) -> LegalNote | None:
    """The text of a number; of one cited by number and year alone, "Nghị định 118/2025", the only one of its kind."""
    key = number_key(number)
    alike = [note for other, note in known.items() if other.startswith(f"{key}/") and note.kind.label == kind]
    return known.get(key) or (alike[0] if len(alike) == 1 else None)
