"""Dossiers in work that fall due within two working days, and those late and still open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Date, and_, bindparam, func, select
from sqlalchemy.orm import joinedload

from intranet.dossiers.lateness import is_due_by, is_due_from
from intranet.dossiers.models import Dossier, ImportBatch, Stage
from intranet.dossiers.standing import NOW, late_at
from intranet.dossiers.vocabulary import Status
from intranet.kernel.calendar import vietnam, workdays_after
from intranet.kernel.clock import VIETNAM, now, today
from intranet.kernel.db import db
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing
from intranet.overdue.apology import Notice, notices
from intranet.overdue.counting import IT
from intranet.overdue.lateness import time_left
from intranet.overdue.models import OverdueCase
from intranet.records.filters import by_unit

WORKDAYS_AHEAD = 2
# As NOW, asked for when the query runs.
LAST = bindparam(None, callable_=lambda: workdays_after(today(), WORKDAYS_AHEAD), type_=Date(), unique=True)
WHEN = {"late": "Đã quá hạn", "soon": "Sắp đến hạn"}


@dataclass(frozen=True)
class FallingDue:
    """One line of the list: a dossier, and the case that holds its apology, where there is one."""

    dossier: Dossier
    case: OverdueCase | None

    @property
    def id(self) -> int:
        return self.dossier.id

    @property
    def is_late(self) -> bool:
        return self.dossier.late_at(now())

    @property
    def time_left(self) -> str:
        due, moment = self.dossier.due_at, now().astimezone(VIETNAM)
        if due is None:
            return ""
        years = range(min(due.year, moment.year), max(due.year, moment.year) + 1)
        return time_left(due.astimezone(VIETNAM), moment, vietnam(years))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the rule on apologies says of it."""
        due, day = self.dossier.due_on, today()
        if due is None:
            return ()
        new_dates = (self.case.rescheduled_to, self.case.rescheduled_again_to) if self.case else ()
        sent = self.case.apology_on if self.case else None
        calendar = vietnam(range(day.year - 1, due.year + 1))
        return notices(due, day, calendar, sent, sum(date is not None for date in new_dates))


def load(ids: Sequence[int]) -> Iterator[FallingDue]:
    rows = (
        select(Dossier, OverdueCase)
        .outerjoin(OverdueCase, OverdueCase.dossier_code == Dossier.code)
        .where(Dossier.id.in_(ids))
        .options(joinedload(Dossier.unit))
    )
    return (FallingDue(dossier, case) for dossier, case in db.session.execute(rows))


def by_when(value: str) -> Condition:
    if value not in WHEN:
        raise ValueError(value)
    return late_at(IT, NOW) if value == "late" else is_due_from(IT, NOW)


LISTING = Listing(
    key=IT.id,
    of=and_(IT.status == Status.PENDING, is_due_by(IT.due_on, LAST)),
    columns=(
        ListColumn("code", "Hồ sơ"),
        ListColumn("unit", "Đơn vị"),
        ListColumn("due", "Hẹn trả", (IT.due_on, IT.id)),
        ListColumn("left", "Thời gian"),
        ListColumn("apology", "Thư xin lỗi"),
    ),
    filters=(
        Filter("when", "Hạn trả", lambda chosen: WHEN.items(), by_when, along="due"),
        by_unit("Đơn vị", IT.unit_id),
    ),
    order="due",
    search=lambda typed: None,
    load=load,
)


def told_until() -> object:
    """The day up to which every system has told of its dossiers; None where there is none."""
    newest = (
        select(func.max(ImportBatch.exported_on).label("day"))
        .where(ImportBatch.stage == Stage.PUBLISHED)
        .group_by(ImportBatch.source_id)
        .subquery()
    )
    return db.session.scalar(select(func.min(newest.c.day)))
