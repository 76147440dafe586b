"""The pages of reports, as the controller and the director use them."""

import json
import re
from datetime import date

import pytest
from factories import (
    a_finding,
    a_ready_inspection,
    a_report,
    a_submitted_report,
    an_approved_inspection,
    an_approved_report,
    an_item,
    typed_figures,
    waive_errors,
)
from markupsafe import Markup

from intranet.decisions import operations
from intranet.inspections.models import Inspection
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.reports.models import Report

SHOW = "/reports/2026-Q1"
FUNDING = f"{SHOW}/sections/text.funding"


def kept() -> str:
    """The text kept for the section on funding."""
    return db.session.query(Report).one().section("text.funding").text


def words_of(html: str) -> str:
    """The text of a page without its marks: a figure in a sentence is a link."""
    return re.sub(r"<[^>]+>", "", html)


# Who is kept out, what is missing.


@pytest.mark.parametrize("path", ["/reports/", SHOW, f"{SHOW}.pdf", f"{SHOW}/figures", FUNDING, "/outlines/"])
@pytest.mark.parametrize("username", ["an", "quan"])
def test_reports_are_for_controller_and_director(as_user, username, path):
    assert as_user(username).get(path).status_code == 403


@pytest.mark.parametrize("path", [SHOW, FUNDING, f"{FUNDING}/composed", f"{FUNDING}/preview", f"{SHOW}/issue"])
def test_the_director_reads_and_decides_but_does_not_write(as_user, cast, path):
    a_report(cast("chi"))
    assert as_user("dung").post(path).status_code == 403
    assert db.session.query(Report).one().trail[0].action == "create"


@pytest.mark.parametrize(
    "path",
    [
        "/reports/2026-Q5",
        "/reports/2026",
        "/reports/abc",
        "/reports/99",
        f"{SHOW}.exe",
        "/reports/2026-Q9.pdf",
        f"{SHOW}/figures/nothing",
        "/reports/2026-Q2/sections/text.funding",
        "/reports/2026-Q2/issue",
    ],
)
def test_what_is_not_there_is_not_found(as_user, cast, path):
    a_report(cast("chi"))
    assert as_user("chi").get(path).status_code == 404


def test_a_period_before_every_outline_says_why(as_user):
    for path in ("/reports/2020-Q1", "/reports/2020-Q1.pdf", "/reports/2020-Q1/figures"):
        answer = as_user("chi").get(path)
        assert answer.status_code == 404 and "Chưa có đề cương nào có hiệu lực vào ngày 14/03/2020" in answer.text


def test_a_section_out_of_the_outline_is_refused_in_words(as_user, cast):
    a_report(cast("chi"))
    answer = as_user("chi").get(f"{SHOW}/sections/text.nowhere")
    assert answer.status_code == 422 and "không có mục này" in answer.text


# The list, and the report itself.


def test_the_list_shows_each_period_with_its_state(as_user, cast):
    a_submitted_report(cast("chi"))
    page = as_user("dung").get("/reports/")
    assert page.status_code == 200
    assert "Quý I/2026" in page.text and "Chờ duyệt" in page.text and "Chưa lập" in page.text
    assert "15/12/2025–14/03/2026" in page.text
    assert "2025-Q1" not in page.text  # no outline was in force then


def test_the_list_costs_as_many_queries_for_many_reports_as_for_one(as_user, cast, count_queries):
    client = as_user("chi")
    a_report(cast("chi"))
    db.session.commit()
    one = count_queries(lambda: client.get("/reports/"))
    for code in ("2026-Q2", "2026-H1", "2026-Q3", "2026-9M"):
        an_approved_report(cast("chi"), cast("dung"), code)
    assert count_queries(lambda: client.get("/reports/")) == one


@pytest.mark.parametrize("code", [period.code for period in Period.of_year(2026)])
@pytest.mark.parametrize("username", ["chi", "dung"])
def test_every_kind_of_period_opens_before_it_is_begun(as_user, username, code):
    page = as_user(username).get(f"/reports/{code}")
    assert page.status_code == 200
    assert Period.parse(code).label in page.text and "Báo cáo chưa được lập" in page.text
    assert ("Lập báo cáo" in page.text) is (username == "chi")
    assert db.session.query(Report).count() == 0


def test_beginning_a_report_makes_it_a_draft(as_user):
    client = as_user("chi")
    answer = client.post(SHOW)
    assert (answer.status_code, answer.location) == (303, SHOW)
    page = client.get(SHOW)
    assert "Bản nháp" in page.text and "Đã lập Báo cáo Quý I/2026" in page.text


def test_beginning_it_twice_is_refused_in_words(as_user, cast):
    a_report(cast("chi"))
    answer = as_user("chi").post(SHOW)
    assert answer.status_code == 422 and "đã được lập" in answer.text


def test_a_record_number_leads_to_the_period(as_user, cast):
    report = a_report(cast("chi"))
    answer = as_user("dung").get(f"/reports/{report.id}")
    assert (answer.status_code, answer.location) == (303, SHOW)


def test_figures_stand_in_the_text_and_missing_ones_are_listed(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568, dossiers__received_online=1568)
    page = as_user("dung").get(SHOW)
    assert "Trong kỳ tiếp nhận 1.568 hồ sơ" in Markup(page.text).striptags()
    assert '<mark class="blank"' in page.text
    checks = as_user("dung").get(f"{SHOW}/checks").text
    assert "Chưa có số liệu “Giao dịch nộp phí, lệ phí”" in checks and 'href="/figures/2026-Q1"' in checks


def test_figures_that_contradict_each_other_are_told_in_words(as_user, cast):
    figures = {"received": 10, "received_online": 4, "received_direct": 3, "received_postal": 0}
    typed_figures("2026-Q1", cast("chi"), **{f"dossiers__{name}": value for name, value in figures.items()})
    checks = as_user("chi").get(f"{SHOW}/checks").text
    assert "sum-dossiers-received" in checks and "thiếu 3" in checks


def test_inspections_that_wait_for_approval_are_listed(as_user, cast):
    a_ready_inspection(cast("an"), title="Kiểm tra chưa duyệt")
    later = {"started_on": date(2026, 3, 20), "ended_on": date(2026, 3, 21), "concluded_on": date(2026, 3, 23)}
    a_ready_inspection(cast("an"), title="Của kỳ sau", **later)
    an_approved_inspection(cast("an"), cast("dung"), title="Kiểm tra đã duyệt")
    attention = as_user("dung").get(f"{SHOW}/checks").text
    assert "Kiểm tra chưa duyệt" in attention
    assert "Của kỳ sau" not in attention and "Kiểm tra đã duyệt" not in attention


def test_the_report_costs_no_more_queries_with_more_inspections(as_user, cast, count_queries):
    client = as_user("dung")
    a_submitted = a_report(cast("chi"))
    for _ in range(2):
        inspection = a_ready_inspection(cast("an"))
        a_finding(an_item(inspection, 2))
        db.session.refresh(inspection)
        records.act(inspection, "submit", cast("an"))
        records.act(inspection, "approve", cast("dung"))
    few = count_queries(lambda: client.get(SHOW))
    for _ in range(8):
        an_approved_inspection(cast("an"), cast("dung"))
        a_ready_inspection(cast("an"))
    assert count_queries(lambda: client.get(SHOW)) == few
    assert few <= 41
    waive_errors(db.session.get(Report, a_submitted.id), cast("chi"))
    records.act(db.session.get(Report, a_submitted.id), "submit", cast("chi"))
    assert count_queries(lambda: client.get(SHOW)) <= few


def test_the_director_approves_on_the_page(as_user, cast):
    report = a_submitted_report(cast("chi"))
    client = as_user("dung")
    assert "Phê duyệt" in client.get(SHOW).text
    answer = client.post(f"/records/{report.id}/approve", data={"version": report.version}, follow_redirects=True)
    assert answer.request.path == SHOW and "Đã duyệt bởi" in answer.text
    assert "Số liệu đã chốt lúc trình" in answer.text


def test_a_step_taken_in_place_opens_the_report_anew(as_user, cast):
    report = a_submitted_report(cast("chi"))
    headers = {"HX-Request": "true", "HX-Target": "panel"}
    answer = as_user("dung").post(f"/records/{report.id}/approve", headers=headers)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, f"/reports/{report.id}")


def test_the_report_waits_in_the_directors_inbox(as_user, cast):
    report = a_submitted_report(cast("chi"))
    assert f'href="/reports/{report.id}"' in as_user("dung").get("/inbox").text


# The editor of a section.


def test_a_section_is_edited_and_shown(as_user, cast):
    a_report(cast("chi"))
    client = as_user("chi")
    page = client.get(FUNDING)
    assert page.status_code == 200 and "Mức chi cho công tác kiểm soát TTHC" in page.text
    assert "{{dossiers.received}}" in page.text and "Số liệu, bảng và tên kỳ" in page.text
    answer = client.post(FUNDING, data={"text": "Kinh phí {{payments.amount}} đồng.", "version": 0})
    assert (answer.status_code, answer.location) == (303, f"{SHOW}#text.funding")
    shown = client.get(SHOW).text
    assert "Lời văn do Cán bộ kiểm soát TTHC Chi sửa" in shown and "Đã lưu mục 4." in shown


def test_a_mistake_is_told_at_the_field_and_nothing_typed_is_lost(as_user, cast):
    a_report(cast("chi"))
    answer = as_user("chi").post(FUNDING, data={"text": "Có {{dossier.received}} hồ sơ.", "version": 0})
    assert answer.status_code == 422
    assert "Hãy viết “dossiers.received”" in answer.text
    assert "Có {{dossier.received}} hồ sơ.</textarea>" in answer.text
    assert db.session.query(Report).one().sections == []


def test_a_text_too_long_is_refused(as_user, cast):
    a_report(cast("chi"))
    answer = as_user("chi").post(FUNDING, data={"text": "a" * 50_001, "version": 0})
    assert answer.status_code == 422 and "Hãy viết gọn lại" in answer.text


def test_a_stale_save_shows_both_texts_and_a_second_save_is_deliberate(as_user, cast):
    a_report(cast("chi"))
    client = as_user("chi")
    assert client.post(FUNDING, data={"text": "Của người thứ nhất.", "version": 0}).status_code == 303
    answer = client.post(FUNDING, data={"text": "Của người thứ hai.", "version": 0})
    assert answer.status_code == 409
    assert "Của người thứ nhất." in answer.text and "Của người thứ hai.</textarea>" in answer.text
    assert kept() == "Của người thứ nhất."
    again = client.post(FUNDING, data={"text": "Của người thứ hai.", "version": 1})
    assert again.status_code == 303 and kept() == "Của người thứ hai."


def test_a_preview_shows_the_text_and_keeps_nothing(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    a_report(cast("chi"))
    typed = {"text": "Nhận {{dossiers.received}} hồ sơ.\n- Ý một\n{{table:nothing}}", "version": 0}
    headers = {"HX-Request": "true", "HX-Target": "preview"}
    part = as_user("chi").post(f"{FUNDING}/preview", data=typed, headers=headers)
    assert part.status_code == 200 and part.text.lstrip().startswith('<section id="preview"')
    assert "Nhận 1.568 hồ sơ." in Markup(part.text).striptags() and "không có bảng “nothing”" in part.text
    whole = as_user("chi").post(f"{FUNDING}/preview", data=typed)
    assert "Nhận 1.568 hồ sơ." in Markup(whole.text).striptags()
    assert "- Ý một\n{{table:nothing}}</textarea>" in whole.text
    assert db.session.query(Report).one().sections == []


def test_composing_anew_shows_both_texts_and_replaces_nothing(as_user, cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, "dossiers", "Lời của tôi.", 0, cast("chi"))
    client = as_user("chi")
    page = client.get(f"{SHOW}/sections/dossiers/composed")
    assert "Lời của tôi." in page.text and "Kỳ trước chuyển qua" in page.text
    assert db.session.query(Report).one().section("dossiers").text == "Lời của tôi."
    digest = page.text.split('name="merge" value="')[1].split('"')[0]
    answer = client.post(f"{SHOW}/sections/dossiers/composed", data={"version": 1, "merge": digest})
    assert answer.status_code == 303
    assert db.session.query(Report).one().section("dossiers") is None


def test_composing_anew_what_nobody_edited_says_so(as_user, cast):
    a_report(cast("chi"))
    assert "đang dùng bản soạn tự động" in as_user("chi").get(f"{FUNDING}/composed").text


def test_taking_the_composed_text_over_a_newer_edit_is_a_conflict(as_user, cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, "text.funding", "Một.", 0, cast("chi"))
    operations.edit_section(report, "text.funding", "Hai.", 1, cast("chi"))
    assert as_user("chi").post(f"{FUNDING}/composed", data={"version": 1}).status_code == 409
    assert kept() == "Hai."


def test_an_edited_section_says_when_the_system_would_now_write_otherwise(as_user, cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, "dossiers", "Lời của tôi.", 0, cast("chi"))
    assert "Bản soạn tự động nay đã khác" not in as_user("chi").get(SHOW).text
    typed_figures("2026-Q1", cast("chi"), dossiers__received=0)
    assert "Bản soạn tự động nay đã khác" in as_user("chi").get(SHOW).text


def test_a_submitted_report_is_not_edited(as_user, cast):
    a_submitted_report(cast("chi"))
    client = as_user("chi")
    assert "report-edit" not in client.get(SHOW).text
    for answer in (client.get(FUNDING), client.post(FUNDING, data={"text": "Muộn.", "version": 0})):
        assert answer.status_code == 422 and "Hãy rút lại" in answer.text


def test_the_history_shows_what_was_edited(as_user, cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, "dossiers", "Nhận {{dossiers.received}} hồ sơ.", 0, cast("chi"))
    page = as_user("dung").get(f"/records/{report.id}/history")
    assert "Đã sửa mục 5. Tình hình, kết quả giải quyết TTHC" in page.text


# Number and date of issue.


def test_number_and_date_are_noted(as_user, cast):
    an_approved_report(cast("chi"), cast("dung"))
    client = as_user("chi")
    version = db.session.query(Report).one().version
    answer = client.post(f"{SHOW}/issue", data={"number": "235", "issued_on": "2026-03-18", "version": version})
    assert (answer.status_code, answer.location) == (303, SHOW)
    assert "Số: 235. Ngày: 18/03/2026." in client.get(SHOW).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"number": "235/BC-UBND"}, "Hãy chỉ nhập số"),
        ({"issued_on": "18/3"}, "Hãy nhập ngày theo dạng"),
        ({"issued_on": "2026-03-01"}, "Hãy nhập ngày từ 14/03/2026 trở đi"),
    ],
)
def test_a_wrong_number_or_date_gets_a_sentence(as_user, cast, typed, sentence):
    version = a_report(cast("chi")).version
    answer = as_user("chi").post(f"{SHOW}/issue", data={"version": version} | typed)
    assert answer.status_code == 422 and sentence in answer.text
    assert next(iter(typed.values())) in answer.text


def test_a_stale_number_is_a_conflict(as_user, cast):
    version = a_report(cast("chi")).version
    client = as_user("chi")
    assert client.post(f"{SHOW}/issue", data={"number": "1", "version": version}).status_code == 303
    assert client.post(f"{SHOW}/issue", data={"number": "2", "version": version}).status_code == 409


# Where the figures come from, and the files.


def test_figures_show_their_source_and_what_stands_behind_them(as_user, cast):
    an_approved_inspection(cast("an"), cast("dung"), title="Kiểm tra bộ phận Tư pháp")
    client = as_user("dung")
    page = client.get(f"{SHOW}/figures")
    assert "Sổ theo dõi" in page.text and "Chưa có" in page.text
    assert f'href="{SHOW}/figures/inspections.done"' in page.text
    listed = client.get(f"{SHOW}/figures/inspections.done")
    assert "<strong>1 cuộc</strong>" in listed.text and "Kiểm tra bộ phận Tư pháp" in listed.text
    inspection = db.session.query(Inspection).one()
    assert f"/inspections/{inspection.id}" in listed.text


@pytest.mark.parametrize(("ending", "kind"), [("pdf", "application/pdf"), ("html", "text/html"), ("txt", "text/plain")])
def test_the_report_is_downloaded(as_user, ending, kind):
    client = as_user("dung")
    answer = client.get(f"{SHOW}.{ending}")
    assert answer.status_code == 200 and answer.mimetype == kind
    assert answer.headers["Content-Disposition"] == f"attachment; filename=bao-cao-2026-Q1.{ending}"
    assert f"{SHOW}.{ending}" in client.get(SHOW).text


def test_frozen_figures_are_plain_json(cast):
    report = a_submitted_report(cast("chi"))
    assert json.loads(json.dumps(report.facts)) == report.facts
