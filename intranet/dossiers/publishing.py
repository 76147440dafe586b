"""Publishing a batch, and taking it back: set-based, in one short transaction.

What a dossier is, and how it stood at the ends of quarters, follows from the published rows alone (models.py and
states.py say how), so both are the same: derive anew what the batch tells of.
"""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, delete, func, insert, or_, select

from intranet.dossiers.coverage import propose
from intranet.dossiers.models import Dossier, FieldUnit, ImportBatch, Source, SourceRow, Stage
from intranet.dossiers.precedence import FRESHEST
from intranet.dossiers.states import derive_states
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused

ROWS, DOSSIERS = SourceRow.__table__, Dossier.__table__
COPIED = (
    *("code", "procedure_code", "procedure_name", "field", "applicant", "channel", "status"),
    *("received_at", "due_at", "paused_at", "finished_at"),
    *("received_on", "due_on", "paused_on", "finished_on"),
    *("source_id", "exported_on"),
)
TOLD = tuple(name for name in (*COPIED, "unit_id") if name not in ("code", "source_id", "exported_on"))
PUBLISHED = ImportBatch.stage == Stage.PUBLISHED


def foresee(batch: ImportBatch) -> None:
    """Say of a batch whose rows are all stored what publishing it would do; it then awaits its confirmation."""
    batch.stage, batch.touched_at = Stage.STAGED, now()
    batch.created, batch.updated, batch.unchanged, batch.elsewhere = foreseen(batch)
    batch.first_received_on = db.session.scalar(select(func.min(ROWS.c.received_on)).where(ROWS.c.batch_id == batch.id))


def publish(batch: ImportBatch) -> None:
    """Let the staged rows count, a few statements whatever the size of the file."""
    if batch.stage is not Stage.STAGED:
        raise Refused("Đợt nhập này không còn chờ xác nhận. Hãy tải lại trang để xem trạng thái mới.")
    if is_outdated(batch):
        foresee(batch)
    batch.stage, batch.published_at, batch.touched_at = Stage.PUBLISHED, now(), now()
    db.session.flush()
    propose(batch.source)
    derive(codes_of(batch))
    derive_states(batch)


def is_outdated(batch: ImportBatch) -> bool:
    """Whether another batch was published or undone since this one's outcome was foreseen."""
    settled = ImportBatch.stage.in_((Stage.PUBLISHED, Stage.UNDONE))
    since = select(ImportBatch.id).where(settled, ImportBatch.touched_at >= batch.touched_at)
    return db.session.scalar(since.limit(1)) is not None


def undo(batch: ImportBatch) -> None:
    """Take the whole batch back, while no later one touched its rows."""
    if batch.stage is not Stage.PUBLISHED:
        raise Refused("Chỉ hoàn tác được đợt đã nhập.")
    if touched := later(batch):
        raise Refused(f"“{touched}” nhập sau đã cập nhật hồ sơ của đợt này. Hãy hoàn tác đợt ấy trước.")
    batch.stage, batch.touched_at = Stage.UNDONE, now()
    db.session.flush()
    propose(batch.source)
    derive(codes_of(batch))
    derive_states(batch)


def later(batch: ImportBatch) -> ImportBatch | None:
    """A batch published after this one that tells of one of its dossiers."""
    theirs = select(ROWS.c.id).where(ROWS.c.batch_id == ImportBatch.id, ROWS.c.code.in_(codes_of(batch))).exists()
    after = ImportBatch.published_at > batch.published_at
    found = select(ImportBatch).where(ImportBatch.stage == Stage.PUBLISHED, after, theirs)
    return db.session.scalar(found.order_by(ImportBatch.id).limit(1))


def codes_of(batch: ImportBatch) -> Any:
    return select(ROWS.c.code).where(ROWS.c.batch_id == batch.id)


def derive(codes: Any) -> None:
    """Make the dossiers of these codes what the published rows say; those nobody tells of any more go."""
    db.session.execute(delete(DOSSIERS).where(DOSSIERS.c.code.in_(codes)))
    db.session.execute(insert(DOSSIERS).from_select([*COPIED, "unit_id"], told_of(codes, PUBLISHED)))


class PublishingOutcome(NamedTuple):
    """What publishing a batch does: dossiers made, changed, left as they are; and, of all of them, how many another
    system has told of before."""

    created: int
    updated: int
    unchanged: int
    elsewhere: int


def foreseen(batch: ImportBatch) -> PublishingOutcome:
    """The outcome, by the very statement that will bring it about."""
    counting = or_(PUBLISHED, ImportBatch.id == batch.id)
    told = told_of(codes_of(batch).where(is_told_elsewhere(batch)), counting).subquery("future")
    is_new = DOSSIERS.c.id.is_(None)
    differs = or_(*(told.c[name].is_distinct_from(DOSSIERS.c[name]) for name in TOLD))
    others = select(ROWS.c.id).join(ImportBatch, ImportBatch.id == ROWS.c.batch_id)
    known = others.where(ROWS.c.code == told.c.code, ROWS.c.source_id != batch.source_id, PUBLISHED).exists()
    counted = select(
        func.count(), func.count().filter(is_new), func.count().filter(~is_new, differs), func.count().filter(known)
    ).select_from(told.outerjoin(DOSSIERS, DOSSIERS.c.code == told.c.code))
    count, created, updated, elsewhere = db.session.execute(counted).one()
    return PublishingOutcome(created + told_first(batch), updated, count - created - updated, elsewhere)


def is_told_elsewhere(batch: ImportBatch) -> ColumnElement[bool]:
    """Of a row, whether another batch that counts tells of the same code."""
    others = ROWS.alias("others")
    same = select(others.c.id).where(others.c.code == ROWS.c.code, others.c.batch_id != batch.id)
    return same.where(others.c.batch_id.in_(select(ImportBatch.id).where(PUBLISHED))).exists()


def told_first(batch: ImportBatch) -> int:
    """How many codes no other batch tells of: each is a new dossier, whatever else is asked."""
    first = select(func.count()).select_from(ROWS).where(ROWS.c.batch_id == batch.id, ~is_told_elsewhere(batch))
    return db.session.scalar(first) or 0


def told_of(codes: Any, counts: ColumnElement[bool]) -> Any:
    """One dossier for each of these codes that a row tells of, of the batches that count."""
    best = best_of(codes, counts).subquery("best")
    unit = func.coalesce(ROWS.c.unit_id, FieldUnit.unit_id).label("unit_id")
    told = select(*(ROWS.c[name] for name in COPIED), unit).join(best, best.c.id == ROWS.c.id)
    with_units = told.outerjoin(FieldUnit, FieldUnit.field == ROWS.c.field)
    return with_units.where(best.c.place == 1).order_by(ROWS.c.code)


def best_of(codes: Any, counts: ColumnElement[bool]) -> Any:
    """The freshest row of each source and code, and its place among those of its code. Ids alone are sorted."""
    newest = func.row_number().over(partition_by=(ROWS.c.source_id, ROWS.c.code), order_by=FRESHEST)
    names = ("id", "code", "source_id", "exported_on", "finished_at")
    aged = select(*(ROWS.c[name] for name in names), newest.label("age"))
    batches = select(ImportBatch.id).where(counts)
    rows = aged.where(ROWS.c.code.in_(codes), ROWS.c.batch_id.in_(batches)).subquery("rows")
    order = (rows.c.finished_at.is_(None), rows.c.exported_on.desc(), Source.name)
    place = func.row_number().over(partition_by=rows.c.code, order_by=order).label("place")
    return select(rows.c.id, place).join(Source, Source.id == rows.c.source_id).where(rows.c.age == 1)
