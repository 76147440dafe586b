"""Behind the figures of internal procedures: the quy trình nội bộ in force, and those in work."""

from functools import lru_cache

from sqlalchemy import and_, or_, select

from intranet.figures.sources.source import (
    UNDECIDED,
    Condition,
    RegisterMeasure,
    SourceLine,
    SourceListing,
    Subject,
    after,
)
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.procedures.models import InternalProcedure, InternalTthc, in_force
from intranet.records.approval import State
from intranet.records.models import Record


def effective(period: Period) -> SourceListing:
    """Those in force on the period's last day; of each code the last revision alone."""
    return select(InternalProcedure).where(in_force(period.end))


def drafting(period: Period) -> SourceListing:
    """Those begun by the period's end and not approved by now."""
    return select(InternalProcedure).where(in_work(InternalProcedure, period))


@lru_cache(maxsize=32)
def named(period: Period) -> SourceListing:
    """Those a report names: what began to apply within the period, and what is in work."""
    began = and_(in_force(period.end), InternalProcedure.effective_from >= period.start)
    return select(InternalProcedure).where(or_(began, in_work(InternalProcedure, period)))


def tthc(period: Period) -> SourceListing:
    """TTHC nội bộ, another thing: what was approved by the period's end, and what is in work."""
    approved = and_(InternalTthc.state == State.APPROVED, InternalTthc.approved_at < after(period))
    return select(InternalTthc).where(or_(approved, in_work(InternalTthc, period)))


def tthc_drafting(period: Period) -> SourceListing:
    return select(InternalTthc).where(in_work(InternalTthc, period))


def in_work(kind: type[Record], period: Period) -> Condition:
    return and_(kind.state.in_(UNDECIDED), kind.created_at < after(period))


def of_procedure(procedure: InternalProcedure) -> SourceLine:
    applies = f" · áp dụng từ {date_text(procedure.effective_from)}" if procedure.effective_from else ""
    return SourceLine(procedure.title, procedure, f"{procedure.code}, phiên bản {procedure.revision:02}{applies}")


SUBJECT = Subject(
    "internal-procedures",
    "sổ quy trình nội bộ",
    InternalProcedure,
    {
        "internal_procedures.effective": RegisterMeasure(effective, of_procedure),
        "internal_procedures.drafting": RegisterMeasure(drafting, of_procedure),
    },
)
