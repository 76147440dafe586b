"""The late dossiers of a period, each with the case that explains it, or with none yet."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select, true
from sqlalchemy.orm import joinedload

from intranet.accounts.models import Unit
from intranet.dossiers.models import Dossier
from intranet.kernel.calendar import vietnam
from intranet.kernel.clock import now, today
from intranet.kernel.db import db
from intranet.kernel.labels import Labelled
from intranet.kernel.listing import Column, Condition, Filter, Listing
from intranet.kernel.period import Period
from intranet.overdue.counting import late
from intranet.overdue.lateness import lateness, workdays_late
from intranet.overdue.models import OverdueCase
from intranet.overdue.progress import CASES, DOSSIERS, IS_EXPLAINED, RECORDS
from intranet.records.approval import EDITABLE
from intranet.records.filters import by_unit, periods

PER_PAGE = 50


class Told(Labelled):
    """Which of the late dossiers to show."""

    OPEN = "open", "Chưa giải trình"
    DONE = "done", "Đã giải trình"
    ALL = "all", "Tất cả"


class Standing(Labelled):
    """What the register knows of a late dossier."""

    NONE = "none", "Chưa có trong sổ"
    BEGUN = "begun", "Có hồ sơ, chưa đủ"
    EXPLAINED = "explained", "Đã giải trình"
    CANCELLED = "cancelled", "Hồ sơ trong sổ đã bị hủy"


@dataclass(frozen=True)
class LateDossier:
    """One line of the list; without a unit, nobody has said yet who handles it."""

    dossier: Dossier
    unit: Unit | None
    case: OverdueCase | None

    @property
    def id(self) -> int:
        return self.dossier.id

    @property
    def standing(self) -> Standing:
        if self.case is None:
            return Standing.NONE
        if self.case.is_cancelled:
            return Standing.CANCELLED
        return Standing.EXPLAINED if self.case.is_explained else Standing.BEGUN

    @property
    def can_be_explained(self) -> bool:
        """Whether it has no case, or one that nobody has named a cause in."""
        return self.case is None or (self.case.state in EDITABLE and self.case.main_cause_id is None)

    @property
    def is_late(self) -> bool:
        return self.dossier.has_ended_late or self.dossier.late_at(now())

    @property
    def lateness(self) -> str:
        due, finished = self.dossier.due_on or today(), self.dossier.finished_on
        last: date = finished or today()
        days = workdays_late(due, finished, today(), vietnam(range(due.year, last.year + 1)))
        return lateness(due, finished, today(), days, is_known_late=self.is_late)


def late_dossiers(ids: Collection[int], seen: Condition | None = None) -> Iterator[LateDossier]:
    """These dossiers, as far as a person sees them, with their cases: in one query."""
    rows = (
        select(Dossier, OverdueCase)
        .outerjoin(OverdueCase, OverdueCase.code == Dossier.code)
        .where(Dossier.id.in_(ids), true() if seen is None else seen)
        .options(joinedload(Dossier.unit))
        .order_by(Dossier.due_on, Dossier.id)
    )
    return (LateDossier(dossier, dossier.unit, case) for dossier, case in db.session.execute(rows))


def is_told(value: str) -> Condition:
    told = Told(value)
    if told is Told.ALL:
        return true()
    explained = select(CASES.c.id).where(CASES.c.code == DOSSIERS.c.code, RECORDS.c.id == CASES.c.id, IS_EXPLAINED)
    return explained.exists() if told is Told.DONE else ~explained.exists()


LISTING = Listing(
    key=DOSSIERS.c.id,
    of=true(),
    columns=(
        Column("code", "Hồ sơ"),
        Column("unit", "Đơn vị"),
        Column("due", "Hẹn trả", (DOSSIERS.c.due_on, DOSSIERS.c.id)),
        Column("finished", "Kết thúc", (DOSSIERS.c.finished_on, DOSSIERS.c.id)),
        Column("told", "Giải trình"),
    ),
    filters=(
        Filter("period", "Kỳ báo cáo", periods, lambda code: late(Period.parse(code)), leads=True),
        replace(by_unit("Đơn vị", DOSSIERS.c.unit_id), leads=False),
        Filter("told", "Giải trình", lambda chosen: ((it.value, it.label) for it in Told), is_told),
    ),
    order="due",
    search=lambda typed: None,
    load=late_dossiers,
    per_page=PER_PAGE,
)
