"""Behind the figures of proposals: what was put forward in the period, what was approved, and what that costs."""

from sqlalchemy import and_, func, or_, select

from intranet.figures.sources.source import (
    UNDECIDED,
    Condition,
    RegisterMeasure,
    SourceLine,
    SourceListing,
    Subject,
    within_days,
)
from intranet.kernel.formats import money
from intranet.kernel.period import Period
from intranet.proposals.models import Proposal
from intranet.records.approval import State
from intranet.records.models import AuditEntry

FIRST_SUBMITTED = (
    select(func.min(AuditEntry.at))
    .where(AuditEntry.record_id == Proposal.id, AuditEntry.action == "submit")
    .correlate(Proposal)
    .scalar_subquery()
)


def made(period: Period) -> SourceListing:
    """Those first submitted within the period, whatever became of them since but a cancellation."""
    return select(Proposal).where(is_made(period))


def approved(period: Period) -> SourceListing:
    """Those approved within the period and not reopened since."""
    return select(Proposal).where(is_approved(period))


def named(period: Period) -> SourceListing:
    """Those a report names: made or approved within the period."""
    return select(Proposal).where(or_(is_made(period), is_approved(period)))


def waiting(period: Period) -> SourceListing:
    """Of those made in the period, and of drafts of its days, what nobody has approved yet."""
    drafted = Proposal.occurs_on.between(period.start, period.end)
    return select(Proposal).where(Proposal.state.in_(UNDECIDED), or_(is_made(period), drafted))


def is_made(period: Period) -> Condition:
    """What was submitted within the period is few, and looked up first; then whether that was the first time."""
    submitted = select(AuditEntry.record_id).where(AuditEntry.action == "submit", within_days(AuditEntry.at, period))
    return and_(Proposal.id.in_(submitted), Proposal.state != State.CANCELLED, within_days(FIRST_SUBMITTED, period))


def is_approved(period: Period) -> Condition:
    return and_(Proposal.state == State.APPROVED, within_days(Proposal.approved_at, period))


def of_proposal(proposal: Proposal) -> SourceLine:
    costs = f"chi phí một năm {money(proposal.cost_before)} → {money(proposal.cost_after)}"
    return SourceLine(proposal.title, proposal, f"{proposal.procedure_name} · {costs}")


COST_BEFORE, COST_AFTER = Proposal.__table__.c.annual_cost_before, Proposal.__table__.c.annual_cost_after
SUBJECT = Subject(
    "proposals",
    "sổ phương án đơn giản hóa",
    Proposal,
    {
        "proposals.made": RegisterMeasure(made, of_proposal),
        "proposals.approved": RegisterMeasure(approved, of_proposal),
        "proposals.cost_before": RegisterMeasure(approved, of_proposal, amount=COST_BEFORE),
        "proposals.cost_after": RegisterMeasure(approved, of_proposal, amount=COST_AFTER),
    },
)
