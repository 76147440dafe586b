"""Which remedies a person looks after: sorted by due date, counted in the database."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, true
from sqlalchemy.orm import contains_eager, joinedload

from intranet.accounts.models import Role, User
from intranet.inspections.models import Finding, Inspection, InspectionItem
from intranet.inspections.workflow import Remedy, is_past
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.labels import Labelled
from intranet.records.approval import State
from intranet.records.models import Record

ON_A_PAGE = 25
NEWEST = 5


class Shelf(Labelled):
    """How the list is cut; the first three are what still needs somebody."""

    UNFINISHED = "unfinished", "Chưa xong"
    OVERDUE = "overdue", "Quá hạn"
    REPORTED = "reported", "Chờ xác nhận"
    VERIFIED = "verified", "Đã khắc phục"


@dataclass(frozen=True)
class ShelfPage:
    """One page of a shelf, and how many remedies lie on each shelf that still needs somebody."""

    shelf: Shelf
    findings: list[Finding]
    total: int
    page: int
    pages: int
    counts: dict[Shelf, int]


def listing(user: User, shelf: Shelf, number: int) -> ShelfPage:
    """The page `number` of a shelf, from 1; the last one where there are fewer."""
    counts = shelf_counts(user)
    total = counts[shelf] if shelf in counts else count(looked_after(user), on(shelf))
    pages = max(1, -(-total // ON_A_PAGE))
    number = min(max(number, 1), pages)
    order = Finding.due_on.desc() if shelf is Shelf.VERIFIED else Finding.due_on
    rows = findings(user, shelf).order_by(order, Finding.id).limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)
    return ShelfPage(shelf, list(db.session.scalars(rows)), total, number, pages, counts)


def overdue_remedies(user: User) -> tuple[int, list[Finding]]:
    """How many remedies this person looks after are late, and the few that are late longest."""
    rows = findings(user, Shelf.OVERDUE).order_by(Finding.due_on, Finding.id).limit(NEWEST)
    return count(looked_after(user), on(Shelf.OVERDUE)), list(db.session.scalars(rows))


def looked_after(user: User) -> ColumnElement[bool]:
    """Those the own unit has to remedy, for an officer; all, for those who oversee them."""
    return Finding.responsible_unit_id == user.unit_id if user.role is Role.OFFICER else true()


def on(shelf: Shelf) -> ColumnElement[bool]:
    unfinished = Finding.state.in_((Remedy.OPEN, Remedy.REPORTED, Remedy.RETURNED))
    match shelf:
        case Shelf.UNFINISHED:
            return unfinished
        case Shelf.OVERDUE:
            return and_(unfinished, is_past(Finding.due_on, today()))
        case Shelf.REPORTED:
            return Finding.state == Remedy.REPORTED
    return Finding.state == Remedy.VERIFIED


def in_force(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Only findings of approved inspections; the query begins at `Finding`."""
    approved = query.join(Finding.item).join(Record, Record.id == InspectionItem.inspection_id)
    return approved.where(Record.state == State.APPROVED)


def findings(user: User, shelf: Shelf) -> Select[tuple[Finding]]:
    """The shelf's findings with all that a row says."""
    inspection = contains_eager(Finding.item).contains_eager(InspectionItem.inspection)
    rows = select(Finding).join(Finding.item).join(InspectionItem.inspection)
    rows = rows.where(Inspection.state == State.APPROVED, looked_after(user), on(shelf))
    return rows.options(inspection, joinedload(Finding.responsible_unit))


def count(*conditions: ColumnElement[bool]) -> int:
    return db.session.scalar(in_force(select(func.count(Finding.id))).where(*conditions)) or 0


def shelf_counts(user: User) -> dict[Shelf, int]:
    """One query for the three shelves that still need somebody."""
    shelves = (Shelf.UNFINISHED, Shelf.OVERDUE, Shelf.REPORTED)
    counts = select(*(func.count(Finding.id).filter(on(shelf)) for shelf in shelves))
    row = db.session.execute(in_force(counts).where(looked_after(user), on(Shelf.UNFINISHED))).one()
    return dict(zip(shelves, row, strict=True))
