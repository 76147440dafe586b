"""What the province and the ward decided, as the sample report cites it: numbers and days are real, to be checked.

Whose a text is follows from its number and day where the report does not say.
"""

from datetime import date

from intranet.accounts.models import Unit, User
from intranet.demo.reading import at, json_of
from intranet.documents import legal_operations as operations
from intranet.documents.types import DocumentType

KEPT = "2025-12-16 09:15"
UNKNOWN = {"in_force_from": None, "in_force_to": None, "replaced_by": "", "is_checked": False}


def record(units: dict[str, Unit], people: dict[str, User]) -> None:
    """Each text added; one that the register has since it was sown there is told anew."""
    sown = {reference.number: reference for reference in operations.references()}
    with at(KEPT):
        for told in json_of("legal_texts.json"):
            values = (
                told
                | UNKNOWN
                | {
                    "kind": DocumentType(told["kind"]),
                    "issued_on": date.fromisoformat(told["issued_on"]),
                }
            )
            if told["number"] in sown:
                operations.change(sown[told["number"]], values, people["kiem-soat"])
            else:
                operations.create(values, people["kiem-soat"])
