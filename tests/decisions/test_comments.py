"""Remarks about a report, by section and paragraph."""

import re

import pytest
from factories import a_report, a_submitted_report, an_approved_report, typed_figures
from sqlalchemy.exc import IntegrityError

from intranet.decisions import comments, operations
from intranet.decisions.models import ReportComment
from intranet.kernel.clock import now as moment
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.reports.current import current_report

Q1 = Period.parse("2026-Q1")
FUNDING = "text.funding"
PAGE = "/reports/2026-Q1"
FORM = f"{PAGE}/sections/{FUNDING}/comment"


def section(key: str = FUNDING):
    return next(section for section in current_report(Q1).printed() if section.key == key)


def first_paragraph(key: str = FUNDING) -> str:
    return next(iter(comments.paragraphs(section(key))))


def remark(report, user, text="Cần nêu rõ nguồn kinh phí.", paragraph=""):
    return comments.remark(report, section(), paragraph, text, user)


def thread():
    (found,) = comments.threads(current_report(Q1))
    return found


def test_a_remark_keeps_the_paragraph_it_is_about(cast):
    report = a_report(cast("chi"))
    comment = remark(report, cast("dung"), paragraph=first_paragraph())
    assert comment.excerpt.startswith("Mức chi") and not thread().is_outdated
    entry = report.trail[0]
    assert (entry.action, entry.actor, entry.note) == ("comment", cast("dung"), "Cần nêu rõ nguồn kinh phí.")


def test_a_remark_whose_paragraph_changed_says_so(cast):
    report = a_report(cast("chi"))
    remark(report, cast("dung"), paragraph=first_paragraph())
    operations.edit_section(report, FUNDING, "Kinh phí 10 triệu đồng.", 0, cast("chi"))
    assert thread().is_outdated and thread().comment.excerpt.startswith("Mức chi")


def test_a_remark_on_a_figure_is_outdated_once_the_figure_is_another(cast):
    report = a_report(cast("chi"))
    typed_figures("2026-Q1", cast("chi"), feedback__received=7)
    operations.edit_section(report, FUNDING, "Nhận {{feedback.received}} PAKN.", 0, cast("chi"))
    remark(report, cast("dung"), "Số này đúng chưa?", first_paragraph())
    typed_figures("2026-Q1", cast("chi"), feedback__received=8)
    assert thread().is_outdated and thread().comment.excerpt == "Nhận 07 PAKN."


def test_a_remark_on_a_whole_section_is_never_outdated(cast):
    report = a_report(cast("chi"))
    remark(report, cast("dung"))
    operations.edit_section(report, FUNDING, "Kinh phí 10 triệu đồng.", 0, cast("chi"))
    assert not thread().is_outdated


def test_a_paragraph_that_is_there_no_more_is_chosen_anew(cast):
    with pytest.raises(Refused, match="vừa thay đổi"):
        remark(a_report(cast("chi")), cast("dung"), paragraph="0" * 16)


def test_a_submitted_report_takes_remarks_and_an_approved_one_none(cast):
    report = a_submitted_report(cast("chi"))
    before = report.fingerprint()
    remark(report, cast("dung"))
    assert report.fingerprint() == before
    records.act(report, "approve", cast("dung"))
    with pytest.raises(Refused, match="mở lại"):
        remark(report, cast("dung"))


def test_remarks_are_settled_and_taken_up_again_with_a_line_each(cast):
    report = a_report(cast("chi"))
    comment = remark(report, cast("dung"))
    comments.resolve(comment, "Đã ghi nguồn.", cast("chi"))
    assert comment.is_resolved and not comments.unresolved(comments.threads(current_report(Q1)))
    with pytest.raises(Refused, match="đã được xử lý"):
        comments.resolve(comment, "", cast("chi"))
    comments.reopen(comment, cast("dung"))
    assert not comment.is_resolved and comment.resolution == ""
    with pytest.raises(Refused, match="chưa được xử lý"):
        comments.reopen(comment, cast("dung"))
    assert [entry.action for entry in report.trail[:2]] == ["reopen_comment", "resolve_comment"]


def test_remarks_survive_approval_and_reopening(cast):
    report = a_submitted_report(cast("chi"))
    remark(report, cast("dung"))
    for action, note in (("approve", ""), ("reopen", "Sai số.")):
        records.act(report, action, cast("dung"), note)
    assert thread().comment.text == "Cần nêu rõ nguồn kinh phí."


@pytest.mark.parametrize("change", [{"text": ""}, {"resolved_at": moment()}, {"resolution": "Xong."}])
def test_the_database_refuses_a_remark_that_says_nothing_or_is_half_settled(cast, change):
    comment = remark(a_report(cast("chi")), cast("dung"))
    for name, value in change.items():
        setattr(comment, name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_page_offers_a_remark_on_each_paragraph_and_shows_threads(as_user, cast):
    report = a_report(cast("chi"))
    remark(report, cast("dung"), paragraph=first_paragraph())
    text = as_user("chi").get(PAGE).text
    assert f"{FORM}?paragraph={first_paragraph()}" in text
    assert 'id="comment-1"' in text and "Cần nêu rõ nguồn kinh phí." in text


def test_the_report_names_the_remarks_that_wait_beside_it(as_user, cast):
    report = a_report(cast("chi"))
    comment = remark(report, cast("dung"))
    waiting = '<a href="#comment-1">Mục I.4</a>: Cần nêu rõ nguồn kinh phí.'
    assert waiting in as_user("chi").get(PAGE).text
    comments.resolve(comment, "", cast("chi"))
    assert waiting not in as_user("chi").get(PAGE).text


def test_an_approved_report_offers_no_remark(as_user, cast):
    an_approved_report(cast("chi"), cast("dung"))
    assert f"{FORM}?paragraph" not in as_user("dung").get(PAGE).text


def test_the_director_writes_a_remark_and_the_controller_settles_it(as_user, cast):
    a_report(cast("chi"))
    director, controller = as_user("dung"), as_user("chi")
    opened = director.get(FORM, query_string={"paragraph": first_paragraph()}).text
    assert re.search(rf'<option selected value="{first_paragraph()}">', opened)
    sent = director.post(FORM, data={"paragraph": first_paragraph(), "text": "Nêu rõ nguồn."})
    assert sent.status_code == 303 and sent.location == f"{PAGE}#{FUNDING}"
    settled = controller.post(f"{PAGE}/comments/1/resolve", data={"resolution": "Đã nêu."}, follow_redirects=True)
    assert "Đã nêu." in settled.text and "1 góp ý đã xử lý" in settled.text
    again = director.post(f"{PAGE}/comments/1/reopen", follow_redirects=True)
    assert "Đánh dấu đã xử lý" in again.text


def test_settling_on_the_page_of_approval_leads_back_to_it(as_user, cast):
    remark(a_report(cast("chi")), cast("dung"))
    sent = as_user("chi").post(f"{PAGE}/comments/1/resolve", data={"resolution": "", "deciding": "1"})
    assert sent.location.endswith(f"{PAGE}/decide#comments")


@pytest.mark.parametrize(("data", "told"), [({"text": ""}, "Hãy viết nội dung"), ({"paragraph": "x"}, "Hãy chọn")])
def test_a_remark_that_cannot_be_kept_says_why_and_keeps_what_was_typed(as_user, cast, data, told):
    a_report(cast("chi"))
    refused = as_user("dung").post(FORM, data={"text": "Đã gõ dở.", "paragraph": ""} | data)
    assert refused.status_code == 422 and told in refused.text
    assert data.get("text") == "" or re.search(r">\s*Đã gõ dở.</textarea>", refused.text)
    assert not db.session.query(ReportComment).count()


def test_a_remark_on_an_approved_report_is_refused_and_kept_on_the_form(as_user, cast):
    an_approved_report(cast("chi"), cast("dung"))
    refused = as_user("dung").post(FORM, data={"text": "Muộn rồi.", "paragraph": ""})
    assert refused.status_code == 422 and "mở lại báo cáo" in refused.text and "Muộn rồi." in refused.text


@pytest.mark.parametrize("path", [f"{PAGE}/sections/nothing/comment", "/reports/2026-Q2/sections/dossiers/comment"])
def test_what_is_not_there_is_not_remarked_on(as_user, cast, path):
    a_report(cast("chi"))
    assert as_user("dung").get(path).status_code == 404


def test_a_remark_is_settled_in_its_own_report_only(as_user, cast):
    remark(a_report(cast("chi")), cast("dung"))
    a_report(cast("chi"), "2026-Q2")
    client = as_user("chi")
    assert client.post("/reports/2026-Q2/comments/1/resolve").status_code == 404
    assert client.post(f"{PAGE}/comments/9/reopen").status_code == 404


@pytest.mark.parametrize("username", ["an", "quan"])
def test_remarks_are_for_who_sees_the_report(as_user, cast, username):
    a_report(cast("chi"))
    assert as_user(username).get(FORM).status_code == 403


def test_threads_are_read_at_once(cast, count_queries):
    report = a_report(cast("chi"))
    now = current_report(Q1)
    comments.threads(now)

    def number(count: int) -> int:
        for _ in range(count):
            remark(report, cast("dung"))
        db.session.commit()
        db.session.expire_all()
        _ = now.report.id
        return count_queries(lambda: [one.comment.author.full_name for one in comments.threads(now)])

    assert number(1) == number(6)
