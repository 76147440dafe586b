"""How dossiers stood at the ends of quarters: what the first export of each system after that day said of them.

Half-years, nine months and years end on the same days. The states follow from the published rows alone, whatever the
order they came in; a row that tells the dossier had ended by then, or came later, says nothing of how it stood.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Date, Select, and_, column, delete, func, insert, or_, select, tuple_, values

from intranet.dossiers.models import DossierState, ImportBatch, Source, SourceRow, Stage
from intranet.dossiers.precedence import TIES
from intranet.dossiers.standing import was_paused
from intranet.kernel.db import db
from intranet.kernel.listing import as_test
from intranet.kernel.period import Period

ROWS, BATCHES, STATES = SourceRow.__table__, ImportBatch.__table__, DossierState.__table__
NAMES = ("ends_on", "code", "is_paused", "due_at", "due_on")


def derive_states(batch: ImportBatch) -> None:
    """After a batch was published or taken back: the states that its coming or going can change, anew.

    It is its system's first export after the ends that lie between the export before it and itself. There it takes
    the place of the export after it, whose dossiers are therefore looked at, too.
    """
    others = select(ImportBatch.exported_on).where(
        ImportBatch.source_id == batch.source_id, ImportBatch.stage == Stage.PUBLISHED
    )
    before = db.session.scalar(
        others.where(ImportBatch.exported_on < batch.exported_on).order_by(ImportBatch.exported_on.desc()).limit(1)
    )
    after = db.session.scalar(
        others.where(ImportBatch.exported_on > batch.exported_on).order_by(ImportBatch.exported_on).limit(1)
    )
    days = [batch.exported_on, *([after] if after else [])]
    its_rows = select(BATCHES.c.id).where(
        BATCHES.c.source_id == batch.source_id,
        BATCHES.c.exported_on.in_(days),
        BATCHES.c.stage.in_((Stage.PUBLISHED, Stage.UNDONE)),
    )
    first = before or db.session.scalar(select(func.min(ROWS.c.received_on)).where(ROWS.c.batch_id.in_(its_rows)))
    ends = list(ends_between(first, batch.exported_on)) if first else []
    if ends:
        derive_anew(ends, ROWS.c.batch_id.in_(its_rows))


def ends_between(first: date, until: date) -> Iterator[date]:
    """The ends of quarters from a day on, before another day."""
    period = Period.containing(first)
    while period.end < until:
        yield period.end
        period = period.next


def derive_anew(ends: list[date], of: ColumnElement[bool]) -> None:
    """The states at these ends of every dossier that these rows have as open then."""
    at = values(column("ends_on", Date()), name="ends").data([(day,) for day in ends]).cte("ends")
    # As an outer join it reads the rows once and holds each against the ends; an inner one read them once for each end.
    rows_and_ends = ROWS.outerjoin(at, was_open(at.c.ends_on))
    is_open_at_one = as_test(at.c.ends_on.is_not(None))
    open_ones = select(at.c.ends_on, ROWS.c.code).select_from(rows_and_ends).where(of, is_open_at_one)
    touched = open_ones.distinct().cte("touched")
    gone = delete(STATES).where(tuple_(STATES.c.code, STATES.c.ends_on).in_(select(touched.c.code, touched.c.ends_on)))
    db.session.execute(gone)
    db.session.execute(insert(STATES).from_select(NAMES, told_of(touched, at)))


def was_open(day: Any) -> ColumnElement[bool]:
    """Whether a row tells that the dossier had come by the end of a day, and had not ended."""
    return and_(ROWS.c.received_on <= day, or_(ROWS.c.finished_on.is_(None), ROWS.c.finished_on > day))


def told_of(touched: CTE, at: CTE) -> Select[Any]:
    """Of each end and code the state that the row tells which goes before the others, as among dossiers themselves."""
    published = BATCHES.c.stage == Stage.PUBLISHED
    first = (
        select(at.c.ends_on, BATCHES.c.source_id, func.min(BATCHES.c.exported_on).label("exported_on"))
        .where(published, BATCHES.c.exported_on > at.c.ends_on)
        .group_by(at.c.ends_on, BATCHES.c.source_id)
        .cte("first_exports")
    )
    order = (ROWS.c.finished_at.is_(None), ROWS.c.exported_on.desc(), Source.name, *TIES)
    place = func.row_number().over(partition_by=(touched.c.ends_on, touched.c.code), order_by=order)
    its_first = and_(
        first.c.ends_on == touched.c.ends_on,
        first.c.source_id == ROWS.c.source_id,
        first.c.exported_on == ROWS.c.exported_on,
    )
    ranked = (
        select(touched.c.ends_on, ROWS.c.id, place.label("place"))
        .join_from(touched, ROWS, ROWS.c.code == touched.c.code)
        .join(BATCHES, BATCHES.c.id == ROWS.c.batch_id)
        .join(first, its_first)
        .join(Source, Source.id == ROWS.c.source_id)
        .where(published, was_open(touched.c.ends_on))
        .subquery("ranked")
    )
    paused = was_paused(ROWS.c, ranked.c.ends_on)
    told = select(ranked.c.ends_on, ROWS.c.code, paused, ROWS.c.due_at, ROWS.c.due_on)
    return told.join_from(ranked, ROWS, ROWS.c.id == ranked.c.id).where(ranked.c.place == 1)
