"""What proves the figures typed for a period: of each group a link, and files."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.accounts.models import User
from intranet.kernel.db import db


class FigureEvidence(db.Model):
    """The evidence of one group of figures of one period; the paper itself is named by each entry."""

    __tablename__ = "figure_evidence"
    __table_args__ = (
        UniqueConstraint("period_code", "group_key"),
        CheckConstraint("period_code <> '' AND group_key <> ''", name="names_its_group"),
    )

    labels: ClassVar[dict[str, str]] = {"link": "Đường dẫn"}

    id: Mapped[int] = mapped_column(primary_key=True)
    period_code: Mapped[str]
    group_key: Mapped[str]
    link: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)

    files: Mapped[list["EvidenceFile"]] = relationship(order_by="EvidenceFile.id", back_populates="evidence")

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.link or self.files)


class EvidenceFile(db.Model):
    """A file that proves a group of figures. Its bytes are read only when somebody opens it."""

    __tablename__ = "evidence_files"
    __table_args__ = (
        CheckConstraint("size > 0", name="is_not_empty"),
        CheckConstraint("name <> ''", name="has_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("figure_evidence.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    added_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    added_at: Mapped[datetime]

    evidence: Mapped[FigureEvidence] = relationship(back_populates="files")
    added_by: Mapped[User] = relationship()

    def __str__(self) -> str:
        return self.name
