"""What each person last read of a report, and what changed since. Looking at a page stores nothing; saying so does."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.models import User
from intranet.decisions.changes import Changes, ReportState, changes
from intranet.decisions.models import ReportReading
from intranet.decisions.versions import Seen, decided, last_decision, state_of
from intranet.kernel.clock import now as moment
from intranet.kernel.db import db
from intranet.records import operations as records
from intranet.reports.current import CurrentReport
from intranet.reports.models import Report
from intranet.reports.sections.compose import Section


def reading_of(report: Report, user: User) -> ReportReading | None:
    wanted = select(ReportReading).where(ReportReading.report_id == report.id, ReportReading.user_id == user.id)
    return db.session.scalar(wanted)


def last_seen(report: Report, user: User) -> Seen | None:
    """What the person last read, or what was decided on since; None where neither is known."""
    reading, decision = reading_of(report, user), last_decision(report)
    if decision and (reading is None or reading.read_at < decision.at) and (seen := decided(report, decision)):
        return seen
    if reading is None:
        return None
    return Seen(reading, reading.read_at, "lần bạn đọc")


def since(seen: Seen | None, now: CurrentReport) -> Changes:
    state = state_of(now)
    return Changes() if seen is None or seen.says(state) else changes(seen.state, state)


def begin(now: CurrentReport, user: User) -> None:
    """Take what the report says as read by somebody who has read nothing of it yet: who began or edits it."""
    if now.report and reading_of(now.report, user) is None:
        keep(now.report, user, state_of(now))


def saw_section(now: CurrentReport, user: User, section: Section, text: str) -> None:
    """Who writes a section knows what it says; what else changed is still to be read."""
    report = now.report
    if report is None:
        return
    reading = reading_of(report, user)
    if reading is None:
        return keep(report, user, replace(state_of(now), sections=tuple(with_text(now.sections, section, text))))
    told = ReportState.from_json(reading.facts, reading.sections)
    known = replace(told, sections=tuple(with_text(told.sections, section, text)))
    reading.sections, reading.content_hash = known.sections_json(), known.digest
    return None


def with_text(sections: Iterable[Section], section: Section, text: str) -> list[Section]:
    return [replace(one, text=text) if one.key == section.key else one for one in sections]


def mark_read(now: CurrentReport, user: User, shown: str) -> None:
    """Take the changes as read; `shown` names the text they were shown with, or nothing is taken."""
    state = state_of(now)
    if now.report is None or shown != state.digest:
        raise StaleDataError("the report changed since its changes were shown")
    keep(now.report, user, state)
    records.note_down(now.report, user, "read", "Đã đọc các thay đổi")


def keep(report: Report, user: User, state: ReportState) -> None:
    reading = reading_of(report, user) or ReportReading(report_id=report.id, user_id=user.id)
    reading.read_at, reading.content_hash = moment(), state.digest
    reading.facts, reading.sections = state.facts.to_json(), state.sections_json()
    db.session.add(reading)
