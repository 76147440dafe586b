"""How the rows of a batch stand to the dossiers there are, told without looking at all other rows of the same codes.

A dossier is what one row says, the one that goes before all others of its code (models.py has the order). So a row
that is new to its code is the dossier; one that surely goes before the dossier's own row takes its place; one that
surely does not changes nothing. Only of what is left must every row be looked at again (publishing.py).
"""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, not_, or_, select

from intranet.dossiers.models import Dossier, FieldUnit, ImportBatch, Source, SourceRow, Stage

ROWS, DOSSIERS = SourceRow.__table__, Dossier.__table__
OF_BATCH = ROWS.alias("of_batch")
COPIED = (
    *("code", "procedure_code", "procedure_name", "field", "applicant", "channel", "status"),
    *("received_at", "due_at", "paused_at", "finished_at"),
    *("received_on", "due_on", "paused_on", "finished_on"),
    *("source_id", "exported_on"),
)
TOLD = tuple(name for name in (*COPIED, "unit_id") if name not in ("code", "source_id", "exported_on"))
PUBLISHED = ImportBatch.stage == Stage.PUBLISHED
Condition = ColumnElement[bool]

IT, BEFORE = OF_BATCH.c, DOSSIERS.c
UNIT_OF_FIELD = select(FieldUnit.unit_id).where(FieldUnit.field == IT.field).correlate(OF_BATCH).scalar_subquery()
UNIT = func.coalesce(IT.unit_id, UNIT_OF_FIELD)
SAYS = {name: IT[name] for name in COPIED} | {"unit_id": UNIT}
DIFFERS = or_(*(SAYS[name].is_distinct_from(BEFORE[name]) for name in TOLD))

IS_SAME_SYSTEM = IT.source_id == BEFORE.source_id
IS_LATER, IS_SAME_DAY = IT.exported_on > BEFORE.exported_on, IT.exported_on == BEFORE.exported_on
HAS_ENDED, HAD_ENDED = IT.finished_at.is_not(None), BEFORE.finished_at.is_not(None)


def known_rows(batch: ImportBatch) -> tuple[Condition, Condition]:
    """That a row is the batch's and that of a dossier."""
    return IT.batch_id == batch.id, IT.code == BEFORE.code


def rows_and_dossiers() -> FromClause:
    """Every row beside its dossier, where there is one."""
    return OF_BATCH.outerjoin(DOSSIERS, IT.code == BEFORE.code)


def takes_place(batch: ImportBatch) -> Condition:
    """Whether the row surely becomes its dossier."""
    not_reopened = or_(HAS_ENDED, ~HAD_ENDED)
    return or_(
        and_(IS_SAME_SYSTEM, IS_LATER, not_reopened),
        and_(~IS_SAME_SYSTEM, goes_before(batch), ~is_not_the_newest(batch)),
    )


def is_undecided(batch: ImportBatch) -> Condition:
    """Whether it takes all rows of the code to say what becomes of its dossier."""
    return or_(
        and_(IS_SAME_SYSTEM, IS_LATER, ~HAS_ENDED, HAD_ENDED),
        and_(IS_SAME_SYSTEM, IS_SAME_DAY, DIFFERS),
        and_(~IS_SAME_SYSTEM, goes_before(batch), is_not_the_newest(batch)),
    )


def goes_before(batch: ImportBatch) -> Condition:
    """Whether a row goes before the dossier's own, that of another system: ended, then newer, then by the name."""
    further_on = select(Source.id).where(Source.name > batch.source.name)
    by_name = and_(IS_SAME_DAY, BEFORE.source_id.in_(further_on))
    return or_(and_(HAS_ENDED, ~HAD_ENDED), and_(HAS_ENDED == HAD_ENDED, or_(IS_LATER, by_name)))


def is_not_the_newest(batch: ImportBatch) -> Condition:
    """Whether the row's own system has told of the code on the same day or later."""
    later = others(batch).where(ROWS.c.source_id == batch.source_id, ROWS.c.exported_on >= IT.exported_on)
    return later.exists()


def is_told_elsewhere(batch: ImportBatch) -> Condition:
    """Whether another system has told of the row's dossier."""
    any_other = select(ImportBatch.id).where(PUBLISHED, ImportBatch.source_id != batch.source_id).correlate(None)
    of_another = others(batch).where(ROWS.c.source_id != batch.source_id).exists()
    return and_(any_other.exists(), or_(not_(IS_SAME_SYSTEM), of_another))


def others(batch: ImportBatch) -> Select[Any]:
    """The rows of other batches that count, of the same code."""
    counting = select(ImportBatch.id).where(PUBLISHED).correlate(None)
    same = select(ROWS.c.id).where(ROWS.c.code == IT.code, ROWS.c.batch_id != batch.id, ROWS.c.batch_id.in_(counting))
    return same.correlate(OF_BATCH)
