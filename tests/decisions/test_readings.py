"""What a person last read of a report, and what was submitted when."""

import pytest
from factories import a_report, a_submitted_report, an_approved_report, typed_figures
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from intranet.decisions import operations, readings
from intranet.decisions.models import ReportReading, ReportVersion
from intranet.decisions.versions import decided, last_decision, print_in, state_of, version_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.reports.current import current_report

Q1 = Period.parse("2026-Q1")
FUNDING = "text.funding"


def changed(report, user):
    return readings.since(readings.last_seen(report, user), current_report(Q1))


def read(report, user):
    now = current_report(Q1)
    readings.mark_read(now, user, state_of(now).digest)


def names(changes) -> set[str]:
    return {change.name for change in changes.figures}


def test_who_begins_a_report_has_read_it(cast):
    chi = cast("chi")
    report = a_report(chi)
    assert readings.reading_of(report, chi) and not changed(report, chi)


def test_later_figures_are_told_until_they_are_read(cast):
    chi = cast("chi")
    report = a_report(chi)
    typed_figures("2026-Q1", chi, feedback__received=7)
    assert "feedback.received" in names(changed(report, chi))
    read(report, chi)
    assert not changed(report, chi)
    assert report.trail[0].action == "read" and report.trail[0].actor == chi


def test_own_words_are_not_told_to_who_wrote_them_but_figures_still_are(cast):
    chi = cast("chi")
    typed_figures("2026-Q1", chi, feedback__received=5)
    report = a_report(chi)
    typed_figures("2026-Q1", chi, feedback__received=7)
    operations.edit_section(report, FUNDING, "Lời của chi.", 0, chi)
    found = changed(report, chi)
    assert not found.sections and "feedback.received" in names(found)


def test_anothers_words_are_told(cast, as_user):
    chi, dung = cast("chi"), cast("dung")
    report = a_report(chi)
    read(report, dung)
    operations.edit_section(report, FUNDING, "Lời của chi.", 0, chi)
    assert [change.section.key for change in changed(report, dung).sections] == [FUNDING]


def test_who_saves_a_section_without_having_begun_the_report_has_read_it(cast):
    report = a_report(cast("chi"))
    db.session.query(ReportReading).delete()
    operations.edit_section(report, FUNDING, "Lời mới.", 0, cast("chi"))
    assert not changed(report, cast("chi"))


def test_giving_ones_text_up_again_is_ones_own_doing(cast):
    chi = cast("chi")
    report = a_report(chi)
    operations.edit_section(report, FUNDING, "Lời của chi.", 0, chi)
    operations.take_composed(report, FUNDING, report.section(FUNDING).version, chi)
    assert not changed(report, chi)


def test_what_was_not_shown_is_not_taken_as_read(cast):
    chi = cast("chi")
    report = a_report(chi)
    shown = state_of(current_report(Q1)).digest
    typed_figures("2026-Q1", chi, feedback__received=7)
    with pytest.raises(StaleDataError):
        readings.mark_read(current_report(Q1), chi, shown)
    assert "feedback.received" in names(changed(report, chi))


def test_who_has_read_nothing_is_told_nothing(cast):
    assert readings.last_seen(a_report(cast("chi")), cast("dung")) is None


def test_each_person_has_one_reading(cast):
    report = a_report(cast("chi"))
    read(report, cast("chi"))
    read(report, cast("dung"))
    assert db.session.query(ReportReading).count() == 2
    first = db.session.query(ReportReading).first()
    copied = ("report_id", "user_id", "read_at", "content_hash", "facts", "sections")
    db.session.add(ReportReading(**{name: getattr(first, name) for name in copied}))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_submission_keeps_what_decisions_on_it_name(cast):
    report = an_approved_report(cast("chi"), cast("dung"))
    version = version_of(report, last_decision(report).fingerprint)
    assert version and print_in(version, report) == current_report(Q1).print


def test_submitting_the_very_same_again_keeps_one_version(cast):
    report = a_submitted_report(cast("chi"))
    records.act(report, "withdraw", cast("chi"))
    records.act(report, "submit", cast("chi"))
    assert db.session.query(ReportVersion).count() == 1


def test_after_a_return_changes_count_from_what_was_returned(cast):
    chi, dung = cast("chi"), cast("dung")
    report = a_submitted_report(chi)
    records.act(report, "send_back", dung, "Viết lại phần kinh phí.")
    operations.edit_section(report, FUNDING, "Lời đã viết lại.", 0, chi)
    records.act(report, "submit", chi)
    seen = readings.last_seen(report, dung)
    assert seen.occasion == "bản bị trả lại"
    assert [change.section.key for change in readings.since(seen, current_report(Q1)).sections] == [FUNDING]


def test_a_reading_after_the_decision_counts_more(cast):
    chi, dung = cast("chi"), cast("dung")
    report = a_submitted_report(chi)
    records.act(report, "send_back", dung, "Viết lại.")
    read(report, dung)
    assert readings.last_seen(report, dung).occasion == "lần bạn đọc"


def test_reopening_keeps_every_decision_and_what_it_was_about(cast):
    chi, dung = cast("chi"), cast("dung")
    report = a_submitted_report(chi)
    records.act(report, "send_back", dung, "Viết lại phần kinh phí.")
    operations.edit_section(report, FUNDING, "Lời đã viết lại.", 0, chi)
    records.act(report, "submit", chi)
    records.act(report, "approve", dung)
    before = [(entry.action, entry.note, entry.fingerprint) for entry in reversed(report.trail)]
    records.act(report, "reopen", dung, "Sai số hồ sơ.")
    operations.edit_section(report, FUNDING, "Lời sau khi mở lại.", report.section(FUNDING).version, chi)
    after = [(entry.action, entry.note, entry.fingerprint) for entry in reversed(report.trail)]
    assert after[: len(before)] == before
    decisions = [entry for entry in report.trail if entry.action in ("approve", "send_back")]
    told = [decided(report, entry).state.sections for entry in decisions]
    texts = [next(one.text for one in sections if one.key == FUNDING) for sections in told]
    assert texts[0] == "Lời đã viết lại." and texts[1].startswith("Mức chi")
