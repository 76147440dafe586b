"""Behind the figures of overdue cases: those of the period, which are explained, by which cause each was late."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.categories.models import FigureCategory
from intranet.figures.sources.source import UNDECIDED, Condition, RegisterMeasure, SourceLine, SourceListing, Subject
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.overdue.counting import explained as has_explanation
from intranet.overdue.counting import of_period
from intranet.overdue.models import OverdueCase

LOADS = (joinedload(OverdueCase.main_cause),)


def cases(period: Period) -> SourceListing:
    """Cases of dossiers that ended late within the period, or were late and open on its last day; none cancelled.

    Once dossiers are in use in the period they say which these are, so that what is explained is part of what is late.
    """
    return select(OverdueCase).where(of_period(period))


def is_explained(period: Period) -> Condition:
    """With a main cause and an explanation, approved or not."""
    return has_explanation()


def is_apologised(period: Period) -> Condition:
    return OverdueCase.apology_on.is_not(None)


def waiting(period: Period) -> SourceListing:
    return cases(period).where(OverdueCase.state.in_(UNDECIDED)).options(*LOADS)


def of_cause(code: str) -> RegisterMeasure:
    """Behind the figure of one cause: the cases whose main cause it is."""

    def caused(period: Period) -> Condition:
        return OverdueCase.main_cause.has(FigureCategory.code == code)

    return RegisterMeasure(cases, of_case, caused, loads=LOADS)


def of_case(case: OverdueCase) -> SourceLine:
    finished = f"kết thúc {date_text(case.finished_on)}" if case.finished_on else "chưa kết thúc"
    cause = case.main_cause.label if case.main_cause else "chưa có nguyên nhân"
    return SourceLine(case.title, case, f"hẹn trả {date_text(case.due_on)}, {finished} · {cause}")


SUBJECT = Subject(
    "overdue",
    "sổ hồ sơ quá hạn",
    OverdueCase,
    {
        "overdue.explained": RegisterMeasure(cases, of_case, is_explained, loads=LOADS),
        "overdue.apologies": RegisterMeasure(cases, of_case, is_apologised, loads=LOADS),
    },
    # A case that was finished after the period's end stands under that later day, and counts all the same.
    since=OverdueCase.__table__.c.due_on,
)
