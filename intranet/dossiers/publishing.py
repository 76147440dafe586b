"""Publishing a batch, and taking it back: set-based, in one short transaction.

What a dossier is, and how it stood at the ends of quarters, follows from the published rows alone (models.py and
states.py say how). A batch that comes is held against the dossiers there are, and only what it changes is written;
after one that goes, its dossiers are derived anew. The two give the same.
"""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update

from intranet.dossiers.comparing import (
    BEFORE,
    COPIED,
    DIFFERS,
    IT,
    PUBLISHED,
    SAYS,
    TOLD,
    is_told_elsewhere,
    is_undecided,
    known_rows,
    rows_and_dossiers,
    takes_place,
)
from intranet.dossiers.coverage import propose
from intranet.dossiers.joining import join_spellings
from intranet.dossiers.models import Dossier, FieldUnit, ImportBatch, Source, SourceRow, Stage
from intranet.dossiers.precedence import FRESHEST
from intranet.dossiers.reopening import reopened_by
from intranet.dossiers.states import derive_states
from intranet.kernel import bulk
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused

ROWS, DOSSIERS = SourceRow.__table__, Dossier.__table__
NAMES = (*COPIED, "unit_id")


def foresee(batch: ImportBatch) -> None:
    """Say of a batch whose rows are all stored what publishing it would do; it then awaits its confirmation."""
    join_spellings(batch)
    batch.stage, batch.touched_at = Stage.STAGED, now()
    batch.reopened = reopened_by(batch)
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
    take_up(batch)
    derive_states(batch)


def take_up(batch: ImportBatch) -> None:
    """Bring the dossiers to what they are with this batch, whose outcome is foreseen."""
    if batch.updated or batch.unchanged:
        bring_up(undecided(batch))
        of_batch, takes = known_rows(batch), takes_place(batch)
        for says, those in ((SAYS, DIFFERS), ({name: SAYS[name] for name in ("source_id", "exported_on")}, ~DIFFERS)):
            db.session.execute(update(DOSSIERS).values(says).where(*of_batch, takes, those))
    if batch.created:
        its_dossier = select(BEFORE.id).where(IT.code == BEFORE.code).exists()
        first = select(*(SAYS[name] for name in NAMES)).where(IT.batch_id == batch.id, ~its_dossier)
        # Most indexes of dossiers follow the days of receipt: so each is written from one end to the other.
        db.session.execute(insert(DOSSIERS).from_select(NAMES, first.order_by(IT.received_on)))


def undecided(batch: ImportBatch) -> Any:
    return select(IT.code).where(*known_rows(batch), is_undecided(batch)).correlate(None)


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
    others = ROWS.alias("others")
    batches = select(ImportBatch.id).where(PUBLISHED)
    is_told = select(others.c.id).where(others.c.code == DOSSIERS.c.code, others.c.batch_id.in_(batches)).exists()
    db.session.execute(delete(DOSSIERS).where(DOSSIERS.c.code.in_(codes), ~is_told))
    bring_up(codes)


def bring_up(codes: Any) -> None:
    """The same of codes that published rows tell of. A dossier that is right already is not written again."""
    derived = bulk.upsert(DOSSIERS).from_select(NAMES, told_of(codes, PUBLISHED))
    said = {name: derived.excluded[name] for name in NAMES if name != "code"}
    differs = or_(*(value.is_distinct_from(DOSSIERS.c[name]) for name, value in said.items()))
    db.session.execute(derived.on_conflict_do_update(index_elements=["code"], set_=said, where=differs))


class PublishingOutcome(NamedTuple):
    """What publishing a batch does: dossiers made, changed, left as they are; and, of all of them, how many another
    system has told of before."""

    created: int
    updated: int
    unchanged: int
    elsewhere: int


def foreseen(batch: ImportBatch) -> PublishingOutcome:
    """The outcome, by the very conditions that will bring it about."""
    is_new = BEFORE.id.is_(None)
    counts = (
        func.count(),
        func.count().filter(is_new),
        func.count().filter(takes_place(batch), DIFFERS),
        func.count().filter(~is_new, is_undecided(batch)),
        func.count().filter(~is_new, is_told_elsewhere(batch)),
    )
    counted = select(*counts).select_from(rows_and_dossiers()).where(IT.batch_id == batch.id)
    count, created, updated, left, elsewhere = db.session.execute(counted).one()
    if left:
        updated += changed_among(undecided(batch), batch)
    return PublishingOutcome(created, updated, count - created - updated, elsewhere)


def changed_among(codes: Any, batch: ImportBatch) -> int:
    """How many dossiers of these codes would change, if the batch counted."""
    told = told_of(codes, or_(PUBLISHED, ImportBatch.id == batch.id)).subquery("future")
    differs = or_(*(told.c[name].is_distinct_from(DOSSIERS.c[name]) for name in TOLD))
    changed = select(func.count()).select_from(told.join(DOSSIERS, DOSSIERS.c.code == told.c.code))
    return db.session.scalar(changed.where(differs)) or 0


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
