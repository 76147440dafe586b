"""What waits for a person: a query on state, so that nothing can be forgotten in it."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import joinedload

from intranet.accounts.models import Role, User
from intranet.kernel.db import db
from intranet.records.approval import State
from intranet.records.models import Record

SHOWN = 50
COUNTED = 100  # the menu says "99+" from here on


@dataclass(frozen=True)
class Folder:
    """One list of the inbox: its newest `SHOWN` records and how many there are in all."""

    title: str
    empty: str
    records: list[Record]
    count: int


def to_decide(user: User) -> ColumnElement[bool]:
    return and_(Record.state == State.SUBMITTED, Record.author_id != user.id)


def mine(user: User, state: State) -> ColumnElement[bool]:
    """What this person has to work on: for an officer, the whole unit's."""
    whose = Record.author_id == user.id
    if user.role is Role.OFFICER:
        whose = or_(whose, and_(Record.unit_id == user.unit_id, Record.kind.in_(kinds(lambda it: it.is_unit_work))))
    decided = Record.kind.in_(kinds(lambda it: it.needs_decision()))
    # `IS TRUE`: few records are in one state, many are of one unit, so the state must lead to them.
    return and_(Record.state == state, and_(whose, decided).is_(true()))


def kinds(which: Callable[[type[Record]], bool]) -> list[str]:
    """The kinds of records for which this holds."""
    mappers = Record.__mapper__.self_and_descendants
    return [it.polymorphic_identity for it in mappers if it.polymorphic_identity and which(it.class_)]


def folders(user: User) -> list[Folder]:
    returned = folder(mine(user, State.RETURNED), "Bị trả lại", "Không có hồ sơ nào bị trả lại.")
    drafts = folder(mine(user, State.DRAFT), "Nháp của tôi", "Không có bản nháp nào.")
    if user.role is Role.DIRECTOR:
        return [folder(to_decide(user), "Chờ tôi duyệt", "Không có hồ sơ nào chờ duyệt."), returned, drafts]
    return [returned, drafts, folder(mine(user, State.SUBMITTED), "Đã trình", "Không có hồ sơ nào đang chờ duyệt.")]


def folder(which: ColumnElement[bool], title: str, empty: str) -> Folder:
    records = select(Record).where(which).options(joinedload(Record.author), joinedload(Record.unit))
    newest = db.session.scalars(records.order_by(Record.occurs_on.desc(), Record.id.desc()).limit(SHOWN)).all()
    return Folder(title, empty, list(newest), db.session.scalar(select(func.count(Record.id)).where(which)) or 0)


def waiting_for(user: User) -> int:
    """How many records wait for this person's own next step, counted up to COUNTED."""
    if user.role is Role.DIRECTOR:
        which = to_decide(user)
    elif user.role is Role.ADMINISTRATOR:
        return 0
    else:
        which = mine(user, State.RETURNED)
    some = select(Record.id).where(which).limit(COUNTED).subquery()
    return db.session.scalar(select(func.count()).select_from(some)) or 0
