"""Behind the figures of training: the courses that ended within the period, approved or not."""

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from intranet.kernel.formats import date_text, number
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.reports.sources.source import UNDECIDED, Line, Listing, Source
from intranet.trainings.models import Attendance, Training


def courses(period: Period) -> Listing:
    within = Training.ended_on.between(period.start, period.end)
    whole = select(Training).options(selectinload(Training.attendances))
    return whole.where(Training.state != State.CANCELLED, within)


def waiting(period: Period) -> Listing:
    return courses(period).where(Training.state.in_(UNDECIDED))


PARTICIPANTS = (
    select(func.coalesce(func.sum(Attendance.headcount), 0))
    .where(Attendance.training_id == Training.id)
    .correlate(Training)
    .scalar_subquery()
)


def of_training(training: Training) -> Line:
    amounts = f"{number(training.participants)} lượt người · {number(training.hours)} giờ"
    return Line(training.title, training, f"kết thúc ngày {date_text(training.ended_on)} · {amounts}")


SOURCES = {
    "trainings.courses": Source(Training, courses, of_training),
    "trainings.participants": Source(Training, courses, of_training, PARTICIPANTS),
    "trainings.hours": Source(Training, courses, of_training, Training.__table__.c.hours),
}
