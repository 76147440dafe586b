"""The life of a record: who may take which step, what is locked, what the trail says."""

import pytest
from factories import a_finding, a_ready_inspection, an_approved_inspection, an_inspection, an_item
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from intranet.inspections.models import Inspection
from intranet.inspections.workflow import Remedy, Result
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.records.approval import State
from intranet.records.models import AuditEntry
from intranet.records.operations import act, change, note_down


def test_a_record_goes_from_draft_to_approved(cast):
    record = a_ready_inspection(cast("an"))
    act(record, "submit", cast("an"))
    assert record.state is State.SUBMITTED and record.approved_by is None
    act(record, "approve", cast("dung"))
    assert record.state is State.APPROVED
    assert record.approved_by is cast("dung") and record.approved_at is not None
    assert [entry.action for entry in record.trail] == ["approve", "submit", "create"]


@pytest.mark.parametrize("action", ["approve", "send_back"])
def test_a_controller_or_officer_decides_nothing(cast, action):
    record = a_ready_inspection(cast("an"))
    act(record, "submit", cast("an"))
    for username in ("an", "binh", "chi", "quan"):
        with pytest.raises(Refused):
            act(record, action, cast(username), "lý do")
    assert record.state is State.SUBMITTED


def test_a_director_does_not_approve_an_own_record(cast):
    record = a_ready_inspection(cast("an"), title="Do giám đốc lập")
    record.author = cast("dung")
    act(record, "submit", cast("an"))
    with pytest.raises(Refused):
        act(record, "approve", cast("dung"))
    act(record, "approve", cast("giang"))
    assert record.approved_by is cast("giang")


def test_sending_back_and_reopening_need_a_reason(cast):
    record = a_ready_inspection(cast("an"))
    act(record, "submit", cast("an"))
    with pytest.raises(Refused, match="Hãy ghi rõ lý do"):
        act(record, "send_back", cast("dung"), "  ")
    act(record, "send_back", cast("dung"), "Thiếu minh chứng")
    assert record.state is State.RETURNED and record.trail[0].note == "Thiếu minh chứng"
    act(record, "submit", cast("an"))
    act(record, "approve", cast("dung"))
    with pytest.raises(Refused, match="Hãy ghi rõ lý do"):
        act(record, "reopen", cast("dung"))
    act(record, "reopen", cast("dung"), "Ghi nhầm ngày")
    assert record.state is State.RETURNED and record.approved_by is None


def test_only_the_author_withdraws(cast):
    record = a_ready_inspection(cast("an"))
    act(record, "submit", cast("an"))
    with pytest.raises(Refused):
        act(record, "withdraw", cast("binh"))
    act(record, "withdraw", cast("an"))
    assert record.state is State.DRAFT


def test_what_is_not_ready_is_refused_with_every_reason_and_its_place(cast):
    record = an_inspection(cast("an"))
    passed, failed = an_item(record, 1, result=None), an_item(record, 2, result=Result.FAILED)
    db.session.refresh(record)
    with pytest.raises(Refused) as refusal:
        act(record, "submit", cast("an"))
    anchors = [reason.anchor for reason in refusal.value.reasons]
    assert anchors == [f"item-{passed.id}", f"item-{failed.id}", "concluded_on", "conclusion"]


def attempts_on(record):
    """Everything that would change the content of a record."""
    yield lambda: setattr(record, "title", "Tên khác")
    yield lambda: setattr(record, "theme", "Nội dung khác")
    yield lambda: setattr(record.items[0], "note", "thêm")
    yield lambda: setattr(record.items[0], "result", Result.NOT_APPLICABLE)
    yield lambda: setattr(record.findings[0], "text", "khác")
    yield lambda: db.session.delete(record.findings[0])
    yield lambda: db.session.delete(record.items[1])
    yield lambda: an_item(record, 9)
    yield lambda: db.session.delete(record)


@pytest.mark.parametrize("number", range(9))
@pytest.mark.parametrize("state", [State.SUBMITTED, State.APPROVED])
def test_what_is_submitted_or_approved_is_locked_in_the_model(cast, state, number):
    record = a_ready_inspection(cast("an"))
    a_finding(an_item(record, 2))
    db.session.refresh(record)
    act(record, "submit", cast("an"))
    if state is State.APPROVED:
        act(record, "approve", cast("dung"))
    db.session.commit()
    attempt = list(attempts_on(record))[number]
    with pytest.raises(Refused, match="không sửa được"):
        attempt()
        db.session.flush()
    db.session.rollback()
    assert record.fingerprint() == record.trail[0].fingerprint


def test_a_remedy_goes_on_while_its_inspection_is_locked(cast):
    record = a_ready_inspection(cast("an"))
    finding = a_finding(an_item(record, 2))
    db.session.refresh(record)
    act(record, "submit", cast("an"))
    act(record, "approve", cast("dung"))
    finding.state = Remedy.REPORTED
    db.session.flush()
    assert finding.state is Remedy.REPORTED


def test_the_trail_tells_old_and_new_of_every_changed_field(cast):
    record = an_inspection(cast("an"))
    change(record, {"title": "Tên mới", "leader": record.leader, "inspected_unit": cast("binh").unit}, cast("an"))
    assert record.trail[0].changes == [
        ["Tên cuộc kiểm tra", "Kiểm tra niêm yết thủ tục hành chính", "Tên mới"],
        ["Đơn vị được kiểm tra", "Bộ phận Tư pháp", "Phòng Văn hóa - Xã hội"],
    ]


def test_a_save_that_changes_nothing_leaves_no_line(cast):
    record = an_inspection(cast("an"))
    change(record, {"title": record.title}, cast("an"))
    assert [entry.action for entry in record.trail] == ["create"]


def test_the_trail_is_only_ever_added_to(cast):
    record = an_inspection(cast("an"))
    for attempt in (lambda entry: setattr(entry, "note", "khác"), db.session.delete):
        with pytest.raises(Refused, match="chỉ được ghi thêm"):
            attempt(record.trail[0])
            db.session.flush()
        db.session.rollback()
        record = db.session.merge(an_inspection(cast("an")))


def test_a_decision_names_the_content_it_decided_on(cast):
    record = an_approved_inspection(cast("an"), cast("dung"))
    assert {entry.fingerprint for entry in record.trail if entry.action != "create"} == {record.fingerprint()}


def test_the_state_equals_what_the_decisions_on_the_current_content_say(cast):
    targets = {"submit": State.SUBMITTED, "approve": State.APPROVED, "send_back": State.RETURNED}
    targets |= {"withdraw": State.DRAFT, "reopen": State.RETURNED}
    record = a_ready_inspection(cast("an"))
    steps = [("submit", "an"), ("send_back", "dung"), ("submit", "an"), ("approve", "dung"), ("reopen", "dung")]
    for action, username in steps:
        act(record, action, cast(username), "lý do")
        last = next(entry for entry in record.trail if entry.action in targets)
        assert (record.state, record.fingerprint()) == (targets[last.action], last.fingerprint)


def test_a_decision_on_a_version_that_has_changed_since_is_refused(cast):
    record = a_ready_inspection(cast("an"))
    act(record, "submit", cast("an"))
    seen = record.version
    act(record, "withdraw", cast("an"))
    act(record, "submit", cast("an"))
    with pytest.raises(StaleDataError):
        act(record, "approve", cast("dung"), seen=seen)
    act(record, "approve", cast("dung"), seen=record.version)


def test_every_line_of_the_trail_moves_the_version_on(cast):
    record = an_inspection(cast("an"))
    before = record.version
    note_down(record, cast("an"), "remark", "Ghi chú")
    assert record.version > before


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE records SET state = 'approved'",
        "UPDATE records SET state = 'blessed'",
        "UPDATE records SET approved_by_id = author_id, approved_at = created_at, state = 'approved'",
        "UPDATE records SET title = ''",
        "UPDATE records SET unit_id = 999",
        "UPDATE inspections SET ended_on = '2026-01-01'",
        "UPDATE inspections SET ended_on = NULL, concluded_on = '2026-03-01'",
        "UPDATE audit_entries SET action = 'send_back', fingerprint = 'x'",
        "UPDATE audit_entries SET action = 'approve'",
    ],
)
def test_the_database_itself_refuses_what_must_never_be(cast, wrong):
    an_inspection(cast("an"))
    with pytest.raises(IntegrityError):
        db.session.execute(db.text(wrong))


def test_nobody_who_appears_in_a_record_can_be_deleted(cast):
    an_inspection(cast("an"))
    assert db.session.query(AuditEntry).count() == 1
    with pytest.raises(IntegrityError):
        db.session.execute(db.text("DELETE FROM users WHERE username = 'an'"))
    assert db.session.query(Inspection).count() == 1
