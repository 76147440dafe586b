"""A remedy is reported, sent back, reported again and verified, while the inspection stays locked."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from factories import a_finding, a_ready_inspection, an_item
from flask_migrate import downgrade, upgrade
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from werkzeug.datastructures import FileStorage

from intranet.inspections import remedies, remedy_list
from intranet.inspections.models import CorrectiveAction, Finding
from intranet.inspections.remedy_list import Shelf, listing, overdue_remedies
from intranet.inspections.workflow import Remedy
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.records import attachments, operations
from intranet.records.models import Attachment

PDF = b"%PDF-1.4 minh chung"


@pytest.fixture(autouse=True)
def in_march(monkeypatch):
    """The day is 25/3/2026: the finding's due date, 20/3/2026, has passed."""
    for module in (remedies, remedy_list):
        monkeypatch.setattr(module, "today", lambda: date(2026, 3, 25))


@pytest.fixture
def finding(app, cast):
    """One of an approved inspection, to be remedied by An's unit."""
    return approved_finding(cast)


def approved_finding(cast, **change):
    inspection = a_ready_inspection(cast("chi"), inspected_unit=cast("an").unit)
    finding = a_finding(an_item(inspection, 2), **change)
    db.session.refresh(inspection)
    operations.act(inspection, "submit", cast("chi"))
    operations.act(inspection, "approve", cast("dung"))
    return finding


def upload(name="anh.pdf", content=PDF):
    return FileStorage(io.BytesIO(content), name)


def reported(finding, cast, *files):
    return remedies.report_remedy(finding, "Đã niêm yết đủ", date(2026, 3, 10), cast("an"), files)


def test_the_way_of_a_remedy_is_told_in_the_trail_of_its_inspection(finding, cast):
    reported(finding, cast)
    assert finding.state is Remedy.REPORTED
    remedies.send_back_remedy(finding, cast("chi"), "Thiếu ảnh chụp")
    assert finding.state is Remedy.RETURNED
    reported(finding, cast, upload())
    remedies.verify_remedy(finding, cast("chi"))
    assert finding.is_verified
    turns = remedies.turns(finding)
    assert [turn.entry.action for turn in turns] == [
        "verify_remedy", "report_remedy", "send_back_remedy", "report_remedy",
    ]  # fmt: skip
    assert [turn.report for turn in turns if turn.report] == finding.actions[::-1]
    assert turns[2].entry.note == "Thiếu ảnh chụp"
    assert turns[0].entry.changes == [["Khắc phục tiêu chí 2", "Chờ xác nhận", "Đã khắc phục"]]


def test_the_way_of_a_remedy_is_found_by_its_key_and_not_by_words(finding, cast):
    reported(finding, cast)
    db.session.execute(text("UPDATE audit_entries SET changes = '[]'"))
    assert [turn.entry.action for turn in remedies.turns(finding)] == ["report_remedy"]


def test_ways_told_before_they_had_keys_are_found(finding, cast):
    reported(finding, cast)
    db.session.commit()
    number = finding.id
    db.session.remove()
    downgrade(revision="023")
    upgrade()
    kept = db.session.get(Finding, number)
    assert [turn.entry.action for turn in remedies.turns(kept)] == ["report_remedy"]


def test_what_was_approved_is_untouched_by_a_remedy(finding, cast):
    decided = operations.submitted_fingerprint(finding.inspection)
    reported(finding, cast, upload())
    assert finding.inspection.is_approved
    assert finding.inspection.fingerprint() == decided


def test_all_files_of_a_report_are_kept_with_it(finding, cast):
    action = reported(finding, cast, upload("một.pdf"), upload("hai.pdf"))
    assert [file.name for file in action.evidence] == ["một.pdf", "hai.pdf"]
    assert finding.inspection.attachments == action.evidence


def test_one_bad_file_keeps_out_the_whole_report_and_is_named(finding, cast):
    with pytest.raises(Refused, match=r"“ma\.exe”: Chỉ nhận tệp PDF"):
        reported(finding, cast, upload(), upload("ma.exe"))
    db.session.rollback()
    assert db.session.scalars(select(Attachment)).all() == []


@pytest.mark.parametrize(
    ("done_on", "sentence"),
    [(date(2026, 3, 26), "chưa tới"), (date(2026, 2, 4), "kết thúc ngày 05/02/2026")],
)
def test_a_remedy_is_done_after_the_inspection_and_before_today(finding, cast, done_on, sentence):
    with pytest.raises(Refused, match=sentence):
        remedies.report_remedy(finding, "Đã niêm yết", done_on, cast("an"))


@pytest.mark.parametrize("done_on", [date(2026, 2, 5), date(2026, 3, 25)])
def test_the_last_day_of_the_inspection_and_today_will_do(finding, cast, done_on):
    remedies.report_remedy(finding, "Đã niêm yết", done_on, cast("an"))
    assert finding.state is Remedy.REPORTED


def test_only_the_responsible_unit_reports_and_only_the_controller_verifies(finding, cast):
    for stranger in ("binh", "dung", "quan"):
        with pytest.raises(Refused):
            remedies.report_remedy(finding, "Đã niêm yết", date(2026, 3, 10), cast(stranger))
    reported(finding, cast)
    for stranger in ("an", "dung", "quan"):
        with pytest.raises(Refused):
            remedies.verify_remedy(finding, cast(stranger))


def test_nothing_is_remedied_before_the_inspection_is_approved_or_while_it_is_open_again(app, cast):
    draft = a_finding(an_item(a_ready_inspection(cast("an")), 2))
    with pytest.raises(Refused, match="đã duyệt"):
        remedies.report_remedy(draft, "Đã niêm yết", date(2026, 3, 10), cast("an"))
    finding = approved_finding(cast)
    operations.act(finding.inspection, "reopen", cast("dung"), "Ghi nhầm tên")
    with pytest.raises(Refused, match="đã duyệt"):
        reported(finding, cast)
    assert remedies.open_steps(finding, cast("an")) == []


def test_sending_back_needs_a_reason(finding, cast):
    reported(finding, cast)
    with pytest.raises(Refused, match="lý do"):
        remedies.send_back_remedy(finding, cast("chi"), " ")


def lock_holds():
    with pytest.raises(Refused):
        db.session.flush()
    db.session.rollback()


def test_beside_the_remedy_nothing_of_the_locked_record_gives_way(finding, cast):
    action = reported(finding, cast, upload())
    db.session.commit()
    finding.text = "Khác"
    lock_holds()
    finding.due_on = date(2026, 12, 31)
    lock_holds()
    action.text = "Khác"
    lock_holds()
    action.evidence[0].name = "khac.pdf"
    lock_holds()
    db.session.delete(action.evidence[0])
    lock_holds()
    db.session.delete(action)
    lock_holds()
    action.evidence = []
    lock_holds()
    finding.item.evidence = [finding.inspection.attachments[0]]
    lock_holds()
    a_second = finding.inspection
    with pytest.raises(Refused, match="Chỉ thêm được tệp"):
        attachments.attach(a_second, upload(), cast("chi"))


def test_a_report_and_its_proof_stay_when_the_inspection_is_opened_again(finding, cast):
    reported(finding, cast, upload())
    operations.act(finding.inspection, "reopen", cast("dung"), "Ghi nhầm tên")
    db.session.commit()
    with pytest.raises(Refused, match="minh chứng khắc phục"):
        attachments.remove(finding.inspection.attachments[0], cast("chi"))
    db.session.rollback()
    finding.item.finding = None
    with pytest.raises(Refused, match="đã có báo cáo khắc phục"):
        db.session.flush()
    db.session.rollback()
    assert len(db.session.scalars(select(CorrectiveAction)).all()) == 1


def test_a_remedy_is_late_from_the_day_after_its_due_date_until_verified(app, cast):
    late = approved_finding(cast, due_on=date(2026, 3, 24))
    approved_finding(cast, due_on=date(2026, 3, 25))
    assert overdue_remedies(cast("an")) == (1, [late])
    reported(late, cast)
    assert overdue_remedies(cast("an")) == (1, [late])
    remedies.verify_remedy(late, cast("chi"))
    assert overdue_remedies(cast("an")) == (0, [])


def test_an_officer_looks_after_the_own_unit_and_controller_and_director_after_all(app, cast):
    ours = approved_finding(cast)
    theirs = approved_finding(cast, responsible_unit=cast("binh").unit, due_on=date(2026, 3, 1))
    a_finding(an_item(a_ready_inspection(cast("an")), 2))  # of a draft: not yet in force
    assert overdue_remedies(cast("an")) == (1, [ours])
    assert overdue_remedies(cast("binh")) == (1, [theirs])
    for overseer in ("chi", "dung"):
        assert overdue_remedies(cast(overseer)) == (2, [theirs, ours])


def test_shelves_are_counted_sorted_by_due_date_and_paged(app, cast, monkeypatch):
    monkeypatch.setattr(remedy_list, "ON_A_PAGE", 2)
    second = approved_finding(cast, due_on=date(2026, 4, 2))
    first = approved_finding(cast, due_on=date(2026, 3, 2))
    third = approved_finding(cast, due_on=date(2026, 4, 3))
    reported(second, cast)
    shown = listing(cast("chi"), Shelf.UNFINISHED, 1)
    assert (shown.findings, shown.total, shown.pages) == ([first, second], 3, 2)
    assert shown.counts == {Shelf.UNFINISHED: 3, Shelf.OVERDUE: 1, Shelf.REPORTED: 1}
    assert listing(cast("chi"), Shelf.UNFINISHED, 99).findings == [third]
    assert listing(cast("chi"), Shelf.OVERDUE, 1).findings == [first]
    remedies.verify_remedy(second, cast("chi"))
    assert listing(cast("chi"), Shelf.VERIFIED, 1).findings == [second]
    assert listing(cast("chi"), Shelf.REPORTED, 1).findings == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(list(Remedy)), st.integers(-2, 2)), min_size=1, max_size=4))
@example([(state, days) for state in Remedy for days in (-1, 0, 1)])
def test_the_query_and_the_finding_agree_on_what_is_late(app, cast, told):
    day = date(2026, 3, 25)
    with db.session.begin_nested() as attempt, as_of(datetime(2026, 3, 25, 3, tzinfo=UTC)):
        inspection = a_ready_inspection(cast("chi"))
        made = [
            a_finding(an_item(inspection, number), state=state, due_on=day + timedelta(days=days))
            for number, (state, days) in enumerate(told, 2)
        ]
        late = set(db.session.scalars(select(Finding.id).where(remedy_list.on(Shelf.OVERDUE))))
        assert late == {finding.id for finding in made if finding.is_overdue}
        attempt.rollback()
