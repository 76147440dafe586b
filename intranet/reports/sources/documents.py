"""Behind the figures of documents: what the ward issued within the period, and what it received."""

from sqlalchemy import select

from intranet.documents.models import Document
from intranet.documents.types import Direction
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.reports.sources.source import Line, Listing, Source


def issued(period: Period) -> Listing:
    return dated(period).where(Document.direction == Direction.ISSUED)


def dated(period: Period) -> Listing:
    """Documents of either direction whose own date lies within the period."""
    within = Document.issued_on.between(period.start, period.end)
    return select(Document).where(Document.state != State.CANCELLED, within)


def of_document(document: Document) -> Line:
    about = f" · {document.summary}" if document.summary else ""
    return Line(document.title, document, f"ngày {date_text(document.issued_on)} · {document.issuer}{about}")


SOURCES = {"documents.issued": Source(Document, issued, of_document)}
