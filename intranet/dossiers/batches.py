"""What was imported: the list of batches, what one left out, and whether its file was imported before."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select, true
from sqlalchemy.orm import joinedload

from intranet.dossiers.filters import by_source, sources
from intranet.dossiers.models import ImportBatch, RejectedRow, Source, Stage
from intranet.kernel.db import db
from intranet.kernel.listing import Filter, ListColumn, Listing
from intranet.kernel.wordsearch import containing

IT = ImportBatch.__table__.c


def load(ids: Sequence[int]) -> Iterable[ImportBatch]:
    whole = (joinedload(ImportBatch.source), joinedload(ImportBatch.imported_by))
    return db.session.scalars(select(ImportBatch).where(ImportBatch.id.in_(ids)).options(*whole))


def every_source() -> Sequence[Source]:
    return db.session.scalars(select(Source).order_by(Source.name)).all()


BATCHES = Listing(
    key=IT.id,
    of=true(),
    columns=(
        ListColumn("imported", "Tệp", (IT.id,)),
        ListColumn("source", "Hệ thống"),
        ListColumn("exported", "Ngày kết xuất", (IT.exported_on, IT.id)),
        ListColumn("outcome", "Kết quả"),
        ListColumn("stage", "Trạng thái"),
    ),
    filters=(
        Filter("source", "Hệ thống", sources, by_source(IT.source_id)),
        Filter.among("stage", "Trạng thái", Stage, IT.stage),
    ),
    order="-imported",
    search=lambda typed: containing(IT.file_name, typed),
    load=load,
)


def rejected_rows(batch: ImportBatch, most: int | None = None) -> Sequence[RejectedRow]:
    """What a batch left out, in the file's order; the first of them where that is enough."""
    rows = select(RejectedRow).where(RejectedRow.batch_id == batch.id).order_by(RejectedRow.id)
    return db.session.scalars(rows.limit(most)).all()


def twin(batch: ImportBatch) -> ImportBatch | None:
    """The batch that imported this very file before."""
    same = (IT.source_id == batch.source_id, IT.sha256 == batch.sha256, IT.id != batch.id)
    found = select(ImportBatch).where(*same, ImportBatch.stage == Stage.PUBLISHED)
    return db.session.scalar(found.order_by(IT.id.desc()).limit(1))


def batch_before(batch: ImportBatch) -> ImportBatch | None:
    """The batch of the same system that was imported last before it."""
    earlier = (IT.source_id == batch.source_id, IT.id < batch.id, ImportBatch.stage == Stage.PUBLISHED)
    found = select(ImportBatch).where(*earlier).order_by(IT.exported_on.desc(), IT.id.desc())
    return db.session.scalar(found.limit(1))


def newest_exports() -> dict[int, date]:
    """By source, the day of the newest export that counts."""
    newest = select(IT.source_id, func.max(IT.exported_on)).where(ImportBatch.stage == Stage.PUBLISHED)
    return dict(db.session.execute(newest.group_by(IT.source_id)).all())
