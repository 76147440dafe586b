"""The verbs about what imports go by: the systems, what was answered about them, who handles which field."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from intranet.accounts.models import Unit, User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import change_noted
from intranet.categories.families import Family
from intranet.categories.models import FigureCategory
from intranet.dossiers.coverage import proposed
from intranet.dossiers.models import Dossier, FieldUnit, Source, SourceRow
from intranet.dossiers.publishing import derive
from intranet.dossiers.remembered import Remembered
from intranet.kernel.db import db
from intranet.kernel.workflow import Reason, Refused

CHANGED, FORGOTTEN, ASSIGNED = "change_dossier_source", "forget_answers", "assign_field"
ANSWERED = "change_answers"
FORGET = ""  # what is chosen of an answer that is to be asked again
TAKEN = "Đã có hệ thống mang tên này. Hãy đặt tên khác."


def change(source: Source, values: dict[str, Any], answers: Mapping[str, str], actor: User) -> None:
    """Rename, expect or not, say since when it tells all, keep applicants or not, change or forget answers.

    What is no longer kept goes at once; without a day of its own the proposed one holds.
    """
    if db.session.scalar(select(Source.id).where(Source.name == values["name"], Source.id != source.id)):
        raise Refused(Reason(TAKEN, "name"))
    is_set = values["covers_from"] is not None and values["covers_from"] != proposed(source)
    covers_from = values["covers_from"] if is_set else proposed(source)
    change_noted(source, values | {"covers_from": covers_from}, actor, CHANGED)
    source.covers_is_set = is_set
    if not source.keeps_applicants:
        for model in (SourceRow, Dossier):
            named = (model.source_id == source.id, model.applicant != "")
            db.session.execute(update(model).where(*named).values(applicant=""))
    change_answers(source, answers, actor)


def change_answers(source: Source, chosen: Mapping[str, str], actor: User) -> None:
    """By the keys of the answers what each is now; what is not among its options stays as it is."""
    known = Remembered.from_json(source.known)
    answers = known.answers()
    forgotten = [it for it in answers if chosen.get(it.key) == FORGET]
    changed = [
        it for it in answers if chosen.get(it.key, it.value) not in (FORGET, it.value) and it.can_be(chosen[it.key])
    ]
    if not forgotten and not changed:
        return
    for it in changed:
        known = known.changed(it.key, chosen[it.key])
    sentences = {it.key: it.sentence for it in known.answers()}
    source.known = known.without([it.key for it in forgotten]).to_json()
    if forgotten:
        note_down(actor, FORGOTTEN, source, "; ".join(it.sentence for it in forgotten))
    if changed:
        note_down(actor, ANSWERED, source, "; ".join(f"{it.sentence} → {sentences[it.key]}" for it in changed))


def fields() -> dict[str, str]:
    """Every field one could assign: the office's, then those that only dossiers name; by slug."""
    of_office = select(FigureCategory.code, FigureCategory.label).where(FigureCategory.family == Family.FIELD)
    known = dict(db.session.execute(of_office.order_by(FigureCategory.position)).all())
    told = db.session.scalars(select(Dossier.field).where(Dossier.field != "").distinct().order_by(Dossier.field))
    return known | {slug: slug for slug in told if slug not in known}


def assigned() -> dict[str, FieldUnit]:
    return {it.field: it for it in db.session.scalars(select(FieldUnit))}


def assign(chosen: Mapping[str, Unit | None], actor: User) -> int:
    """Set which unit handles each field, None: nobody; its dossiers follow. How many fields were changed."""
    labels, present, changed = fields(), assigned(), []
    for field, unit in chosen.items():
        old = present.get(field)
        if (old.unit if old else None) is unit:
            continue
        changed.append(field)
        note_down(actor, ASSIGNED, labels[field], f"{old.unit if old else 'chưa có'} → {unit or 'chưa có'}")
        place(field, old, unit)
    if changed:
        db.session.flush()
        derive(select(SourceRow.code).where(SourceRow.field.in_(changed), SourceRow.unit_id.is_(None)))
    return len(changed)


def place(field: str, old: FieldUnit | None, unit: Unit | None) -> None:
    if old is None:
        db.session.add(FieldUnit(field=field, unit=unit))
    elif unit is None:
        db.session.delete(old)
    else:
        old.unit = unit
