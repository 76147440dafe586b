"""The late dossiers of a period, each with the case that explains it, or with none yet."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import and_, func, not_, or_, select, true
from sqlalchemy.orm import joinedload

from intranet.accounts.models import Unit
from intranet.dossiers.lateness import is_due_by
from intranet.dossiers.models import Dossier, DossierState
from intranet.kernel.calendar import vietnam
from intranet.kernel.clock import now, today
from intranet.kernel.db import db
from intranet.kernel.labels import Labelled
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing
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


class CaseStanding(Labelled):
    """What the register knows of a late dossier."""

    NONE = "none", "Chưa có trong sổ"
    BEGUN = "begun", "Có hồ sơ, chưa đủ"
    EXPLAINED = "explained", "Đã giải trình"
    CANCELLED = "cancelled", "Hồ sơ trong sổ đã bị hủy"


@dataclass(frozen=True)
class LateDossier:
    """One line of the list; without a unit, nobody has said yet who handles it.

    `state`: how it stood at the last end of a quarter at which it was late, as the first export after that told.
    """

    dossier: Dossier
    unit: Unit | None
    case: OverdueCase | None
    state: DossierState | None = None

    @property
    def id(self) -> int:
        return self.dossier.id

    @property
    def standing(self) -> CaseStanding:
        if self.case is None:
            return CaseStanding.NONE
        if self.case.is_cancelled:
            return CaseStanding.CANCELLED
        return CaseStanding.EXPLAINED if self.case.is_explained else CaseStanding.BEGUN

    @property
    def can_be_explained(self) -> bool:
        """Whether it has no case, or one that nobody has named a cause in."""
        return self.case is None or (self.case.state in EDITABLE and self.case.main_cause_id is None)

    @property
    def is_late_by_its_events(self) -> bool:
        """Late when it ended, late now, or late already when it was paused."""
        paused_at = self.dossier.paused_at
        was_late_before = paused_at is not None and self.dossier.late_at(paused_at)
        return was_late_before or self.dossier.has_ended_late or self.dossier.late_at(now())

    @property
    def is_late(self) -> bool:
        return self.is_late_by_its_events or self.state is not None

    @property
    def due_on(self) -> date | None:
        """The day it missed: one that was put off since is the day that counted at the end of the quarter."""
        return self.state.due_on if self.state and not self.is_late_by_its_events else self.dossier.due_on

    @property
    def lateness(self) -> str:
        due, finished = self.due_on or today(), self.dossier.finished_on
        last: date = finished or today()
        days = workdays_late(due, finished, today(), vietnam(range(due.year, last.year + 1)))
        return lateness(due, finished, today(), days, is_known_late=self.is_late)


def late_dossiers(ids: Collection[int], seen: Condition | None = None) -> Iterator[LateDossier]:
    """These dossiers, as far as a person sees them, with their cases: in one query."""
    rows = (
        select(Dossier, OverdueCase, DossierState)
        .outerjoin(OverdueCase, OverdueCase.dossier_code == Dossier.code)
        .outerjoin(DossierState, and_(DossierState.code == Dossier.code, DossierState.ends_on == last_late_end()))
        .where(Dossier.id.in_(ids), true() if seen is None else seen)
        .options(joinedload(Dossier.unit))
        .order_by(Dossier.due_on, Dossier.id)
    )
    return (LateDossier(dossier, dossier.unit, case, state) for dossier, case, state in db.session.execute(rows))


def last_late_end() -> Any:
    """Of a dossier, the last end of a quarter at which it was open and, as was told then, late."""
    state = DossierState.__table__.alias().c
    still_open = or_(Dossier.finished_on.is_(None), Dossier.finished_on > state.ends_on)
    was_late = and_(not_(state.is_paused), is_due_by(state.due_on, state.ends_on))
    ends = select(func.max(state.ends_on)).where(
        state.code == Dossier.code, Dossier.received_on <= state.ends_on, still_open, was_late
    )
    return ends.correlate(Dossier).scalar_subquery()


def is_told(value: str) -> Condition:
    told = Told(value)
    if told is Told.ALL:
        return true()
    explained = select(CASES.c.id).where(
        CASES.c.dossier_code == DOSSIERS.c.code, RECORDS.c.id == CASES.c.id, IS_EXPLAINED
    )
    return explained.exists() if told is Told.DONE else ~explained.exists()


LISTING = Listing(
    key=DOSSIERS.c.id,
    of=true(),
    columns=(
        ListColumn("code", "Hồ sơ"),
        ListColumn("unit", "Đơn vị"),
        ListColumn("due", "Hẹn trả", (DOSSIERS.c.due_on, DOSSIERS.c.id)),
        ListColumn("finished", "Kết thúc", (DOSSIERS.c.finished_on, DOSSIERS.c.id)),
        ListColumn("told", "Giải trình"),
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
