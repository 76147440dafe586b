"""The verbs of trainings: recorded and changed; approval is that of every register."""

from typing import Any

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.workflow import Reason
from intranet.records import operations as records
from intranet.records.approval import State
from intranet.trainings.models import Training
from intranet.trainings.workflow import is_same_course, odd_times


def create(values: dict[str, Any], actor: User) -> Training:
    """A new draft of the actor's unit. `values`: the fields of `Training.labels`; attendees as Attendee."""
    return records.create(Training(unit=actor.unit, occurs_on=values["ended_on"], **values), actor)


def change(training: Training, values: dict[str, Any], actor: User) -> None:
    """Set fields; the course counts for its last day."""
    records.refuse_locked(training)
    training.occurs_on = values.get("ended_on", training.ended_on)
    records.change(training, values, actor)


def doubts(it: Any) -> tuple[Reason, ...]:
    """What is odd about a course, or about what was typed of one."""
    odd = odd_times(it, today())
    if not recorded_already(it):
        return odd
    sentence = f"Khóa “{it.title}” cùng ngày, cùng đơn vị tổ chức đã có trong sổ. Đây có phải một khóa khác không?"
    return (*odd, Reason(sentence, "title"))


def recorded_already(it: Any) -> bool:
    """Whether another entry tells of this course, of whichever unit: it would count twice in the report."""
    there = select(Training.title, Training.organiser, Training.started_on, Training.ended_on).where(
        Training.ended_on == it.ended_on, Training.state != State.CANCELLED, Training.id != (it.id or 0)
    )
    return any(is_same_course(it, other) for other in db.session.execute(there))
