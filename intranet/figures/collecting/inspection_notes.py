"""The inspections of a period as its report tells them, one by one, with how far each remedy was at the end."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import joinedload

from intranet.figures.notes import FindingNote, InspectionNote
from intranet.figures.sources import inspections as sources
from intranet.figures.sources.source import KEPT, SourceListing, SourceRows
from intranet.inspections.models import Finding, Inspection, InspectionItem
from intranet.inspections.workflow import Remedy
from intranet.kernel.db import db
from intranet.kernel.period import Period


def inspection_notes(period: Period) -> tuple[InspectionNote, ...]:
    """Those that count for the period, in the order they took place."""
    inspections = db.session.scalars(asking_inspections(period)).all()
    found = finding_notes(period) if inspections else {}
    return tuple(inspection_note(inspection, found.get(inspection.id, ())) for inspection in inspections)


@lru_cache(KEPT)
def asking_inspections(period: Period) -> SourceListing:
    listing = sources.done(period).options(joinedload(Inspection.inspected_unit))
    return listing.order_by(Inspection.started_on, Inspection.ended_on, Inspection.id)


def finding_notes(period: Period) -> dict[int, list[FindingNote]]:
    """The findings of these inspections by the inspection's id, in the order of its checklist."""
    notes: dict[int, list[FindingNote]] = defaultdict(list)
    for finding, mended_on in db.session.execute(asking_findings(period)):
        notes[finding.inspection_id].append(finding_note(finding, mended_on, period))
    return notes


@lru_cache(KEPT)
def asking_findings(period: Period) -> SourceRows:
    """The findings alone: with their items the evidence of each would come along."""
    listing = sources.found(period).add_columns(sources.mended_on()).options(joinedload(Finding.responsible_unit))
    return listing.order_by(InspectionItem.position)


def finding_note(finding: Finding, mended_on: date | None, period: Period) -> FindingNote:
    """A remedy done after the period's end had not begun for this report."""
    state = Remedy.OPEN if mended_on and mended_on > period.end else finding.state
    return FindingNote(
        text=finding.text,
        severity=finding.severity.label,
        unit=finding.responsible_unit.name,
        remedy=finding.remedy,
        due_on=finding.due_on,
        state=state.label,
        closed=state is Remedy.VERIFIED,
    )


def inspection_note(inspection: Inspection, findings: Iterable[FindingNote]) -> InspectionNote:
    assert inspection.ended_on is not None  # the query asks for it
    return InspectionNote(
        id=inspection.id,
        title=inspection.title,
        kind=inspection.inspection_kind.label,
        method=inspection.method.label,
        unit=inspection.inspected_unit.name,
        started_on=inspection.started_on,
        ended_on=inspection.ended_on,
        basis=inspection.basis,
        findings=tuple(findings),
    )
