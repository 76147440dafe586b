"""Planned, begun, answered, concluded, decided: what each verb does and what the trail says of it."""

import io
from datetime import UTC, date, datetime

import pytest
from factories import a_finding, a_ready_inspection, an_inspection, an_item
from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from intranet.inspections import operations, remedies
from intranet.inspections.answers import answer
from intranet.inspections.models import Checklist, Finding, InspectionItem
from intranet.inspections.workflow import Kind, Method, Result, Severity
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.records import inbox
from intranet.records.attachments import remove
from intranet.records.models import Attachment
from intranet.records.operations import act

MARCH = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
FOUND = {"text": "Thiếu hai thủ tục", "severity": Severity.MINOR, "remedy": "Niêm yết bổ sung"}


def plan_of(unit, **change):
    values = {
        "title": "Kiểm tra việc trả kết quả",
        "inspection_kind": Kind.AD_HOC,
        "method": Method.BY_SYSTEM,
        "theme": "Trả kết quả đúng hạn",
        "basis": "Quyết định số 15/QĐ-UBND",
        "inspected_unit": unit,
        "leader": "Nguyễn Văn Trưởng",
        "secretary": "Trần Thị Ký",
        "started_on": date(2026, 2, 3),
        "ended_on": None,
    }
    return values | change


def begun(cast, **change):
    inspection = an_inspection(cast("an"), **change)
    operations.start(inspection, cast("an"))
    return inspection


def pdf(name="ảnh.pdf"):
    return FileStorage(io.BytesIO(b"%PDF-1.4 x"), name)


def last(inspection):
    return inspection.trail[0]


def test_a_plan_is_a_draft_of_its_authors_unit(cast):
    inspection = operations.plan(plan_of(cast("binh").unit), cast("an"))
    assert inspection.unit is cast("an").unit and inspection.inspected_unit is cast("binh").unit
    assert inspection.is_editable and last(inspection).summary == "Đã lập"
    assert "qua ket qua" not in inspection.search and "tra ket qua" in inspection.search


@pytest.mark.parametrize(
    ("ended", "counts"), [(None, date(2026, 2, 3)), (date(2026, 3, 16), date(2026, 3, 16))], ids=["going on", "ended"]
)
def test_an_inspection_counts_for_its_last_day(cast, ended, counts):
    inspection = operations.plan(plan_of(cast("an").unit), cast("an"))
    operations.change(inspection, {"ended_on": ended}, cast("an"))
    assert inspection.occurs_on == counts


@pytest.mark.parametrize(
    ("values", "anchor"),
    [
        ({"ended_on": date(2026, 2, 2)}, "ended_on"),
        ({"started_on": date(2026, 2, 6)}, "ended_on"),
        ({"concluded_on": date(2026, 2, 4)}, "concluded_on"),
        ({"ended_on": None, "concluded_on": date(2026, 2, 9)}, "ended_on"),
    ],
)
def test_days_that_cannot_be_are_refused_and_nothing_is_changed(cast, values, anchor):
    inspection = an_inspection(cast("an"))
    with pytest.raises(Refused) as refusal:
        operations.change(inspection, values, cast("an"))
    assert [reason.anchor for reason in refusal.value.reasons] == [anchor]
    assert (inspection.started_on, inspection.ended_on) == (date(2026, 2, 3), date(2026, 2, 5))
    assert len(inspection.trail) == 1


def test_starting_copies_the_checklist_in_force_on_the_first_day(cast):
    later = Checklist(name="Bảng kiểm mới", effective_from=date(2026, 2, 4))
    db.session.add(later)
    inspection = begun(cast)
    assert inspection.checklist is not later and len(inspection.items) == 25
    copied = [(item.position, item.text, item.basis, item.shown_by) for item in inspection.items]
    assert copied == [(item.position, item.text, item.basis, item.shown_by) for item in inspection.checklist.items]
    assert last(inspection).action == "start" and "25 tiêu chí" in last(inspection).summary


def test_a_later_change_of_the_template_does_not_touch_what_was_begun(cast):
    inspection = begun(cast)
    before = inspection.items[0].text
    inspection.checklist.items[0].text = "Đã đổi"
    del inspection.checklist.items[1:]
    db.session.flush()
    db.session.expire_all()
    assert inspection.items[0].text == before and len(inspection.items) == 25


def test_begun_twice_is_begun_once(cast):
    inspection = begun(cast)
    operations.start(inspection, cast("an"))
    assert len(inspection.items) == 25 and [entry.action for entry in inspection.trail] == ["start", "create"]


def test_before_any_checklist_applies_nothing_begins(cast):
    inspection = an_inspection(cast("an"), started_on=date(2020, 1, 2))
    with pytest.raises(Refused, match="Chưa có bảng kiểm nào áp dụng vào ngày 02/01/2020"):
        operations.start(inspection, cast("an"))
    assert inspection.items == []


def test_an_answer_is_kept_with_old_and_new_in_the_trail(cast):
    inspection = begun(cast)
    item = inspection.items[2]
    answer(item, {"result": Result.PASSED, "note": "Đủ", "samples": "H01"}, cast("an"))
    assert last(inspection).summary == "Đã sửa tiêu chí 3"
    assert last(inspection).changes == [
        ["Kết quả", "(trống)", "Đạt"],
        ["Ghi chú", "(trống)", "Đủ"],
        ["Mã hồ sơ đã xem", "(trống)", "H01"],
    ]


def test_a_failed_row_raises_a_finding_with_what_is_usual(cast):
    inspection = begun(cast, inspected_unit=cast("binh").unit)
    item = inspection.items[3]
    with as_of(MARCH):
        answer(item, {"result": Result.FAILED}, cast("an"), FOUND)
    finding = item.finding
    assert finding.responsible_unit is cast("binh").unit and finding.basis == item.basis
    assert finding.due_on == date(2026, 3, 26)  # thirty working days after 5/2/2026
    assert last(inspection).summary == "Đã ghi tồn tại ở tiêu chí 4"
    assert ["Tồn tại", "(trống)", "Thiếu hai thủ tục"] in last(inspection).changes
    assert inspection.findings == [finding] and finding.inspection_id == inspection.id


def test_a_changed_finding_tells_what_changed(cast):
    inspection = begun(cast)
    item = inspection.items[0]
    answer(item, {"result": Result.FAILED}, cast("an"), FOUND)
    version = item.version
    answer(item, {"result": Result.FAILED}, cast("an"), FOUND | {"severity": Severity.SERIOUS})
    assert last(inspection).changes == [["Mức độ", "Nhẹ", "Nghiêm trọng"]]
    assert item.version > version


def test_another_result_drops_the_finding_and_the_trail_keeps_its_words(cast):
    inspection = begun(cast)
    item = inspection.items[0]
    answer(item, {"result": Result.FAILED}, cast("an"), FOUND)
    answer(item, {"result": Result.PASSED}, cast("an"))
    assert item.finding is None and db.session.scalar(select(Finding)) is None
    assert last(inspection).summary == "Đã bỏ tồn tại ở tiêu chí 1"
    assert ["Tồn tại", "Thiếu hai thủ tục", "(trống)"] in last(inspection).changes


def test_a_finding_whose_remedy_was_reported_is_not_dropped(cast):
    inspection = a_ready_inspection(cast("chi"), inspected_unit=cast("an").unit)
    finding = a_finding(an_item(inspection, 2))
    db.session.refresh(inspection)
    act(inspection, "submit", cast("chi"))
    act(inspection, "approve", cast("dung"))
    with as_of(MARCH):
        remedies.report_remedy(finding, "Đã niêm yết", date(2026, 3, 9), cast("an"))
    act(inspection, "reopen", cast("dung"), "Sửa lời")
    with pytest.raises(Refused, match="đã có báo cáo khắc phục"):
        answer(finding.item, {"result": Result.PASSED}, cast("chi"))


def test_a_remedy_due_before_the_inspection_is_refused_at_its_field(cast):
    item = begun(cast).items[0]
    with pytest.raises(Refused, match="Hạn khắc phục trước ngày bắt đầu") as refusal:
        answer(item, {"result": Result.FAILED}, cast("an"), FOUND | {"due_on": date(2026, 2, 2)})
    assert refusal.value.reasons[0].anchor == "due_on"


def test_evidence_is_chosen_among_the_files_or_brought_along(cast):
    inspection = begun(cast)
    first, second = inspection.items[:2]
    answer(first, {"result": Result.PASSED}, cast("an"), uploads=[pdf("một.pdf")])
    file = first.evidence[0]
    answer(second, {"evidence": [file]}, cast("an"), uploads=[pdf("hai.pdf")])
    assert [each.name for each in second.evidence] == ["một.pdf", "hai.pdf"]
    assert last(inspection).changes == [["Minh chứng", "(trống)", "một.pdf, hai.pdf"]]
    answer(second, {"evidence": []}, cast("an"))
    assert last(inspection).changes == [["Minh chứng", "một.pdf, hai.pdf", "(trống)"]]
    assert db.session.query(Attachment).count() == 2, "the files stay with the inspection"


def test_a_file_taken_off_the_inspection_is_no_longer_evidence(cast):
    item = begun(cast).items[0]
    answer(item, {}, cast("an"), uploads=[pdf()])
    remove(item.evidence[0], cast("an"))
    db.session.flush()
    db.session.expire_all()
    assert db.session.get(InspectionItem, item.id).evidence == []


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_once_submitted_every_verb_is_refused(cast, state):
    inspection = a_ready_inspection(cast("an"))
    act(inspection, "submit", cast("an"))
    if state == "approved":
        act(inspection, "approve", cast("dung"))
    for attempt in (
        lambda: operations.change(inspection, {"title": "Khác"}, cast("an")),
        lambda: operations.conclude(inspection, {"conclusion": "Khác"}, cast("an")),
        lambda: operations.start(inspection, cast("an")),
        lambda: answer(inspection.items[0], {"note": "Khác"}, cast("an"), uploads=[pdf()]),
    ):
        with pytest.raises(Refused, match="Hãy đề nghị mở lại"):
            attempt()
    assert db.session.query(Attachment).count() == 0


def test_what_is_approved_is_locked_below_the_verbs_too(cast):
    inspection = a_ready_inspection(cast("an"))
    finding = a_finding(an_item(inspection, 2))
    db.session.refresh(inspection)
    act(inspection, "submit", cast("an"))
    act(inspection, "approve", cast("dung"))
    db.session.commit()
    for thing, name in ((inspection, "conclusion"), (inspection.items[0], "samples"), (finding, "remedy")):
        with pytest.raises(Refused, match="không sửa được"):
            setattr(thing, name, "Lén sửa")
            db.session.flush()
        db.session.rollback()


def test_nobody_approves_what_they_wrote(cast):
    inspection = a_ready_inspection(cast("an"))
    inspection.author = cast("dung")
    act(inspection, "submit", cast("an"))
    with pytest.raises(Refused):
        act(inspection, "approve", cast("dung"))
    act(inspection, "approve", cast("giang"))
    assert inspection.approved_by is cast("giang")


def test_returned_with_a_reason_and_submitted_again_it_waits_for_the_director_again(cast):
    inspection = a_ready_inspection(cast("an"))
    for _ in range(2):
        act(inspection, "submit", cast("an"))
        assert inspection in inbox.folders(cast("dung"))[0].records
        act(inspection, "send_back", cast("dung"), "Thiếu minh chứng")
        assert inspection not in inbox.folders(cast("dung"))[0].records
        assert last(inspection).note == "Thiếu minh chứng"
    with pytest.raises(Refused, match="Hãy ghi rõ lý do"):
        act(inspection, "submit", cast("an"))
        act(inspection, "send_back", cast("dung"), " ")


def test_the_conclusion_warns_past_fifteen_working_days(cast):
    inspection = an_inspection(cast("an"))
    with as_of(datetime(2026, 3, 5, 2, 0, tzinfo=UTC)):
        assert not inspection.is_concluded_late
    with as_of(datetime(2026, 3, 6, 2, 0, tzinfo=UTC)):
        assert inspection.is_concluded_late
    operations.conclude(inspection, {"concluded_on": date(2026, 3, 5), "conclusion": "Đúng hạn"}, cast("an"))
    assert not inspection.is_concluded_late
    assert last(inspection).summary == "Đã sửa kết luận"
