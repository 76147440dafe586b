"""Behind the figures of inspections: which count, what they found, how far its remedies are."""

from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import contains_eager

from intranet.figures.sources.source import UNDECIDED, Condition, RegisterMeasure, SourceLine, SourceListing, Subject
from intranet.inspections.models import CorrectiveAction, Finding, Inspection, InspectionItem
from intranet.inspections.workflow import Kind, Remedy, is_past
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.records.approval import State

WITH_INSPECTION = (contains_eager(Finding.item).contains_eager(InspectionItem.inspection),)


def held(period: Period) -> SourceListing:
    """Inspections that ended within the period, or began in it and go on."""
    began = and_(Inspection.ended_on.is_(None), Inspection.started_on.between(period.start, period.end))
    return select(Inspection).where(or_(ended_within(period), began))


def done(period: Period) -> SourceListing:
    """Approved inspections that ended within the period, first day and last day included."""
    return held(period).where(is_done(period))


def found(period: Period) -> SourceListing:
    """What these inspections found."""
    return joined().where(is_done(period))


def unmended(period: Period) -> SourceListing:
    """Findings whose remedy was not done at the period's end, as far as that is known: of whatever inspection.

    What is open now is few, and so is what was mended after the end; both are led to by an index.
    """
    since = select(CorrectiveAction.finding_id).where(CorrectiveAction.done_on > period.end)
    is_open = select(Finding.id).where(Finding.state.in_([state for state in Remedy if state is not Remedy.VERIFIED]))
    return joined().where(Finding.id.in_(is_open.union(since)))


def waiting(period: Period) -> SourceListing:
    """Inspections that ended within the period and would count, were they approved."""
    return held(period).where(Inspection.state.in_(UNDECIDED), ended_within(period))


def joined() -> SourceListing:
    return select(Finding).join(Finding.item).join(InspectionItem.inspection)


def ended_within(period: Period) -> Condition:
    return Inspection.ended_on.between(period.start, period.end)


def is_done(period: Period) -> Condition:
    return and_(Inspection.state == State.APPROVED, ended_within(period))


def is_planned(period: Period) -> Condition:
    """By plan, in whatever state but cancelled."""
    return and_(Inspection.inspection_kind != Kind.AD_HOC, Inspection.state != State.CANCELLED)


def is_closed(period: Period) -> Condition:
    """Whose remedy was done by the period's end and is verified by now."""
    return and_(Finding.state == Remedy.VERIFIED, mended_on() <= period.end)


def is_overdue(period: Period) -> Condition:
    """Of an approved inspection, due before the period's end and not mended by then."""
    is_told = and_(Inspection.state == State.APPROVED, Inspection.ended_on <= period.end)
    was_unmended = or_(Finding.state != Remedy.VERIFIED, mended_on() > period.end)
    return and_(is_told, is_past(Finding.due_on, period.end), was_unmended)


def mended_on() -> Any:
    """The day of the last remedy reported for a finding."""
    return (
        select(func.max(CorrectiveAction.done_on))
        .where(CorrectiveAction.finding_id == Finding.id)
        .correlate(Finding)
        .scalar_subquery()
    )


def of_inspection(inspection: Inspection) -> SourceLine:
    until = f" đến {date_text(inspection.ended_on)}" if inspection.ended_on else ""
    detail = f"{inspection.inspected_unit.name} · từ {date_text(inspection.started_on)}{until}"
    return SourceLine(inspection.title, inspection, detail)


def of_finding(finding: Finding) -> SourceLine:
    inspection = finding.inspection
    detail = f"{inspection.title} · hạn khắc phục {date_text(finding.due_on)} · {finding.state.label}"
    return SourceLine(finding.text, inspection, detail)


SUBJECT = Subject(
    "inspections",
    "sổ kiểm tra",
    Inspection,
    {
        "inspections.done": RegisterMeasure(held, of_inspection, is_done),
        "inspections.planned": RegisterMeasure(held, of_inspection, is_planned),
        "inspections.findings": RegisterMeasure(found, of_finding, loads=WITH_INSPECTION),
        "inspections.findings_closed": RegisterMeasure(found, of_finding, is_closed, loads=WITH_INSPECTION),
        "inspections.corrective_overdue": RegisterMeasure(unmended, of_finding, is_overdue, loads=WITH_INSPECTION),
    },
)
