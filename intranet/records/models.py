"""What every register shares: the record, its trail, its files."""

import hashlib
import json
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from intranet.accounts.models import Unit, User
from intranet.kernel.db import db
from intranet.kernel.search import sort_key
from intranet.kernel.workflow import Workflow
from intranet.records.approval import EDITABLE, State, approval


class Record(db.Model):
    """Whatever is drafted, submitted, approved, and reported on.

    A register is a subclass with its own table. It introduces itself by
    `label` (what it is called), `endpoint` (its page), `workflow`, `labels`
    (what its fields are called) and `content()` (what a decision decides on).
    """

    __tablename__ = "records"
    __table_args__: tuple[Any, ...] = (
        CheckConstraint("title <> ''", name="has_title"),
        CheckConstraint("(state = 'approved') = (approved_by_id IS NOT NULL)", name="approved_has_approver"),
        CheckConstraint("(approved_by_id IS NULL) = (approved_at IS NULL)", name="approved_has_moment"),
        CheckConstraint("approved_by_id <> author_id", name="author_is_not_approver"),
        Index("ix_records_kind_occurs_on", "kind", "occurs_on", "id"),
        Index("ix_records_kind_state_occurs_on", "kind", "state", "occurs_on", "id"),
        Index("ix_records_unit_kind_occurs_on", "unit_id", "kind", "occurs_on", "id"),
        Index("ix_records_state", "state", "unit_id", "author_id"),
        Index("ix_records_kind_sort_key", "kind", "sort_key", "id"),
        Index("ix_records_approved_at", "approved_at", "kind"),  # by the moment: no list is led by it
    )

    label: ClassVar[str]
    endpoint: ClassVar[str]
    workflow: ClassVar[Workflow] = approval()
    labels: ClassVar[dict[str, str]] = {}
    is_unit_work: ClassVar[bool] = True  # whether all officers of the author's unit see and write it

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    sort_key: Mapped[str] = mapped_column(default="")
    search: Mapped[str] = mapped_column(default="")
    state: Mapped[State] = mapped_column(default=State.DRAFT)
    occurs_on: Mapped[date]
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    created_at: Mapped[datetime]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    approved_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    unit: Mapped[Unit] = relationship(foreign_keys=unit_id)
    author: Mapped[User] = relationship(foreign_keys=author_id)
    approved_by: Mapped[User | None] = relationship(foreign_keys=approved_by_id)
    trail: Mapped[list["AuditEntry"]] = relationship(order_by="AuditEntry.id.desc()", back_populates="record")
    attachments: Mapped[list["Attachment"]] = relationship(order_by="Attachment.id", back_populates="record")

    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_on": "kind", "version_id_col": version}

    @validates("title")
    def _keep_sort_key(self, key: str, title: str) -> str:
        self.sort_key = sort_key(title)
        return title

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def is_approved(self) -> bool:
        return self.state is State.APPROVED

    @property
    def is_cancelled(self) -> bool:
        return self.state is State.CANCELLED

    @classmethod
    def needs_decision(cls) -> bool:
        """Whether this kind of record is approved at all; others are merely kept."""
        return any(step.target is State.APPROVED for step in cls.workflow.transitions)

    @property
    def is_draft_document(self) -> bool:
        """Documents printed from this record are marked as drafts until it is approved."""
        return not self.is_approved

    def is_shared_with(self, unit_id: int) -> bool:
        """Whether a unit that does not own the record may see it."""
        return False

    def search_text(self) -> str:
        """What a search for this record may hit."""
        return self.title

    def content(self) -> dict[str, Any]:
        """What a decision decides on, as JSON values; the same content gives the same fingerprint."""
        raise NotImplementedError

    def fingerprint(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        text = json.dumps(self.content(), ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def __str__(self) -> str:
        return self.title


class AuditEntry(db.Model):
    """One line of a record's history. Written once, never changed.

    `part` is the key of the part of the record it is about, such as item:12; empty where it is about the whole.
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        CheckConstraint("action NOT IN ('send_back', 'reopen', 'cancel') OR note <> ''", name="decision_has_reason"),
        CheckConstraint(
            "action NOT IN ('submit', 'approve', 'send_back', 'reopen') OR fingerprint <> ''",
            name="decision_names_content",
        ),
        Index("ix_audit_entries_action_at", "action", "at", "record_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("records.id"), index=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    action: Mapped[str]
    summary: Mapped[str]
    state: Mapped[State]
    note: Mapped[str] = mapped_column(default="")
    part: Mapped[str] = mapped_column(default="", server_default="")
    changes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    fingerprint: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]

    record: Mapped[Record] = relationship(back_populates="trail")
    actor: Mapped[User] = relationship()


class Attachment(db.Model):
    """A file that belongs to a record. Its bytes are read only when somebody opens it."""

    __tablename__ = "attachments"
    __table_args__ = (
        CheckConstraint("size > 0", name="is_not_empty"),
        CheckConstraint("name <> ''", name="has_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("records.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    added_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    added_at: Mapped[datetime]

    record: Mapped[Record] = relationship(back_populates="attachments")
    added_by: Mapped[User] = relationship()

    # A proof of what followed may join a locked record; no file of it is changed or removed.
    joins_locked: ClassVar[bool] = True

    @property
    def content_of(self) -> Record:
        return self.record

    def __str__(self) -> str:
        return self.name
