"""Which dossiers of a period were late, and which cases of overdue dossiers count in it.

Once each expected system has given an export dated after the period, the dossiers say what was late, and a case counts
where its dossier does. Until then the days of the case say it, unless its dossier is known to have ended in time.
"""

from functools import lru_cache

from sqlalchemy import ColumnElement, Exists, and_, not_, or_, select, union_all

from intranet.dossiers.counting import COUNTED, KEPT
from intranet.dossiers.coverage import tell_all_of
from intranet.dossiers.lateness import ended_late, is_day_over, is_due_by
from intranet.dossiers.models import Dossier, DossierState
from intranet.dossiers.standing import viewpoint_of
from intranet.dossiers.vocabulary import Status
from intranet.kernel.period import Period
from intranet.overdue.models import OverdueCase
from intranet.records.approval import State

Condition = ColumnElement[bool]
IT = Dossier.__table__.c


def was_late(period: Period) -> Condition:
    """Dossiers that ended late within the period, or were late and open when it was looked at."""
    return or_(COUNTED["dossiers.resolved_late"](period), COUNTED["dossiers.pending_late"](period))


def late(period: Period) -> Condition:
    """The same, found by what can be late at all, which are few.

    That is what ended late since it began, what is open, and what was late at its end as the first export told.
    """
    one = Dossier.__table__.alias().c
    ended = select(one.id).where(ended_late(one), one.finished_on >= period.start)
    still_open = select(one.id).where(
        one.status.in_([Status.PENDING, Status.PAUSED]), is_due_by(one.due_on, period.end)
    )
    state = DossierState.__table__.c
    told = select(one.id).where(
        state.ends_on == period.end, is_due_by(state.due_on, period.end), one.code == state.code
    )
    return and_(IT.id.in_(union_all(ended, still_open, told)), was_late(period))


def its_dossier(*conditions: Condition) -> Exists:
    """Whether the dossier of a case is known, and meets these conditions."""
    return select(IT.id).where(IT.code == OverdueCase.dossier_code, *conditions).exists()


@lru_cache(KEPT)
def of_period(period: Period) -> Condition:
    """Cases that count in a period, none of them cancelled."""
    by_days = and_(~tell_all_of(period), dated_in(period), ~its_dossier(not_(ended_late(IT))))
    by_dossier = and_(tell_all_of(period), its_dossier(was_late(period)))
    return and_(OverdueCase.state != State.CANCELLED, or_(by_days, by_dossier))


def dated_in(period: Period) -> Condition:
    """Cases whose own days are of a period: finished within it, or late and still open at its end."""
    case = OverdueCase
    finished = case.finished_on.between(period.start, period.end)
    is_open = or_(case.finished_on.is_(None), case.finished_on > period.end)
    is_late = is_day_over(case.due_on, viewpoint_of(period).day)
    return or_(finished, and_(case.received_on <= period.end, is_late, is_open))


def only_in_register(period: Period) -> Condition:
    """Cases whose days are of the period and whose dossiers, which are in use in it, do not say so."""
    return and_(
        OverdueCase.state != State.CANCELLED, tell_all_of(period), dated_in(period), ~its_dossier(was_late(period))
    )


def explained() -> Condition:
    """Cases that are explained, whatever state they are in."""
    return and_(OverdueCase.is_explained)
