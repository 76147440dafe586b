"""The texts a report may cite: the register of legal texts, and the directives of the period and the year before."""

from datetime import timedelta
from functools import lru_cache

from sqlalchemy import select

from intranet.documents.models import Document, LegalReference
from intranet.figures.legal_notes import LegalNote, number_key
from intranet.figures.sources.source import KEPT, SourceRows
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records.approval import State

EARLIER = timedelta(days=366)


def references() -> tuple[LegalNote, ...]:
    """The register of legal texts."""
    rows = db.session.scalars(select(LegalReference).order_by(LegalReference.number))
    return tuple(
        LegalNote(
            row.kind,
            row.number,
            row.issuer,
            row.issued_on,
            row.summary,
            row.in_force_from,
            row.in_force_to,
            row.replaced_by,
        )
        for row in rows
    )


def directives(period: Period) -> tuple[LegalNote, ...]:
    """Documents on file that a report of this period may go by; of a number given twice, the later one."""
    return tuple(LegalNote(*row) for row in db.session.execute(asking_directives(period)))


@lru_cache(KEPT)
def asking_directives(period: Period) -> SourceRows:
    """Of a document only what is told of it, in the order of a note."""
    told = (Document.document_type, Document.symbol, Document.issuer, Document.issued_on, Document.summary)
    listing = select(Document).with_only_columns(*told, maintain_column_froms=True)
    within = Document.issued_on.between(period.start - EARLIER, period.end + EARLIER)
    return listing.where(Document.state != State.CANCELLED, within).order_by(Document.issued_on)


def legal_notes(period: Period | None) -> tuple[LegalNote, ...]:
    """All of them by number, each once; what the register says of a text goes before the entry of a directive."""
    known = references()
    numbers = {number_key(note.number) for note in known}
    others = {number_key(note.number): note for note in (directives(period) if period else ())}
    return (*known, *(note for key, note in others.items() if key not in numbers))
