"""What is odd about a document, and asked about before it is filed."""

from typing import Any

from sqlalchemy import extract, select

from intranet.documents.models import Document
from intranet.documents.symbol import objections
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.workflow import Reason
from intranet.records.approval import State


def doubts(it: Any) -> tuple[Reason, ...]:
    """Of a document, or of what was typed about one: `it` has its fields, and its `id` where it is stored."""
    odd = [
        Reason(f"{sentence} Số, ký hiệu có đúng không?", "symbol")
        for sentence in objections(it.symbol, it.document_type)
    ]
    if it.issued_on > today():
        odd.append(Reason(f"Ngày ban hành {date_text(it.issued_on)} ở sau hôm nay. Ngày có đúng không?", "issued_on"))
    if twin := filed_already(it):
        odd.append(
            Reason(
                f"“{twin.title}” của {twin.issuer} trong năm này đã có trong sổ. Có phải một văn bản khác không?",
                "symbol",
            )
        )
    return tuple(odd)


def filed_already(it: Any) -> Document | None:
    """Another document with this symbol, issuer and year."""
    same = (
        Document.symbol == it.symbol,
        Document.issuer == it.issuer,
        extract("year", Document.issued_on) == it.issued_on.year,
        Document.state != State.CANCELLED,
        Document.id != (it.id or 0),
    )
    return db.session.scalar(select(Document).where(*same).limit(1))
