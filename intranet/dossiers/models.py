"""Dossiers, and the exports of the source systems they are derived from.

A batch's rows are stored while it is staged, in small transactions, and count from the moment the batch is published.
Of each source and code the row with the newest export date counts, of two of one day the one that has ended; over all
sources, what has ended goes before what has not, then the newest export, then the source's name (publishing.py).
So any order of files gives the same dossiers.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.accounts.models import Unit
from intranet.dossiers import lateness
from intranet.dossiers.export_day import DatedBy
from intranet.dossiers.import_models import ImportBatch, ImportFile, RejectedRow, Source, Stage
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.db import db

__all__ = [
    "DatedBy",
    "Dossier",
    "DossierState",
    "FieldUnit",
    "ImportBatch",
    "ImportFile",
    "RejectedRow",
    "Source",
    "SourceRow",
    "Stage",
]

# All that the figures of a period look at, so that counting them reads this index alone.
COUNTED_BY = (
    *("finished_on", "received_on", "status", "channel", "due_on", "paused_on", "field"),
    *("due_at", "finished_at", "unit_id"),
)
LONG_DAYS = 92  # no quarter is longer; the few dossiers that took more have an index of their own
TOOK_LONG_IN_SQLITE = f"julianday(finished_on) - julianday(received_on) > {LONG_DAYS}"
TOOK_LONG_IN_POSTGRES = f"finished_on - received_on > {LONG_DAYS}"
ENDED = "(status IN ('resolved', 'rejected')) = (finished_at IS NOT NULL)"


class SourceRow(db.Model):
    """A dossier as one file of one source tells it."""

    __tablename__ = "source_rows"
    __table_args__ = (
        CheckConstraint("code <> ''", name="has_code"),
        CheckConstraint(ENDED, name="ended_has_moment"),
        UniqueConstraint("batch_id", "code"),
        Index("ix_source_rows_code", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("dossier_sources.id"))
    exported_on: Mapped[date]
    row: Mapped[int]  # as Excel numbers it
    code: Mapped[str]
    procedure_code: Mapped[str]
    procedure_name: Mapped[str]
    field: Mapped[str]  # the field's slug, also where the catalogue does not know it
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    applicant: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel | None]
    status: Mapped[Status]
    received_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    received_on: Mapped[date]  # the days of these moments in Vietnam
    due_on: Mapped[date | None]
    paused_on: Mapped[date | None]
    finished_on: Mapped[date | None]


class Dossier(db.Model):
    """A dossier of the ward, once, whatever systems know it."""

    __tablename__ = "dossiers"
    __table_args__ = (
        CheckConstraint("code <> ''", name="has_code"),
        CheckConstraint(ENDED, name="ended_has_moment"),
        CheckConstraint("due_at IS NULL OR due_at >= received_at", name="due_after_received"),
        CheckConstraint("finished_at IS NULL OR finished_at >= received_at", name="finished_after_received"),
        Index("ix_dossiers_counted", *COUNTED_BY),
        # The unit stands last lest each row be looked up for who may see it.
        Index("ix_dossiers_received_on", "received_on", "id", "unit_id"),
        Index("ix_dossiers_due_on", "due_on", "id", "unit_id"),
        Index("ix_dossiers_status_due_on", "status", "due_on", "id", "unit_id"),
        Index("ix_dossiers_unit_id_received_on", "unit_id", "received_on", "id"),
        Index("ix_dossiers_field_received_on", "field", "received_on", "id", "unit_id"),
        Index("ix_dossiers_procedure_code_received_on", "procedure_code", "received_on", "id", "unit_id"),
        Index(
            "ix_dossiers_took_long",
            "finished_on",
            "received_on",
            sqlite_where=text(TOOK_LONG_IN_SQLITE),
            postgresql_where=text(TOOK_LONG_IN_POSTGRES),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    procedure_code: Mapped[str]
    procedure_name: Mapped[str]
    field: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    applicant: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel | None]
    status: Mapped[Status]
    received_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    received_on: Mapped[date]  # the days of these moments in Vietnam, by which figures count
    due_on: Mapped[date | None]
    paused_on: Mapped[date | None]
    finished_on: Mapped[date | None]
    source_id: Mapped[int] = mapped_column(ForeignKey("dossier_sources.id"))
    exported_on: Mapped[date]

    unit: Mapped[Unit | None] = relationship()
    source: Mapped[Source] = relationship()

    def late_at(self, moment: datetime) -> bool:
        """Whether it is late at a moment, by its events."""
        return lateness.late_at(self, moment)

    @property
    def has_ended_late(self) -> bool:
        return lateness.has_ended_late(self)

    def __str__(self) -> str:
        return self.code


class DossierState(db.Model):
    """How a dossier stood at the end of a quarter, as the first export after that day told it: states.py.

    Without a state it stood as its events say. A later export changes neither.
    """

    __tablename__ = "dossier_states"
    __table_args__ = (
        Index("ix_dossier_states_ends_on_due_on", "ends_on", "due_on", "is_paused"),
        {"sqlite_with_rowid": False},
    )

    code: Mapped[str] = mapped_column(primary_key=True)
    ends_on: Mapped[date] = mapped_column(primary_key=True)
    is_paused: Mapped[bool]
    due_at: Mapped[datetime | None]
    due_on: Mapped[date | None]


class FieldUnit(db.Model):
    """Which unit handles a field's dossiers where the export does not name one of ours."""

    __tablename__ = "field_units"
    __table_args__ = (UniqueConstraint("field"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    field: Mapped[str]
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    version: Mapped[int] = mapped_column(default=1)

    unit: Mapped[Unit] = relationship()

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}
