"""The verbs of the register of documents."""

from typing import Any

from intranet.accounts.models import User
from intranet.documents.models import Document
from intranet.records import operations as records


def create(values: dict[str, Any], actor: User) -> Document:
    """File a document of the actor's unit. `values`: the fields of `Document.labels`, all but the title."""
    document = Document(unit=actor.unit, occurs_on=values["issued_on"], title=titled(values), **values)
    return records.create(document, actor)


def change(document: Document, values: dict[str, Any], actor: User) -> None:
    """Set fields, and keep what the document is called and the day it counts for in step."""
    records.refuse_locked(document)
    document.occurs_on = values["issued_on"]
    records.change(document, values | {"title": titled(values)}, actor)


def titled(values: dict[str, Any]) -> str:
    """Kế hoạch số 53/KH-UBND"""
    return f"{values['document_type'].label} số {values['symbol']}"
