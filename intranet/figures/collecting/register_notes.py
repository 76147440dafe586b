"""The records of a period as its report tells them one by one; what counts in no figure is not told either."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy.orm import aliased, joinedload

from intranet.documents.models import Document
from intranet.documents.types import Direction
from intranet.dossiers.models import Dossier
from intranet.figures.notes import DocumentNote, OverdueNote, ProcedureNote, ProposalNote, TrainingNote
from intranet.figures.sources import documents, overdue, procedures, proposals, trainings
from intranet.figures.sources.source import KEPT, SourceListing, SourceRows
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.models import OverdueCase
from intranet.proposals.models import Proposal
from intranet.proposals.workflow import Outcome
from intranet.records.models import Record
from intranet.trainings.models import Training


def document_notes(period: Period) -> tuple[DocumentNote, ...]:
    """What was issued and what was received, by date."""
    return tuple(
        DocumentNote(
            kind=document.document_type.label,
            symbol=document.symbol,
            issued_on=document.issued_on,
            issuer=document.issuer,
            summary=document.summary,
            is_issued=document.direction is Direction.ISSUED,
        )
        for document in db.session.execute(asking_documents(period))
    )


@lru_cache(KEPT)
def asking_documents(period: Period) -> SourceRows:
    """Only what is told of them: there are many, and a whole record takes longer to make than to read."""
    told = (
        Document.document_type,
        Document.symbol,
        Document.issued_on,
        Document.issuer,
        Document.summary,
        Document.direction,
    )
    listing = documents.dated(period).with_only_columns(*told, maintain_column_froms=True)
    return listing.order_by(Document.issued_on, Document.id)


def training_notes(period: Period) -> tuple[TrainingNote, ...]:
    return tuple(
        TrainingNote(
            title=training.title,
            started_on=training.started_on,
            ended_on=training.ended_on,
            participants=training.participants,
            mode=training.mode.label,
            organiser=training.organiser,
            hours=training.hours,
        )
        for training in all_of(asking_trainings(period))
    )


@lru_cache(KEPT)
def asking_trainings(period: Period) -> SourceListing:
    return trainings.courses(period).options(*trainings.LOADS).order_by(Training.started_on, Training.id)


def proposal_notes(period: Period) -> tuple[ProposalNote, ...]:
    """Those made or approved within the period, by the day they were drafted."""
    return tuple(
        ProposalNote(
            title=proposal.title,
            about=proposal.about.label,
            procedure=proposal.procedure_name,
            measure=proposal.measure.label,
            unit=proposal.unit.name,
            stage=stage(proposal),
            is_business=proposal.is_business,
            is_approved=proposal.is_approved,
            cost_before=proposal.cost_before,
            cost_after=proposal.cost_after,
            days_before=proposal.days_before,
            days_after=proposal.days_after,
        )
        for proposal in all_of(asking_proposals(period))
    )


@lru_cache(KEPT)
def asking_proposals(period: Period) -> SourceListing:
    return proposals.named(period).options(joinedload(Proposal.unit)).order_by(Proposal.occurs_on, Proposal.id)


def stage(proposal: Proposal) -> str:
    """How far it is: on its way to approval, or what became of it above."""
    is_above = proposal.is_approved and proposal.outcome is not Outcome.NOT_SENT
    return proposal.outcome.label if is_above else proposal.state.label


def procedure_notes(period: Period) -> tuple[ProcedureNote, ...]:
    """Quy trình nội bộ that began to apply within the period, and those in work; then TTHC nội bộ."""
    own, tthc = map(all_of, asking_procedures(period))
    return (
        *(ProcedureNote(one.title, one.code, False, one.is_approved, one.effective_from) for one in own),
        *(ProcedureNote(one.title, one.code, True, one.is_approved) for one in tthc),
    )


@lru_cache(KEPT)
def asking_procedures(period: Period) -> tuple[SourceListing, SourceListing]:
    """Quy trình nội bộ, and TTHC nội bộ."""
    own, tthc = procedures.named(period), procedures.tthc(period)
    return own.order_by(Record.sort_key, Record.id), tthc.order_by(Record.sort_key, Record.id)


def overdue_notes(period: Period) -> tuple[OverdueNote, ...]:
    """The cases of the period, by the day each is counted for, each with the field its dossier is in."""
    return tuple(
        OverdueNote(
            code=case.code,
            cause=case.main_cause.code if case.main_cause else "",
            is_explained=case.is_explained,
            remedy=case.remedy,
            prevention=case.prevention,
            field=field,
            cause_text=case.cause_text,
            regulation_procedure=case.regulation_procedure,
            regulation_text=case.regulation_text,
            regulation_obstacle=case.regulation_obstacle,
        )
        for case, field in db.session.execute(asking_overdue(period))
    )


@lru_cache(KEPT)
def asking_overdue(period: Period) -> SourceRows:
    its = aliased(Dossier)  # which cases these are may be asked of the dossiers too
    listing = overdue.cases(period).options(*overdue.LOADS).add_columns(func.coalesce(its.field, ""))
    found = listing.outerjoin(its, its.code == OverdueCase.dossier_code)
    return found.order_by(OverdueCase.occurs_on, OverdueCase.id)


def all_of(listing: Select[Any]) -> Sequence[Any]:
    return db.session.scalars(listing).all()
