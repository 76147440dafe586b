"""From which day each register is in use: the proposed day, or the one the controller set."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, select

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.figures.models import RegisterUse
from intranet.figures.sources import catalogue
from intranet.figures.sources.registry import SUBJECTS
from intranet.figures.sources.source import Subject
from intranet.kernel.db import db
from intranet.kernel.formats import shown
from intranet.kernel.use import Use, register_used_from
from intranet.records.approval import State
from intranet.records.models import Record

CHANGED = "change_register_use"
# The registers by their key, as pages name them.
LABELS: Mapping[str, str] = {subject.key: subject.label for subject in SUBJECTS} | {catalogue.KEY: catalogue.LABEL}


def uses() -> dict[str, Use]:
    """By key, from which day each register is in use."""
    set_days = dict(db.session.execute(select(RegisterUse.register, RegisterUse.used_from)).all())
    return {key: use_of(earliest, set_days.get(key)) for key, earliest in earliest_days().items()}


def use_of(earliest: date | None, set_day: date | None) -> Use:
    if set_day:
        return Use(set_day, is_set=True)
    return Use(register_used_from(earliest) if earliest else None)


def earliest_days() -> dict[str, date | None]:
    """By key, the day of each register's earliest record; None where it has none. One query."""
    return dict(zip(LABELS, db.session.execute(asking_earliest_days()).one(), strict=True))


@cache
def asking_earliest_days() -> Select[Any]:
    columns = [earliest_of(subject).label(subject.key) for subject in SUBJECTS]
    return select(*columns, catalogue.first_day().label(catalogue.KEY))


def earliest_of(subject: Subject) -> Any:
    """The first of an index that is not cancelled, and not the least of all."""
    model = subject.model
    kept = select(subject.since).select_from(model).where(model.state != State.CANCELLED, subject.kept)
    if subject.since.table is Record.__table__:
        kept = kept.where(Record.kind == model.__mapper_args__["polymorphic_identity"])
    return kept.order_by(subject.since).limit(1).scalar_subquery()


def row_of(key: str) -> RegisterUse | None:
    return db.session.scalar(select(RegisterUse).where(RegisterUse.register == key))


def set_use(key: str, used_from: date | None, actor: User) -> None:
    """Say from which day a register is in use; None: the proposed day."""
    row = row_of(key)
    before = row.used_from if row else None
    if used_from == before:
        return
    if row is None:
        row = RegisterUse(register=key)
        db.session.add(row)
    row.used_from = used_from
    note_down(actor, CHANGED, LABELS[key], f"Dùng từ ngày: {shown(before)} → {shown(used_from)}")
