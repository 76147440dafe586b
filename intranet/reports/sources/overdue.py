"""Behind the figures of overdue cases: those of the period, which are explained, by which cause each was late."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.figures.models import FigureCategory
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.overdue.counting import explained as has_explanation
from intranet.overdue.counting import of_period
from intranet.overdue.models import OverdueCase
from intranet.reports.sources.source import UNDECIDED, Line, Listing, Source


def cases(period: Period) -> Listing:
    """Cases of dossiers that ended late within the period, or were late and open on its last day; none cancelled.

    Once dossiers are in use in the period they say which these are, so that what is explained is part of what is late.
    """
    return select(OverdueCase).options(joinedload(OverdueCase.main_cause)).where(of_period(period))


def explained(period: Period) -> Listing:
    """Those with a main cause and an explanation, approved or not."""
    return cases(period).where(has_explanation())


def apologies(period: Period) -> Listing:
    return cases(period).where(OverdueCase.apology_on.is_not(None))


def waiting(period: Period) -> Listing:
    return cases(period).where(OverdueCase.state.in_(UNDECIDED))


def causes_named(period: Period) -> Listing:
    """The codes of their main causes, whether these are still in use or not."""
    named = select(FigureCategory.code).join(OverdueCase, OverdueCase.main_cause_id == FigureCategory.id)
    return named.where(of_period(period)).distinct()


def of_cause(code: str) -> Source:
    """Behind the figure of one cause: the cases whose main cause it is."""

    def caused(period: Period) -> Listing:
        return cases(period).where(OverdueCase.main_cause.has(FigureCategory.code == code))

    return Source(OverdueCase, caused, of_case, since=DUE_ON)


def of_case(case: OverdueCase) -> Line:
    finished = f"kết thúc {date_text(case.finished_on)}" if case.finished_on else "chưa kết thúc"
    cause = case.main_cause.label if case.main_cause else "chưa có nguyên nhân"
    return Line(case.title, case, f"hẹn trả {date_text(case.due_on)}, {finished} · {cause}")


# A case that was finished after the period's end stands under that later day, and counts all the same.
DUE_ON = OverdueCase.__table__.c.due_on
SOURCES = {
    "overdue.explained": Source(OverdueCase, explained, of_case, since=DUE_ON),
    "overdue.apologies": Source(OverdueCase, apologies, of_case, since=DUE_ON),
}
