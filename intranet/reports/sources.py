"""Behind each figure that comes from records: the one query that both counts and lists them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import contains_eager

from intranet.inspections.models import CorrectiveAction, Finding, Inspection, InspectionItem
from intranet.inspections.workflow import Kind, Remedy
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records.approval import State

Listing = Select[Any]


def done(period: Period) -> Listing:
    """Approved inspections that ended within the period, first day and last day included."""
    return select(Inspection).where(Inspection.state == State.APPROVED, ended_within(period))


def planned(period: Period) -> Listing:
    """Inspections by plan whose end, or start while they go on, lies in the period; in whatever state but cancelled."""
    within = func.coalesce(Inspection.ended_on, Inspection.started_on).between(period.start, period.end)
    return select(Inspection).where(
        Inspection.inspection_kind != Kind.AD_HOC, Inspection.state != State.CANCELLED, within
    )


def findings(period: Period) -> Listing:
    """What these inspections found."""
    return _findings().where(Inspection.state == State.APPROVED, ended_within(period))


def findings_closed(period: Period) -> Listing:
    """Of these findings, the remedies done by the period's end and verified by now."""
    return findings(period).where(Finding.state == Remedy.VERIFIED, mended_on() <= period.end)


def corrective_overdue(period: Period) -> Listing:
    """Findings of any approved inspection whose due date had passed at the period's end, their remedy not done."""
    ended = _findings().where(Inspection.state == State.APPROVED, Inspection.ended_on <= period.end)
    unmended = or_(Finding.state != Remedy.VERIFIED, mended_on() > period.end)
    return ended.where(Finding.due_on < period.end, unmended)


def pending(period: Period) -> Listing:
    """Inspections that ended within the period and would count, were they approved."""
    waiting = select(Inspection).where(Inspection.state.not_in((State.APPROVED, State.CANCELLED)), ended_within(period))
    return waiting.order_by(Inspection.ended_on, Inspection.id)


def ended_within(period: Period) -> ColumnElement[bool]:
    return Inspection.ended_on.between(period.start, period.end)


SOURCES: dict[str, Callable[[Period], Listing]] = {
    "inspections.done": done,
    "inspections.planned": planned,
    "inspections.findings": findings,
    "inspections.findings_closed": findings_closed,
    "inspections.corrective_overdue": corrective_overdue,
}


def sources(name: str, period: Period) -> Listing:
    """The records behind a figure of the registers; KeyError where no register gives it."""
    return SOURCES[name](period)


def listed(name: str, period: Period) -> list[tuple[str, Inspection]]:
    """The records behind a figure: what each is called, and the inspection it is or belongs to."""
    things = db.session.scalars(sources(name, period)).all()
    if name in ("inspections.done", "inspections.planned"):
        return [(thing.title, thing) for thing in things]
    return [(thing.text, thing.inspection) for thing in things]


def counts(period: Period) -> dict[str, int]:
    """How many records stand behind each figure, in one query."""
    counted = {
        name: select(func.count()).select_from(listing(period).subquery()).scalar_subquery().label(name)
        for name, listing in SOURCES.items()
    }
    return dict(zip(counted, db.session.execute(select(*counted.values())).one(), strict=True))


def _findings() -> Listing:
    """Findings, each with its inspection at hand."""
    whole = contains_eager(Finding.item).contains_eager(InspectionItem.inspection)
    return select(Finding).join(Finding.item).join(InspectionItem.inspection).options(whole)


def mended_on() -> Any:
    """The day of the last remedy reported for a finding."""
    return (
        select(func.max(CorrectiveAction.done_on))
        .where(CorrectiveAction.finding_id == Finding.id)
        .correlate(Finding)
        .scalar_subquery()
    )
