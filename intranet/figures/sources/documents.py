"""Behind the figures of documents: what the ward issued within the period, and what it received."""

from sqlalchemy import select

from intranet.documents.models import Document
from intranet.documents.types import Direction
from intranet.figures.sources.source import Condition, RegisterMeasure, SourceLine, SourceListing, Subject
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.records.approval import State


def dated(period: Period) -> SourceListing:
    """Documents of either direction whose own date lies within the period."""
    within = Document.issued_on.between(period.start, period.end)
    return select(Document).where(Document.state != State.CANCELLED, within)


def is_issued(period: Period) -> Condition:
    return Document.direction == Direction.ISSUED


def of_document(document: Document) -> SourceLine:
    about = f" · {document.summary}" if document.summary else ""
    return SourceLine(document.title, document, f"ngày {date_text(document.issued_on)} · {document.issuer}{about}")


SUBJECT = Subject(
    "documents",
    "sổ văn bản",
    Document,
    {"documents.issued": RegisterMeasure(dated, of_document, is_issued)},
    kept=Document.direction == Direction.ISSUED,
)
