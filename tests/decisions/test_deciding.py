"""The page a report is decided on, and decisions bound to what it said."""

import re

import pytest
from factories import a_report, a_submitted_report, a_training, an_approved_report, typed_figures, waive_errors

from intranet.decisions import comments, operations
from intranet.decisions.models import ReportReading
from intranet.decisions.side_notes import drift
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.records.approval import State
from intranet.records.operations import OtherContent
from intranet.reports.current import current_report
from intranet.reports.models import Report

Q1 = Period.parse("2026-Q1")
FUNDING = "text.funding"
PAGE = "/reports/2026-Q1"
DECIDE, READ = f"{PAGE}/decide", f"{PAGE}/read"


def hidden(text: str, name: str) -> str:
    return re.findall(rf'name="{name}" value="([^"]*)"', text)[0]


def resubmitted(report, chi):
    """The report withdrawn, changed and submitted once more."""
    records.act(report, "withdraw", chi)
    operations.edit_section(report, FUNDING, "Kinh phí đã ghi lại.", 0, chi)
    records.act(report, "submit", chi)
    db.session.commit()


def test_the_page_shows_figures_changes_checks_and_remarks(as_user, cast):
    report = a_submitted_report(cast("chi"))
    section = next(one for one in current_report(Q1).printed() if one.key == FUNDING)
    comments.remark(report, section, "", "Cần nêu rõ nguồn.", cast("dung"))
    text = as_user("dung").get(DECIDE).text
    assert "Báo cáo nói gì" in text and "Tiếp nhận" in text
    assert "Góp ý chưa xử lý (1)" in text and "Cần nêu rõ nguồn." in text
    assert "Phê duyệt" in text and "Trả lại" in text
    assert "Số liệu thử, để trống có chủ ý." in text and "Đã giải trình (" in text


def test_what_stands_against_a_decision_comes_first(as_user, cast):
    report = a_report(cast("chi"))
    client = as_user("dung")
    draft = client.get(DECIDE).text
    assert "Báo cáo chưa được trình" in draft and "Chưa có lần nào." in draft
    waive_errors(report, cast("chi"))
    records.act(report, "submit", cast("chi"))
    text = client.get(DECIDE).text
    assert 0 < text.index("Có thể duyệt") < text.index("Báo cáo nói gì") and 'href="#checks"' in text
    section = next(one for one in current_report(Q1).printed() if one.key == FUNDING)
    comments.remark(report, section, "", "Nêu rõ nguồn.", cast("dung"))
    assert "Có thể duyệt, còn 1 góp ý chưa xử lý" in client.get(DECIDE).text
    records.act(report, "approve", cast("dung"))
    assert "Báo cáo đã duyệt" in client.get(DECIDE).text


def test_the_controller_reads_the_page_and_decides_nothing(as_user, cast):
    a_submitted_report(cast("chi"))
    text = as_user("chi").get(DECIDE).text
    assert "đang chờ giám đốc duyệt" in text and 'name="content"' not in text


def test_the_inbox_leads_who_can_decide_to_where_they_do(as_user, cast):
    report = a_submitted_report(cast("chi"))
    db.session.commit()
    address = f"/reports/{report.id}"
    assert as_user("dung").get(address).location == DECIDE
    assert as_user("chi").get(address).location == PAGE
    records.act(report, "approve", cast("dung"))
    assert as_user("dung").get(address).location == PAGE


@pytest.mark.parametrize("username", ["an", "quan"])
def test_the_page_is_for_controller_and_director(as_user, cast, username):
    a_submitted_report(cast("chi"))
    assert as_user(username).get(DECIDE).status_code == 403


def test_without_a_report_there_is_nothing_to_decide(as_user):
    client = as_user("dung")
    assert client.get(DECIDE).status_code == client.post(READ).status_code == 404


def test_a_draft_and_an_approved_report_offer_no_decision(as_user, cast):
    report = a_report(cast("chi"))
    assert "chưa được trình" in as_user("dung").get(DECIDE).text
    db.session.delete(report)
    db.session.rollback()
    an_approved_report(cast("chi"), cast("dung"), "2026-Q2")
    assert "Đã duyệt bởi" in as_user("dung").get("/reports/2026-Q2/decide").text


def test_the_report_leads_to_the_page_while_it_waits(as_user, cast):
    report = a_submitted_report(cast("chi"))
    assert f'href="{DECIDE}"' in as_user("dung").get(PAGE).text
    records.act(report, "approve", cast("dung"))
    assert f'href="{DECIDE}"' not in as_user("dung").get(PAGE).text


def test_the_director_approves_what_the_page_showed(as_user, cast):
    a_submitted_report(cast("chi"))
    client = as_user("dung")
    content = hidden(client.get(DECIDE).text, "content")
    sent = client.post(DECIDE, data={"action": "approve", "content": content, "note": "Tốt."}, follow_redirects=True)
    report = db.session.query(Report).one()
    assert report.is_approved and (report.trail[0].note, report.trail[0].fingerprint) == ("Tốt.", content)
    assert sent.request.path == DECIDE and "Đã phê duyệt: Báo cáo Quý I/2026." in sent.text


def test_sending_back_without_a_reason_is_refused_on_the_page_itself(as_user, cast):
    a_submitted_report(cast("chi"))
    client = as_user("dung")
    content = hidden(client.get(DECIDE).text, "content")
    refused = client.post(DECIDE, data={"action": "send_back", "content": content, "note": " "})
    assert refused.status_code == 422 and 'href="#note-send_back"' in refused.text and "Báo cáo nói gì" in refused.text
    client.post(DECIDE, data={"action": "send_back", "content": content, "note": "Viết lại phần II."})
    report = db.session.query(Report).one()
    assert report.state is State.RETURNED and report.trail[0].note == "Viết lại phần II."


@pytest.mark.parametrize(("action", "status"), [("submit", 400), ("", 400), ("approve", 409)])
def test_a_decision_that_is_none_or_names_no_content_is_not_taken(as_user, cast, action, status):
    a_submitted_report(cast("chi"))
    assert as_user("dung").post(DECIDE, data={"action": action}).status_code == status
    assert db.session.query(Report).one().state is State.SUBMITTED


def test_who_began_the_report_does_not_decide_on_it(as_user, cast):
    report = a_submitted_report(cast("chi"))
    decision = {"action": "approve", "content": report.fingerprint(), "note": "Tự duyệt."}
    refused = as_user("chi").post(DECIDE, data=decision)
    assert refused.status_code == 422 and "Không thực hiện được thao tác này" in refused.text
    assert "Ghi chú bạn đã viết" in refused.text and "Tự duyệt." in refused.text
    assert db.session.query(Report).one().state is State.SUBMITTED


def test_a_note_survives_the_end_of_the_session(as_user, cast, app):
    report = a_submitted_report(cast("chi"))
    client = as_user("dung")
    app.config["WTF_CSRF_ENABLED"] = True
    typed = {"action": "send_back", "content": report.fingerprint(), "note": "Viết lại phần II."}
    answer = client.post(DECIDE, data=typed)
    assert answer.status_code == 400 and "Chưa ghi quyết định nào" in answer.text
    assert ">Viết lại phần II.</textarea>" in answer.text
    assert db.session.query(Report).one().state is State.SUBMITTED


def test_a_remark_made_meanwhile_does_not_stand_against_a_decision(as_user, cast):
    a_submitted_report(cast("chi"))
    client = as_user("dung")
    content = hidden(client.get(DECIDE).text, "content")
    client.post(f"{PAGE}/sections/{FUNDING}/comment", data={"text": "Lần sau nêu nguồn.", "paragraph": ""})
    assert client.post(DECIDE, data={"action": "approve", "content": content}).status_code == 303


@pytest.mark.parametrize("page", [DECIDE, PAGE])
@pytest.mark.parametrize("action", ["approve", "send_back"])
def test_a_decision_on_a_text_replaced_meanwhile_is_not_taken_and_shows_what_changed(as_user, cast, page, action):
    report = a_submitted_report(cast("chi"))
    client = as_user("dung")
    content = hidden(client.get(page).text, "content")
    resubmitted(report, cast("chi"))
    address = DECIDE if page == DECIDE else f"/records/{report.id}/{action}"
    answer = client.post(address, data={"action": action, "content": content, "note": "Viết lại phần II."})
    assert answer.status_code == 409
    assert "Chưa ghi quyết định" in answer.text and "Viết lại phần II." in answer.text
    assert "Kinh phí đã ghi lại." in re.sub("</?ins>", "", answer.text)
    report = db.session.query(Report).one()
    assert report.state is State.SUBMITTED and report.trail[0].action == "submit"


def test_a_decision_that_htmx_sent_from_a_panel_is_answered_by_the_whole_page(as_user, cast):
    report = a_submitted_report(cast("chi"))
    sent = {"data": {"content": "0" * 64}, "headers": {"HX-Request": "true", "HX-Target": "panel"}}
    answer = as_user("dung").post(f"/records/{report.id}/approve", **sent)
    assert answer.status_code == 409 and answer.headers["HX-Retarget"] == "body"
    assert "Duyệt báo cáo Quý I/2026" in answer.text


def test_a_decision_on_a_report_that_was_withdrawn_says_so(as_user, cast):
    report = a_submitted_report(cast("chi"))
    client = as_user("dung")
    content = hidden(client.get(DECIDE).text, "content")
    records.act(report, "withdraw", cast("chi"))
    answer = client.post(DECIDE, data={"action": "approve", "content": content, "note": "Đồng ý."})
    assert answer.status_code == 409 and "chưa được trình" in answer.text and ">Đồng ý.</textarea>" in answer.text


def test_a_decision_names_the_content_whoever_asks(cast):
    report = a_submitted_report(cast("chi"))
    with pytest.raises(OtherContent):
        records.act(report, "approve", cast("dung"), content="0" * 64)
    assert report.state is State.SUBMITTED


def test_another_record_decided_on_other_content_is_a_plain_conflict(as_user, cast):
    training = a_training(cast("an"))
    records.act(training, "submit", cast("an"))
    answer = as_user("dung").post(f"/records/{training.id}/approve", data={"content": "0" * 64})
    assert answer.status_code == 409 and "Duyệt báo cáo" not in answer.text


def test_looking_stores_nothing_and_saying_so_does(as_user, cast):
    a_submitted_report(cast("chi"))
    client = as_user("dung")
    text = client.get(DECIDE).text
    client.get(PAGE)
    mine = db.session.query(ReportReading).filter_by(user_id=cast("dung").id)
    assert not mine.count()
    sent = client.post(READ, data={"shown": hidden(text, "shown"), "deciding": "1"})
    assert sent.location.endswith(DECIDE) and mine.count() == 1
    assert "Không có gì thay đổi" in client.get(DECIDE).text


def test_changes_are_listed_old_and_new_with_the_sections_that_hold_them(as_user, cast):
    chi = cast("chi")
    report = a_report(chi)
    typed_figures("2026-Q1", chi, feedback__received=7)
    operations.edit_section(report, FUNDING, "Nhận {{feedback.received}} PAKN.", 0, chi)
    client = as_user("chi")
    client.post(READ, data={"shown": hidden(client.get(PAGE).text, "shown")})
    typed_figures("2026-Q1", cast("chi"), feedback__received=8)
    text = " ".join(client.get(PAGE).text.split())
    assert re.search(r'data-label="Trước">07</td> <td[^>]*data-label="Nay"><strong>08</strong>', text)
    assert 'title="Bố trí và sử dụng kinh phí">I.4</a><span class="text-secondary">*</span>' in text
    assert "* Lời văn của mục này đã có người sửa; số liệu trong đó tự theo." in text
    read = client.post(READ, data={"shown": hidden(text, "shown")}, follow_redirects=True)
    assert "Không có gì thay đổi" in read.text


def test_changes_that_were_not_shown_are_not_taken_as_read(as_user, cast):
    a_report(cast("chi"))
    client = as_user("chi")
    typed_figures("2026-Q1", cast("chi"), feedback__received=7)
    shown = hidden(client.get(PAGE).text, "shown")
    typed_figures("2026-Q1", cast("chi"), feedback__received=8)
    answer = client.post(READ, data={"shown": shown})
    assert answer.status_code == 409 and "vừa thay đổi thêm" in answer.text
    assert "số liệu" in answer.text and "Tôi đã đọc các thay đổi" in client.get(PAGE).text


def test_figures_that_drift_from_the_frozen_ones_are_shown_and_change_nothing(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), feedback__received=7)
    report = an_approved_report(cast("chi"), cast("dung"))
    decided = report.fingerprint()
    assert drift(current_report(Q1)) == ()
    typed_figures("2026-Q1", cast("chi"), feedback__received=8)
    (change,) = [one for one in drift(current_report(Q1)) if one.name == "feedback.received"]
    assert (change.old, change.new) == ("07", "08")
    text = as_user("dung").get(PAGE).text
    assert "Số liệu hiện nay khác số đã chốt" in text
    report = db.session.query(Report).one()
    assert report.fingerprint() == decided and current_report(Q1).facts.value("feedback.received") == 7


def test_a_draft_does_not_drift(as_user, cast):
    a_report(cast("chi"))
    typed_figures("2026-Q1", cast("chi"), feedback__received=8)
    assert drift(current_report(Q1)) == () and "khác số đã chốt" not in as_user("chi").get(PAGE).text
