"""Drafted, changed, brought out anew, ended: what each verb does and what the trail says of it."""

from datetime import UTC, date, datetime

import pytest
from factories import a_procedure, an_approved_procedure, an_internal_tthc
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.procedures import operations, tthc_operations
from intranet.procedures.models import InternalProcedure, InternalTthc, ProcedureStep, in_force
from intranet.procedures.steps import TimeUnit
from intranet.procedures.workflow import PARTS, ProcedureStanding
from intranet.records.approval import State
from intranet.records.operations import act

MARCH = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)


def row(position, task, hours, doer="Một cửa", outcome=""):
    return {"position": position, "doer": doer, "task": task, "hours": hours, "outcome": outcome}


def typed(**change):
    values = {
        "title": "Đăng ký lại khai sinh",
        "procedure_code": "1.004884",
        "code": "QT-01",
        "time": 1,
        "time_unit": TimeUnit.DAYS,
        "effective_from": date(2026, 4, 1),
        "legal_basis": "Luật Hộ tịch",
        "papers": "Tờ khai",
        "steps": [row(1, "Tiếp nhận", 2), row(2, "Ký", 6)],
    }
    return values | change


def told_steps(procedure):
    db.session.flush()
    db.session.expire(procedure, ["steps"])
    return [(step.position, step.task, step.hours) for step in procedure.steps]


def refusal(call, *arguments):
    with pytest.raises(Refused) as refused:
        call(*arguments)
    return refused.value.reasons[0]


def approve(cast, procedure):
    act(procedure, "submit", cast("an"))
    act(procedure, "approve", cast("dung"))


def revised(cast, procedure, **change):
    """The next revision, to apply from 02/03/2026."""
    draft = operations.revise(procedure, cast("an"))
    operations.change(draft, {"effective_from": date(2026, 3, 2)} | change, cast("an"))
    return draft


def test_what_is_drafted_belongs_to_the_authors_unit_and_starts_with_revision_one(cast):
    with as_of(MARCH):
        procedure = operations.create(typed(), cast("an"))
    assert (procedure.unit, procedure.revision, procedure.total_hours) == (cast("an").unit, 1, 8)
    assert told_steps(procedure) == [(1, "Tiếp nhận", 2), (2, "Ký", 6)]
    assert procedure.occurs_on == date(2026, 3, 10), "known from the day it was drafted"
    assert "1 004884" in procedure.search and procedure.procedure_name == procedure.title


def test_the_register_knows_of_what_applied_before_it_was_written_down(cast):
    with as_of(MARCH):
        procedure = operations.create(typed(effective_from=date(2026, 1, 5)), cast("an"))
    assert procedure.occurs_on == date(2026, 1, 5)
    operations.change(procedure, {"effective_from": date(2026, 5, 4)}, cast("an"))
    assert procedure.occurs_on == date(2026, 3, 10)


def test_a_draft_may_be_saved_half_done(cast):
    procedure = operations.create(typed(steps=[], effective_from=None, papers="", procedure_code=""), cast("an"))
    assert procedure.state is State.DRAFT
    with pytest.raises(Refused) as refused:
        act(procedure, "submit", cast("an"))
    places = [reason.anchor for reason in refused.value.reasons]
    assert places == ["procedure_code", "papers", "effective_from", "steps"]


def test_hours_that_do_not_add_up_are_refused_when_submitted(cast):
    procedure = operations.create(typed(time=9, time_unit=TimeUnit.HOURS), cast("an"))
    assert refusal(act, procedure, "submit", cast("an")).anchor == "sum"
    operations.change(procedure, {"time": 8, "time_unit": TimeUnit.HOURS}, cast("an"))
    act(procedure, "submit", cast("an"))
    assert procedure.state is State.SUBMITTED


def test_a_change_of_steps_is_told_old_to_new(cast):
    procedure = operations.create(typed(), cast("an"))
    operations.change(
        procedure, typed(steps=[row(1, "Tiếp nhận", 2), row(2, "Ký số", 6, outcome="Trích lục")]), cast("an")
    )
    (change,) = procedure.trail[0].changes
    assert change == [
        "Các bước",
        "Bước 1. Một cửa: Tiếp nhận (2 giờ)\nBước 2. Một cửa: Ký (6 giờ)",
        "Bước 1. Một cửa: Tiếp nhận (2 giờ)\nBước 2. Một cửa: Ký số (6 giờ, Trích lục)",
    ]


def test_saving_the_same_again_leaves_no_trace(cast):
    procedure = operations.create(typed(), cast("an"))
    operations.change(procedure, typed(), cast("an"))
    assert [entry.action for entry in procedure.trail] == ["create"]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row(1, "Ký", 8)],
        [row(1, "Nhận", 1), row(2, "Ký", 2), row(3, "Trả", 5)],
        [row(2, "Ký", 6), row(1, "Tiếp nhận", 2)],
    ],
)
def test_steps_are_replaced_in_their_order_without_a_gap(cast, rows):
    procedure = operations.create(typed(), cast("an"))
    operations.change(procedure, typed(steps=rows), cast("an"))
    expected = sorted((it["position"], it["task"], it["hours"]) for it in rows)
    assert told_steps(procedure) == expected
    assert db.session.scalar(select(func.count()).select_from(ProcedureStep)) == len(rows)


def test_a_step_may_be_put_in_between(cast):
    procedure = operations.create(typed(), cast("an"))
    rows = [row(1, "Tiếp nhận", 2), row(2, "Ký", 4), row(2, "Thẩm định", 2)]
    operations.change(procedure, typed(steps=rows), cast("an"))
    assert told_steps(procedure) == [(1, "Tiếp nhận", 2), (2, "Thẩm định", 2), (3, "Ký", 4)]


def test_a_code_that_is_taken_is_refused_at_its_field(cast):
    a_procedure(cast("an"), code="QT-01", title="Khai sinh")
    reason = refusal(operations.create, typed(), cast("binh"))
    assert reason.anchor == "code" and "“Khai sinh”" in reason.message and "lập phiên bản mới" in reason.message
    mine = operations.create(typed(code="QT-02"), cast("an"))
    assert refusal(operations.change, mine, typed(), cast("an")).anchor == "code"


def test_a_cancelled_code_is_free_again_and_its_numbers_go_on(cast):
    old = a_procedure(cast("an"), code="QT-01")
    act(old, "cancel", cast("an"), "Nhập nhầm")
    new = operations.create(typed(), cast("an"))
    assert (new.revision, new.replaces) == (2, None)
    assert refusal(act, old, "restore", cast("an")).anchor == "revisions"


def test_a_revision_copies_all_but_its_days(cast):
    old = an_approved_procedure(cast("an"), cast("dung"))
    draft = operations.revise(old, cast("an"))
    db.session.refresh(draft)
    assert (draft.revision, draft.replaces, draft.state) == (2, old, State.DRAFT)
    assert draft.sequence == old.sequence and len(draft.steps) == 2 and draft.total_hours == 24
    assert (draft.effective_from, draft.effective_to) == (None, None)
    assert old.is_approved and old.trail[0].summary == "Đã lập phiên bản 02 để thay"
    assert {step.id for step in draft.steps}.isdisjoint(step.id for step in old.steps)


def test_one_revision_of_a_code_is_open_at_a_time(cast):
    old = an_approved_procedure(cast("an"), cast("dung"))
    operations.revise(old, cast("an"))
    db.session.refresh(old)
    assert "Phiên bản 02 chưa duyệt xong" in refusal(operations.revise, old, cast("an")).message
    assert "Phiên bản 02 chưa duyệt xong" in refusal(act, old, "reopen", cast("dung"), "Sửa").message


def test_a_draft_is_not_revised_but_changed(cast):
    assert "đã duyệt" in refusal(operations.revise, a_procedure(cast("an")), cast("an")).message


def test_only_the_last_approved_revision_is_revised_or_reopened(cast):
    old = an_approved_procedure(cast("an"), cast("dung"))
    new = revised(cast, old)
    approve(cast, new)
    db.session.refresh(old)
    assert "Phiên bản 02 đã được duyệt" in refusal(operations.revise, old, cast("an")).message
    assert "Phiên bản 02 đã được duyệt" in refusal(act, old, "reopen", cast("dung"), "Sửa").message
    db.session.refresh(new)
    assert operations.revise(new, cast("an")).revision == 3


def test_after_a_cancelled_revision_another_may_be_drafted(cast):
    old = an_approved_procedure(cast("an"), cast("dung"))
    draft = operations.revise(old, cast("an"))
    act(draft, "cancel", cast("an"), "Chưa cần")
    db.session.refresh(old)
    again = operations.revise(old, cast("an"))
    assert again.revision == 3
    db.session.refresh(draft)
    assert "Phiên bản 03 chưa duyệt xong" in refusal(act, draft, "restore", cast("an")).message


@pytest.mark.parametrize("day", [date(2026, 2, 1), date(2026, 2, 2)])
def test_a_revision_applies_after_the_one_it_replaces(cast, day):
    draft = operations.revise(an_approved_procedure(cast("an"), cast("dung")), cast("an"))
    reason = refusal(operations.change, draft, {"effective_from": day}, cast("an"))
    assert reason.anchor == "effective_from" and "Phiên bản 01 áp dụng từ ngày 02/02/2026" in reason.message


def test_the_code_of_several_revisions_stays(cast):
    draft = operations.revise(an_approved_procedure(cast("an"), cast("dung")), cast("an"))
    assert refusal(operations.change, draft, typed(code="QT-99"), cast("an")).anchor == "code"


def counted(day):
    return list(db.session.scalars(select(InternalProcedure.revision).where(in_force(day)).order_by("revision")))


def test_the_day_decides_which_revision_is_in_force(cast):
    old = an_approved_procedure(cast("an"), cast("dung"))
    approve(cast, revised(cast, old))
    an_approved_procedure(cast("an"), cast("dung"), code="QT-TP-02", effective_to=date(2026, 2, 20))
    assert counted(date(2026, 2, 1)) == []
    assert counted(date(2026, 2, 2)) == counted(date(2026, 2, 20)) == [1, 1]
    assert counted(date(2026, 2, 21)) == counted(date(2026, 3, 1)) == [1]
    assert counted(date(2026, 3, 2)) == [2]


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "cancelled"])
def test_what_is_not_approved_is_not_in_force(cast, state):
    procedure = a_procedure(cast("an"))
    if state == "cancelled":
        act(procedure, "cancel", cast("an"), "Nhầm")
    elif state != "draft":
        act(procedure, "submit", cast("an"))
    if state == "returned":
        act(procedure, "send_back", cast("dung"), "Thiếu bước")
    assert procedure.state == state and counted(date(2026, 3, 10)) == [] and procedure.standing is None


def test_what_is_ended_is_not_in_force_and_the_trail_says_why(cast):
    procedure = an_approved_procedure(cast("an"), cast("dung"))
    operations.end(procedure, date(2026, 3, 15), "Bãi bỏ theo Quyết định số 9", cast("dung"))
    assert procedure.standing_on(date(2026, 3, 15), [procedure]) is ProcedureStanding.IN_FORCE
    assert (
        procedure.standing_on(date(2026, 3, 16), [procedure]) is ProcedureStanding.ENDED
        and counted(date(2026, 3, 16)) == []
    )
    entry = procedure.trail[0]
    assert (entry.summary, entry.note) == ("Đã ghi ngày ngừng áp dụng", "Bãi bỏ theo Quyết định số 9")
    assert entry.changes == [["Áp dụng đến hết ngày", "(trống)", "15/03/2026"]]
    operations.end(procedure, None, "Ghi nhầm", cast("dung"))
    assert procedure.trail[0].summary == "Đã bỏ ngày ngừng áp dụng" and counted(date(2026, 3, 16)) == [1]


def test_an_end_before_the_beginning_or_of_a_draft_is_refused(cast):
    procedure = an_approved_procedure(cast("an"), cast("dung"))
    assert refusal(operations.end, procedure, date(2026, 2, 1), "Nhầm", cast("dung")).anchor == "effective_to"
    draft = a_procedure(cast("an"), code="QT-TP-02")
    assert "đã duyệt" in refusal(operations.end, draft, date(2026, 3, 1), "Nhầm", cast("dung")).message


def test_an_approved_procedure_and_its_steps_are_locked(cast):
    procedure = an_approved_procedure(cast("an"), cast("dung"))
    with pytest.raises(Refused):
        operations.change(procedure, typed(), cast("an"))
    procedure.steps[0].hours = 9
    with pytest.raises(Refused):
        db.session.flush()


def test_the_director_approves_exactly_what_was_submitted(cast):
    procedure = a_procedure(cast("an"))
    act(procedure, "submit", cast("an"))
    assert procedure.trail[0].fingerprint == procedure.fingerprint()
    before = procedure.fingerprint()
    act(procedure, "withdraw", cast("an"))
    operations.change(procedure, {"steps": [row(1, "Ký", 24)]}, cast("an"))
    assert procedure.fingerprint() != before


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"code": ""}, "has_code"),
        ({"revision": 0}, "revision_from_one"),
        ({"total_hours": 0}, "takes_time"),
        ({"effective_from": None, "effective_to": date(2026, 3, 1)}, "end_has_start"),
        ({"effective_to": date(2026, 2, 1)}, "ends_after_start"),
    ],
)
def test_the_database_refuses_what_cannot_be(cast, change, rule):
    with pytest.raises(IntegrityError, match=rule):
        a_procedure(cast("an"), **change)


def test_the_database_refuses_a_revision_twice(cast):
    a_procedure(cast("an"))
    with pytest.raises(IntegrityError, match=r"internal_procedures\.code, internal_procedures\.revision"):
        a_procedure(cast("an"))


def test_the_first_revision_replaces_nothing(cast):
    old = a_procedure(cast("an"))
    with pytest.raises(IntegrityError, match="first_replaces_nothing"):
        a_procedure(cast("an"), code="QT-TP-02", replaces=old)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"hours": -1}, "hours_not_negative"),
        ({"position": 0}, "position_from_one"),
        ({"task": ""}, "has_task"),
        ({"position": 1}, "procedure_steps.position"),
    ],
)
def test_the_database_refuses_an_impossible_step(cast, change, rule):
    procedure = a_procedure(cast("an"))
    db.session.add(ProcedureStep(**{"procedure": procedure, "position": 9, "task": "Ký", "hours": 1} | change))
    with pytest.raises(IntegrityError, match=rule):
        db.session.flush()


def test_a_tthc_is_drafted_changed_and_approved(cast):
    values = dict.fromkeys(PARTS, "Không") | {"title": "Cử đi học", "code": "NB-07"}
    tthc = tthc_operations.create(values, cast("an"))
    tthc_operations.change(tthc, values | {"fee": "10.000 đồng"}, cast("an"))
    assert tthc.trail[0].changes == [["Phí, lệ phí", "Không", "10.000 đồng"]]
    act(tthc, "submit", cast("an"))
    act(tthc, "approve", cast("dung"))
    assert tthc.is_approved and refusal(tthc_operations.change, tthc, values, cast("an"))


def test_a_tthc_is_submitted_with_all_eleven_parts(cast):
    tthc = an_internal_tthc(cast("an"), fee="", conditions="")
    with pytest.raises(Refused) as refused:
        act(tthc, "submit", cast("an"))
    assert [reason.anchor for reason in refused.value.reasons] == ["fee", "conditions"]


def test_a_tthcs_code_is_its_own(cast):
    old = an_internal_tthc(cast("an"))
    other = an_internal_tthc(cast("binh"), code="NB-02")
    assert refusal(tthc_operations.change, other, {"code": "NB-01"}, cast("binh")).anchor == "code"
    act(old, "cancel", cast("an"), "Nhầm")
    assert "khôi phục" in refusal(tthc_operations.change, other, {"code": "NB-01"}, cast("binh")).message
    with pytest.raises(IntegrityError, match=r"internal_tthc\.code"):
        an_internal_tthc(cast("an"))


def test_a_tthc_without_a_code_is_refused_by_the_database(cast):
    with pytest.raises(IntegrityError, match="has_code"):
        an_internal_tthc(cast("an"), code="")
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(InternalTthc)) == 0
