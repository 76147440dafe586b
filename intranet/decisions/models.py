"""What people leave beside a report: what they last read of it, what they remark, what was decided on, what was signed.

None of it is what a decision decides on, so none of it is locked with the report.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.accounts.models import User
from intranet.kernel.db import db
from intranet.kernel.labels import Labelled
from intranet.reports.models import Report


class ReportVersion(db.Model):
    """What a report said when it was submitted. Decisions name it by its hash; it stays when the report is reopened."""

    __tablename__ = "report_versions"
    __table_args__ = (UniqueConstraint("report_id", "content_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    content_hash: Mapped[str] = mapped_column(String(64))
    submitted_at: Mapped[datetime]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    sections: Mapped[list[Any]] = mapped_column(JSON)
    print: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)  # empty as that of its report


class ReportReading(db.Model):
    """What one person last read of a report."""

    __tablename__ = "report_readings"
    __table_args__ = (UniqueConstraint("report_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    read_at: Mapped[datetime]
    content_hash: Mapped[str] = mapped_column(String(64))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)
    sections: Mapped[list[Any]] = mapped_column(JSON, deferred=True)


class ReportComment(db.Model):
    """A remark about a section, or about one paragraph as it was printed then; it waits until somebody settles it."""

    __tablename__ = "report_comments"
    __table_args__ = (
        CheckConstraint("text <> ''", name="has_text"),
        CheckConstraint("(resolved_by_id IS NULL) = (resolved_at IS NULL)", name="resolution_has_moment"),
        CheckConstraint("resolution = '' OR resolved_by_id IS NOT NULL", name="resolution_has_person"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    section_key: Mapped[str]
    excerpt: Mapped[str] = mapped_column(default="")  # the paragraph it is about; empty: the whole section
    text: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    resolved_at: Mapped[datetime | None]
    resolution: Mapped[str] = mapped_column(default="")

    report: Mapped[Report] = relationship()
    author: Mapped[User] = relationship(foreign_keys=author_id)
    resolved_by: Mapped[User | None] = relationship(foreign_keys=resolved_by_id)

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None


class Verdict(Labelled):
    MATCHES = "matches", "Khớp toàn bộ"
    DIFFERS = "differs", "Có chỗ khác bản đã duyệt"
    UNREADABLE = "unreadable", "Không đọc được chữ, cần đối chiếu bằng mắt"


class SignedCopy(db.Model):
    """The signed report as it was sent out. A newer one takes its place for a reason; the older ones are kept."""

    __tablename__ = "signed_copies"
    __table_args__ = (
        CheckConstraint("size > 0", name="is_not_empty"),
        CheckConstraint("name <> ''", name="has_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    content_hash: Mapped[str] = mapped_column(String(64))  # what was approved when it was attached
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    pages: Mapped[list[str]] = mapped_column(JSON, deferred=True)  # its text, page by page
    verdict: Mapped[Verdict]
    reason: Mapped[str] = mapped_column(default="")  # why it took the place of the one before
    added_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    added_at: Mapped[datetime]

    report: Mapped[Report] = relationship()
    added_by: Mapped[User] = relationship()
