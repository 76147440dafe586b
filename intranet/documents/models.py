"""Directive documents, issued by the ward and received from above."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from intranet.documents.types import Direction, DocumentType, Purpose
from intranet.kernel.formats import date_text
from intranet.records.approval import LOGGED
from intranet.records.models import Record


class Document(Record):
    """A document on file. Nobody approves the entry: whoever signed the document has decided."""

    __tablename__ = "documents"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "document"}
    __table_args__ = (
        CheckConstraint("symbol <> ''", name="has_symbol"),
        CheckConstraint("issuer <> ''", name="has_issuer"),
        Index("ix_documents_symbol", "symbol"),
        Index("ix_documents_issued_on", "issued_on"),
    )

    label = "Văn bản"
    endpoint = "documents.show"
    workflow = LOGGED
    labels: ClassVar[dict[str, str]] = {
        "title": "Tên văn bản",
        "direction": "Văn bản",
        "document_type": "Loại văn bản",
        "symbol": "Số, ký hiệu",
        "issuer": "Cơ quan ban hành",
        "issued_on": "Ngày ban hành",
        "summary": "Trích yếu",
        "purpose": "Dùng cho việc",
    }

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    direction: Mapped[Direction]
    document_type: Mapped[DocumentType]
    symbol: Mapped[str]
    issuer: Mapped[str]
    issued_on: Mapped[date]
    summary: Mapped[str] = mapped_column(default="")
    purpose: Mapped[Purpose]

    @property
    def citation(self) -> str:
        """The full form, as a document cites another the first time."""
        about = f" {self.summary}" if self.summary else ""
        return f"{self.title} ngày {date_text(self.issued_on)} của {self.issuer}{about}"

    def search_text(self) -> str:
        return " ".join((self.title, self.symbol.replace("/", " ").replace("-", " "), self.issuer, self.summary))

    def content(self) -> dict[str, Any]:
        return {name: str(getattr(self, name)) for name in self.labels}
