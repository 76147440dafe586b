"""The documents the sample quarter names: numbers and days are real, the summaries our words."""

from datetime import date

from intranet.accounts.models import Unit, User
from intranet.demo.reading import at, json_of
from intranet.documents import operations
from intranet.documents.types import Direction, DocumentType, Purpose


def record(units: dict[str, Unit], people: dict[str, User]) -> None:
    for told in json_of("documents.json"):
        values = {
            "direction": Direction(told["direction"]),
            "document_type": DocumentType(told["type"]),
            "purpose": Purpose(told["purpose"]),
            "issued_on": date.fromisoformat(told["issued_on"]),
            **{name: told[name] for name in ("symbol", "issuer", "summary")},
        }
        with at(told["at"]):
            operations.create(values, people[told["by"]])
