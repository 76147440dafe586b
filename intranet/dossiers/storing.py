"""From a file to a staged batch: its rows stored, its rejected ones named, and nothing counted yet."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import Office, Unit, User
from intranet.categories.families import Family
from intranet.categories.models import FigureCategory
from intranet.dossiers.codes import numbering_of
from intranet.dossiers.gathering import Known
from intranet.dossiers.importing import Import
from intranet.dossiers.models import DatedBy, Dossier, ImportBatch, RejectedRow, Source, SourceRow
from intranet.dossiers.offices import OwnNames
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.rows import ImportedRow
from intranet.kernel import bulk
from intranet.kernel.clock import now, today
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.received import file_name as as_seen
from intranet.kernel.search import fold, slug
from intranet.kernel.tables.cells import day_of, text_of
from intranet.kernel.workflow import Refused
from intranet.procedures.catalogue import Procedure

CHUNK = 5_000
LONGEST_VALUE, LONGEST_NAME = 500, 200
LOOKED_AT, FEWEST_OF = 200, 10  # the newest dossiers; at least a tenth of them


def source_named(name: str) -> Source:
    """The source of that name; an unknown one is made."""
    name = clean(name) or ""
    if not name:
        raise Refused("Hãy ghi tên hệ thống kết xuất tệp.")
    source = db.session.scalar(select(Source).where(Source.name == name))
    if source is None:
        source = Source(name=name, known=Remembered().to_json())
        db.session.add(source)
        db.session.flush()
    return source


def received(
    source: Source, data: bytes, file_name: str, actor: User | None, exported_on: date | None = None
) -> ImportBatch:
    """A batch for a file nobody has read yet; the day of its export, where a person tells it."""
    batch = ImportBatch(
        source=source,
        file_name=as_seen(file_name or "")[-LONGEST_NAME:],
        sha256=hashlib.sha256(data).hexdigest(),
        exported_on=exported_on or today(),
        dated_by=DatedBy.PERSON if exported_on else DatedBy.TODAY,
        imported_by=actor,
        imported_at=now(),
        touched_at=now(),
    )
    db.session.add(batch)
    db.session.flush()
    return batch


def what_is_known(
    source: Source,
    answers: Mapping[str, str] | None = None,
    exported_on: date | None = None,
    asks_nobody: bool = False,
) -> Known:
    """What the office knows when it reads a file of this source; `answers` were given about this file alone."""
    return Known(
        today(),
        Remembered.from_json(source.known),
        procedures=procedures() or None,
        fields=fields(),
        units=units(),
        keeps_applicants=source.keeps_applicants,
        answers=answers or {},
        exported_on=exported_on,
        own_names=own_names(),
        numberings=own_numberings(),
        asks_nobody=asks_nobody,
    )


@bulk.uncounted()
def store(batch: ImportBatch, found: Import, step: Callable[[], None] = db.session.flush) -> None:
    """Keep what was read as the batch's; `step` follows every few thousand rows."""
    if found.dated and batch.dated_by is not DatedBy.PERSON:
        batch.exported_on, batch.dated_by = found.dated.day, found.dated.dated_by
    batch.read, batch.rejected = found.read, len(found.rejected)
    step()
    for rows in chunks(values(found.rows, batch)):
        bulk.add(SourceRow.__table__, rows)
        batch.stored, batch.touched_at = batch.stored + len(rows), now()
        step()
    for rows in chunks(rejected(batch, found)):
        bulk.add(RejectedRow.__table__, rows)
        step()


def fields() -> set[str]:
    """The names of the office's fields, folded."""
    rows = select(FigureCategory.label).where(FigureCategory.family == Family.FIELD)
    return {fold(label) for label in db.session.scalars(rows)}


def procedures() -> set[str]:
    """The codes of the catalogue."""
    return set(db.session.scalars(select(Procedure.code)))


def units() -> dict[str, int]:
    """The office's units, by their folded names."""
    return {fold(name): key for key, name in db.session.execute(select(Unit.id, Unit.name))}


def own_names() -> OwnNames:
    """What the office and its units are called."""
    office = db.session.get(Office, 1)
    names = [" ".join(office.body_lines), office.short_name, office.centre] if office else []
    kind = office.kind.label if office and office.kind else ""
    return OwnNames.of(names, list(db.session.scalars(select(Unit.name))), kind)


def own_numberings() -> frozenset[tuple[str, ...]]:
    """Whose numbers the newest dossiers have; one that few of them have may be another office's."""
    codes = db.session.scalars(select(Dossier.code).order_by(Dossier.id.desc()).limit(LOOKED_AT)).all()
    counts = Counter(numbering for code in codes if (numbering := numbering_of(code)))
    return frozenset(numbering for numbering, count in counts.items() if count * FEWEST_OF >= counts.total())


def rejected(batch: ImportBatch, found: Import) -> Iterator[dict[str, Any]]:
    """Each with its errors; what is wrong with a whole column is told at the first row it rejects."""
    errors: dict[tuple[str, int], list[dict[str, str]]] = {}
    for it in found.errors:
        told = {"column": it.column, "value": it.value[:LONGEST_VALUE], "message": it.message}
        errors.setdefault((it.sheet, it.row), []).append(told)
    for (sheet, row), cells in found.rejected.items():
        texts = [text_of(cell)[:LONGEST_VALUE] for cell in cells]
        yield {"batch_id": batch.id, "sheet": sheet, "row": row, "cells": texts, "errors": errors.get((sheet, row), [])}


def values(rows: Iterable[ImportedRow], batch: ImportBatch) -> Iterator[dict[str, Any]]:
    """Rows as they are stored: the unit where it is one of ours, the field's slug, each moment's day in Vietnam."""
    of_batch = {"batch_id": batch.id, "source_id": batch.source_id, "exported_on": batch.exported_on}
    ours = units()
    slug_of, unit_of = cache(slug), cache(lambda name: ours.get(fold(name)))  # what rows repeat is understood once
    for it in rows:
        yield {
            **of_batch,
            "row": it.row,
            "code": it.code,
            "procedure_code": it.procedure_code,
            "procedure_name": it.procedure_name,
            "field": slug_of(it.field),
            "unit_id": unit_of(it.unit),
            "applicant": it.applicant,
            "channel": it.channel,
            "status": it.status,
            "received_at": it.received_at,
            "due_at": it.due_at,
            "paused_at": it.paused_at,
            "finished_at": it.finished_at,
            "received_on": day_of(it.received_at),
            "due_on": day(it.due_at),
            "paused_on": day(it.paused_at),
            "finished_on": day(it.finished_at),
        }


def day(moment: datetime | None) -> date | None:
    return day_of(moment) if moment else None


def chunks(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    waiting = iter(rows)
    while some := list(islice(waiting, CHUNK)):
        yield some
