"""What a report waits for: exports not there yet, records not approved, sections composed anew since."""

from collections.abc import Sequence
from dataclasses import dataclass

from intranet.dossiers import coverage
from intranet.figures.fact import Origin
from intranet.figures.overdue_gap import progress
from intranet.figures.sources.registry import WAITING
from intranet.figures.sources.source import SourceListing
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records.models import Record
from intranet.reports.current import CurrentReport


@dataclass(frozen=True)
class NotApproved:
    """Records of the period that nobody has approved yet, and what that means for the report."""

    heading: str
    records: Sequence[Record]


@dataclass(frozen=True)
class Awaited:
    """`outdated` are the keys of sections composed anew since somebody edited them."""

    outdated: frozenset[str]
    explained: str = ""  # 11/11: of the late dossiers, those that are explained
    lacking: tuple[str, ...] = ()  # the systems whose exports the figures of dossiers still wait for


def awaited(now: CurrentReport) -> Awaited:
    return Awaited(outdated(now), progress(now.facts), lacking(now))


def lacking(now: CurrentReport) -> tuple[str, ...]:
    """Where what was typed about dossiers counts because of these; nothing where no system has given anything yet."""
    if now.facts.figures["dossiers.received"].origin is Origin.RECORDS:
        return ()
    exports = coverage.exports()
    return exports.lacking(now.period) if exports.is_any else ()


def not_approved(period: Period) -> tuple[NotApproved, ...]:
    found = (NotApproved(heading, db.session.scalars(in_order(listing(period))).all()) for heading, listing in WAITING)
    return tuple(one for one in found if one.records)


def in_order(listing: SourceListing) -> SourceListing:
    return listing.order_by(Record.occurs_on, Record.id)


def outdated(now: CurrentReport) -> frozenset[str]:
    """Sections people edited for which the system would by now write something else than it did then."""
    kept = now.report.sections if now.report and not now.report.is_frozen else []
    return frozenset(row.key for row in kept if row.key in now.composed and row.composed != now.composed[row.key])
