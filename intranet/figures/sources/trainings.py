"""Behind the figures of training: the courses that ended within the period, approved or not."""

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from intranet.figures.sources.source import UNDECIDED, RegisterMeasure, SourceLine, SourceListing, Subject
from intranet.kernel.formats import date_text, number
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.trainings.models import Attendance, Training

LOADS = (selectinload(Training.attendances),)
PARTICIPANTS = (
    select(func.coalesce(func.sum(Attendance.headcount), 0))
    .where(Attendance.training_id == Training.id)
    .correlate(Training)
    .scalar_subquery()
)


def courses(period: Period) -> SourceListing:
    within = Training.ended_on.between(period.start, period.end)
    return select(Training).where(Training.state != State.CANCELLED, within)


def waiting(period: Period) -> SourceListing:
    return courses(period).where(Training.state.in_(UNDECIDED))


def of_training(training: Training) -> SourceLine:
    amounts = f"{number(training.participants)} lượt người · {number(training.hours)} giờ"
    return SourceLine(training.title, training, f"kết thúc ngày {date_text(training.ended_on)} · {amounts}")


SUBJECT = Subject(
    "trainings",
    "sổ tập huấn",
    Training,
    {
        "trainings.courses": RegisterMeasure(courses, of_training, loads=LOADS),
        "trainings.participants": RegisterMeasure(courses, of_training, amount=PARTICIPANTS, loads=LOADS),
        "trainings.hours": RegisterMeasure(courses, of_training, amount=Training.__table__.c.hours, loads=LOADS),
    },
)
