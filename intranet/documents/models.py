"""Directive documents, issued by the ward and received from above; the legal texts that reports cite."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intranet.documents.types import Direction, DocumentType, Purpose
from intranet.kernel.db import db
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


class LegalReference(db.Model):
    """A text that reports cite: from when to when it is in force, and what replaced it; kept as data by the office.

    `replaced_by` is the number of the text that took its place. Texts nobody held against the original yet are not
    `is_checked`.
    """

    __tablename__ = "legal_references"
    __table_args__ = (
        CheckConstraint("number <> ''", name="has_number"),
        CheckConstraint("issuer <> ''", name="has_issuer"),
        CheckConstraint("in_force_to >= in_force_from", name="ends_after_it_begins"),
        CheckConstraint("replaced_by = '' OR in_force_to IS NOT NULL", name="what_is_replaced_ends"),
        CheckConstraint("replaced_by <> number", name="replaced_by_another"),
        UniqueConstraint("number", "issuer"),
    )

    labels: ClassVar[dict[str, str]] = {
        "kind": "Loại văn bản",
        "number": "Số, ký hiệu",
        "issuer": "Cơ quan ban hành",
        "issued_on": "Ngày ban hành",
        "summary": "Trích yếu",
        "in_force_from": "Có hiệu lực từ ngày",
        "in_force_to": "Hiệu lực đến hết ngày",
        "replaced_by": "Được thay bằng",
        "is_checked": "Đã đối chiếu văn bản gốc",
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[DocumentType]
    number: Mapped[str]
    issuer: Mapped[str]
    issued_on: Mapped[date | None]
    summary: Mapped[str] = mapped_column(default="")
    in_force_from: Mapped[date | None]
    in_force_to: Mapped[date | None]
    replaced_by: Mapped[str] = mapped_column(default="")
    is_checked: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    def __str__(self) -> str:
        return f"{self.kind.label} số {self.number}"

    def is_in_force(self, day: date) -> bool:
        """Whether it is on that day, as far as its days are known."""
        return (self.in_force_from or day) <= day <= (self.in_force_to or day)
