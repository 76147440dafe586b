"""What a report said at each submission, kept by the hash that decisions on it name."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import select

from intranet.decisions.changes import ReportState
from intranet.decisions.models import ReportReading, ReportVersion
from intranet.kernel.clock import now as moment
from intranet.kernel.db import db
from intranet.records.models import AuditEntry
from intranet.reports.current import CurrentReport
from intranet.reports.models import Report
from intranet.reports.printing import Print, print_of
from intranet.reports.wording import with_period

DECIDED = ("approve", "send_back")


@dataclass(frozen=True)
class Seen:
    """What a report said when somebody saw it last, or decided on it, as it is stored; `occasion` says which."""

    stored: ReportReading | ReportVersion
    at: datetime
    occasion: str

    @cached_property
    def state(self) -> ReportState:
        return ReportState.from_json(self.stored.facts, self.stored.sections)

    def says(self, state: ReportState) -> bool:
        """Whether that is the very state, word for word."""
        if isinstance(self.stored, ReportReading):  # it keeps the digest, so that what was read need not be read again
            return self.stored.content_hash == state.digest
        return self.stored.sections == state.sections_json() and self.stored.facts == state.facts.to_json()


def state_of(now: CurrentReport) -> ReportState:
    return ReportState(now.facts, now.sections)


def keep_version(report: Report, now: CurrentReport) -> None:
    """Keep what is submitted; submitting the very same again keeps nothing new."""
    with db.session.no_autoflush:  # the state and what it freezes go to the database together
        content_hash = report.fingerprint()
        if version_of(report, content_hash) is None:
            state = state_of(now)
            facts, sections = state.facts.to_json(), state.sections_json()
            version = ReportVersion(content_hash=content_hash, submitted_at=moment(), facts=facts, sections=sections)
            version.print = report.print or {}
            version.report_id = report.id
            db.session.add(version)


def version_of(report: Report, content_hash: str) -> ReportVersion | None:
    wanted = select(ReportVersion).where(ReportVersion.report_id == report.id)
    return db.session.scalar(wanted.where(ReportVersion.content_hash == content_hash))


def print_in(version: ReportVersion, report: Report) -> Print:
    """What was printed of it; of a version older than prints, what its facts and texts give in the words of today."""
    if version.print:
        return Print.from_json(version.print)
    state = ReportState.from_json(version.facts, version.sections)
    return print_of(with_period(report.outline.subject, report.period), state.sections, state.facts)


def last_decision(report: Report) -> AuditEntry | None:
    """The last approval or return."""
    return next((entry for entry in report.trail if entry.action in DECIDED), None)


def decided(report: Report, entry: AuditEntry) -> Seen | None:
    """What was decided on; None where a decision is older than the keeping of versions."""
    version = version_of(report, entry.fingerprint)
    what = "bản được duyệt" if entry.action == "approve" else "bản bị trả lại"
    return Seen(version, entry.at, what) if version else None
