"""What the figures of a small office must be: told from its records and from how its dossiers lived, one by one.

Pages that agree may still be wrong together, where the one rule they share is; this knows none of the product's rules.
"""

from collections.abc import Iterator
from datetime import date, datetime

from dossier_figures import Dossier, figures
from sqlalchemy import func, select
from world_dossiers import Life
from world_offices import BuiltOffice

from intranet.documents.models import Document
from intranet.documents.types import Direction
from intranet.dossiers.import_models import ImportBatch, Source
from intranet.dossiers.vocabulary import Status
from intranet.inspections.models import Inspection
from intranet.kernel.clock import VIETNAM
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.proposals.models import Proposal
from intranet.records.approval import State
from intranet.trainings.models import Training

AT_THE_END = ("pending", "pending_in_time", "pending_late", "paused")
# What quarters add up to in a longer period.
FLOWS = (
    *("dossiers.received", "dossiers.received_direct", "dossiers.received_online", "dossiers.resolved"),
    *("dossiers.resolved_late", "dossiers.rejected", "feedback.received", "trainings.courses", "trainings.hours"),
    *("inspections.done", "inspections.findings", "documents.issued", "satisfaction.ratings"),
)


def of_records(quarter: Period) -> dict[str, int]:
    """Figures of the registers, by name."""
    courses = [it for it in every(Training) if it.state is not State.CANCELLED and within(it.ended_on, quarter)]
    held = [it for it in every(Inspection) if it.state is State.APPROVED and within(it.ended_on, quarter)]
    papers = [it for it in every(Document) if it.state is not State.CANCELLED and within(it.issued_on, quarter)]
    agreed = [it for it in every(Proposal) if it.state is State.APPROVED and within(day_of(it.approved_at), quarter)]
    return {
        "trainings.courses": len(courses),
        "trainings.hours": sum(it.hours for it in courses),
        "trainings.participants": sum(each.headcount for it in courses for each in it.attendances),
        "inspections.done": len(held),
        "inspections.findings": sum(len(it.findings) for it in held),
        "documents.issued": sum(it.direction is Direction.ISSUED for it in papers),
        "proposals.approved": len(agreed),
    }


def of_dossiers(office: BuiltOffice, quarter: Period) -> dict[str, int]:
    """Figures of the dossiers that exports told of after the quarter's end.

    Of a dossier that ended between the end and the export nobody can know any more whether it was paused in between.
    """
    newest = select(Source.name, func.max(ImportBatch.exported_on)).join(ImportBatch.source).group_by(Source.name)
    days = dict(db.session.execute(newest).all())
    told = [(life, days[name]) for name, lived in office.lives.items() for life in lived]
    known = [(life, day) for life, day in told if life.received_at.date() <= day]
    found = figures((as_told(life, day) for life, day in known), quarter)
    is_unsure = any(life.paused_at and ended_since(life, quarter, day) for life, day in known)
    unsure = {f"dossiers.{name}" for name in AT_THE_END} if is_unsure else set()
    return {name: value for name, value in found.items() if name not in unsure and "by_field" not in name}


def ended_since(life: Life, quarter: Period, day: date) -> bool:
    return bool(life.finished_at) and quarter.end < life.finished_at.date() <= day


def as_told(life: Life, day: date) -> Dossier:
    status = life.status_on(day)
    has_ended = status in (Status.RESOLVED, Status.REJECTED)
    return Dossier(
        code=life.code,
        channel=life.channel,
        status=status,
        received_at=life.received_at.replace(tzinfo=VIETNAM),
        due_at=life.due_at and life.due_at.replace(tzinfo=VIETNAM),
        paused_at=life.paused_at and life.paused_at.replace(tzinfo=VIETNAM) if status is Status.PAUSED else None,
        finished_at=life.finished_at.replace(tzinfo=VIETNAM) if life.finished_at and has_ended else None,
    )


def every(model: type) -> Iterator:
    return iter(db.session.scalars(select(model)).all())


def within(day: date | None, quarter: Period) -> bool:
    return day is not None and quarter.start <= day <= quarter.end


def day_of(moment: datetime | None) -> date | None:
    return moment and moment.astimezone(VIETNAM).date()
