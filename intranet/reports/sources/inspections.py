"""Behind the figures of inspections: which count, what they found, how far its remedies are."""

from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager

from intranet.inspections.models import CorrectiveAction, Finding, Inspection, InspectionItem
from intranet.inspections.workflow import Kind, Remedy
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.reports.sources.source import UNDECIDED, Line, Listing, Source


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


def waiting(period: Period) -> Listing:
    """Inspections that ended within the period and would count, were they approved."""
    return select(Inspection).where(Inspection.state.in_(UNDECIDED), ended_within(period))


def ended_within(period: Period) -> ColumnElement[bool]:
    return Inspection.ended_on.between(period.start, period.end)


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


def of_inspection(inspection: Inspection) -> Line:
    until = f" đến {date_text(inspection.ended_on)}" if inspection.ended_on else ""
    detail = f"{inspection.inspected_unit.name} · từ {date_text(inspection.started_on)}{until}"
    return Line(inspection.title, inspection, detail)


def of_finding(finding: Finding) -> Line:
    inspection = finding.inspection
    detail = f"{inspection.title} · hạn khắc phục {date_text(finding.due_on)} · {finding.state.label}"
    return Line(finding.text, inspection, detail)


SOURCES = {
    "inspections.done": Source(Inspection, done, of_inspection),
    "inspections.planned": Source(Inspection, planned, of_inspection),
    "inspections.findings": Source(Inspection, findings, of_finding),
    "inspections.findings_closed": Source(Inspection, findings_closed, of_finding),
    "inspections.corrective_overdue": Source(Inspection, corrective_overdue, of_finding),
}
