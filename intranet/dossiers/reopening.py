"""Which dossiers an import would take back from ended to open: what a newer export ended, an older one reopens."""

from typing import Any

from sqlalchemy import func, select

from intranet.dossiers.models import Dossier, ImportBatch, SourceRow, Stage
from intranet.kernel.db import db

ROWS, DOSSIERS = SourceRow.__table__.c, Dossier.__table__.c


def reopened_by(batch: ImportBatch) -> int:
    """How many: those that only older exports of the same system have as ended, and this one has as open."""
    others = SourceRow.__table__.alias("others")
    published = select(ImportBatch.id).where(ImportBatch.stage == Stage.PUBLISHED)
    goes_before = (others.c.source_id != batch.source_id) | (others.c.exported_on >= batch.exported_on)
    is_ended_elsewhere: Any = (
        select(others.c.id)
        .where(others.c.code == ROWS.code, others.c.finished_at.is_not(None), others.c.batch_id != batch.id)
        .where(goes_before, others.c.batch_id.in_(published))
        .exists()
    )
    ended = select(func.count()).select_from(SourceRow.__table__.join(Dossier.__table__, DOSSIERS.code == ROWS.code))
    is_open = (ROWS.batch_id == batch.id, ROWS.finished_at.is_(None))
    counted = ended.where(*is_open, DOSSIERS.finished_at.is_not(None), ~is_ended_elsewhere, ~is_outdone(batch))
    return db.session.scalar(counted) or 0


def is_outdone(batch: ImportBatch) -> Any:
    """Whether a newer export of the same system tells of the dossier: then this one says nothing of it."""
    newer = SourceRow.__table__.alias("newer")
    published = select(ImportBatch.id).where(ImportBatch.stage == Stage.PUBLISHED)
    theirs = (newer.c.code == ROWS.code, newer.c.source_id == batch.source_id, newer.c.batch_id != batch.id)
    return (
        select(newer.c.id)
        .where(*theirs, newer.c.exported_on > batch.exported_on, newer.c.batch_id.in_(published))
        .exists()
    )
