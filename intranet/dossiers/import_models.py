"""The systems that export dossiers, and the files imported from them."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.accounts.models import User
from intranet.dossiers.export_day import DatedBy
from intranet.kernel.db import db
from intranet.kernel.labels import Labelled


class Stage(Labelled):
    """How far an import has come."""

    STAGING = "staging", "Đang đọc"
    ASKING = "asking", "Chờ trả lời"
    STAGED = "staged", "Chờ xác nhận"
    PUBLISHED = "published", "Đã nhập"
    UNDONE = "undone", "Đã hoàn tác"
    DISCARDED = "discarded", "Đã bỏ"
    FAILED = "failed", "Không đọc được"


class Source(db.Model):
    """A system that exports dossiers; `known` is what was answered about its columns and words (remembered.py)."""

    __tablename__ = "dossier_sources"
    __table_args__ = (CheckConstraint("name <> ''", name="has_name"),)

    labels: ClassVar[dict[str, str]] = {
        "name": "Tên",
        "is_expected": "Số liệu chờ tệp của hệ thống này",
        "covers_from": "Đủ hồ sơ từ ngày",
        "keeps_applicants": "Lưu tên người nộp",
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    known: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    is_expected: Mapped[bool] = mapped_column(default=True)  # whether figures wait for its export
    covers_from: Mapped[
        date | None
    ]  # from this day on its exports tell all; set by a person, or proposed (coverage.py)
    covers_is_set: Mapped[bool] = mapped_column(default=False)
    keeps_applicants: Mapped[bool] = mapped_column(default=False)  # whose names only the handling unit sees
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    def __str__(self) -> str:
        return self.name


class ImportBatch(db.Model):
    """One file of one source: what was read from it, and whether it counts."""

    __tablename__ = "import_batches"
    __table_args__ = (
        CheckConstraint("file_name <> ''", name="has_file_name"),
        CheckConstraint("(stage IN ('published', 'undone')) = (published_at IS NOT NULL)", name="published_has_moment"),
        Index("ix_import_batches_source_id_exported_on", "source_id", "exported_on", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("dossier_sources.id"))
    file_name: Mapped[str]
    sha256: Mapped[str]
    exported_on: Mapped[date]
    dated_by: Mapped[DatedBy]
    stage: Mapped[Stage] = mapped_column(default=Stage.STAGING)
    read: Mapped[int] = mapped_column(default=0)
    created: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    elsewhere: Mapped[int] = mapped_column(default=0)  # codes another system had already
    first_received_on: Mapped[date | None]  # the earliest receipt it tells of
    rejected: Mapped[int] = mapped_column(default=0)
    stored: Mapped[int] = mapped_column(default=0)  # rows staged so far, of those read
    told: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # what reading it brought up: brought_up.py
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # given about this file alone: questions.py
    reopened: Mapped[int] = mapped_column(default=0)  # dossiers it takes back from ended to open
    compared: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)  # its system's own totals: control_totals.py
    problem: Mapped[str] = mapped_column(default="")  # why it could not be read
    touched_at: Mapped[datetime]  # when the reading last came forward
    imported_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    imported_at: Mapped[datetime]
    published_at: Mapped[datetime | None]

    source: Mapped[Source] = relationship()
    imported_by: Mapped[User | None] = relationship()

    def __str__(self) -> str:
        return self.file_name


class ImportFile(db.Model):
    """The file itself, until it is certain what it says: it may name applicants, so it is not kept any longer."""

    __tablename__ = "import_files"

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"), primary_key=True)
    content: Mapped[bytes]


class RejectedRow(db.Model):
    """A row that could not be taken: its cells but for the applicant's, and what is to be mended in which column."""

    __tablename__ = "rejected_rows"
    __table_args__ = (Index("ix_rejected_rows_batch_id", "batch_id", "row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"))
    sheet: Mapped[str] = mapped_column(default="")
    row: Mapped[int]  # as Excel numbers it
    cells: Mapped[list[str]] = mapped_column(JSON)
    errors: Mapped[list[dict[str, str]]] = mapped_column(JSON)  # column, value, message
