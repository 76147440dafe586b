"""The page of checks, as the controller and the director use it."""

import io
import re

import pytest
from factories import a_report, a_submitted_report, a_training
from pypdf import PdfReader

from intranet.kernel.db import db
from intranet.reports.models import Report

CHECKS = "/reports/2026-Q1/checks"
REASON = "Số của hệ thống cũ, đã báo tỉnh."


def first_key(text: str) -> str:
    return re.findall(r'name="key" value="([0-9a-f]{64})"', text)[0]


@pytest.mark.parametrize("username", ["an", "quan"])
def test_checks_are_for_controller_and_director(as_user, username):
    assert as_user(username).get(CHECKS).status_code == 403


def test_the_director_reads_and_waives_nothing(as_user, cast):
    a_report(cast("chi"))
    director = as_user("dung")
    assert "Giữ nguyên và giải trình" not in director.get(CHECKS).text
    assert director.post(f"{CHECKS}/waive").status_code == director.post(f"{CHECKS}/revoke").status_code == 403


@pytest.mark.parametrize("path", ["/reports/2026-Q9/checks", "/reports/abc/checks"])
def test_a_period_that_is_none_is_not_found(as_user, path):
    assert as_user("chi").get(path).status_code == 404


def test_waiving_where_no_report_was_begun_is_not_found(as_user):
    assert as_user("chi").post(f"{CHECKS}/waive", data={"key": "x"}).status_code == 404


def test_findings_say_where_what_and_how_to_mend(as_user, cast):
    a_report(cast("chi"))
    a_training(cast("an"))
    text = as_user("chi").get(CHECKS).text
    assert "Lỗi (" in text and "Cảnh báo (" in text
    assert "figure-missing" in text and "Sửa mục này" in text and "Mở hồ sơ" in text


def test_beside_the_report_stand_the_first_errors_and_how_many_more(as_user, cast):
    a_report(cast("chi"))
    part = as_user("chi").get(CHECKS, headers={"HX-Request": "true", "HX-Target": "problems"}).text
    blocking = int(re.findall(r"Còn (\d+) lỗi", part)[0])
    listed = part.split('class="problems-blocking"')[1].split("</ul>")[0]
    assert blocking > 6 and listed.count("<li>") == 6 and f"và {blocking - 5} lỗi khác" in listed
    assert f'href="{CHECKS}"' in part and "Giữ nguyên và giải trình" not in part


def test_a_period_without_a_report_is_checked_as_well(as_user):
    text = as_user("chi").get(CHECKS).text
    assert "figure-missing" in text and "Sửa mục này" not in text


def test_a_finding_is_waived_and_counts_again(as_user, cast):
    a_report(cast("chi"))
    controller = as_user("chi")
    key = first_key(controller.get(CHECKS).text)
    waived = controller.post(f"{CHECKS}/waive", data={"key": key, "reason": REASON}, follow_redirects=True)
    assert waived.status_code == 200 and REASON in waived.text
    assert db.session.query(Report).one().waivers[0].waived_by.username == "chi"
    revoked = controller.post(f"{CHECKS}/revoke", data={"key": key}, follow_redirects=True)
    assert REASON not in revoked.text and not db.session.query(Report).one().waivers


def test_a_reason_that_is_too_short_is_refused_and_kept(as_user, cast):
    a_report(cast("chi"))
    controller = as_user("chi")
    key = first_key(controller.get(CHECKS).text)
    refused = controller.post(f"{CHECKS}/waive", data={"key": key, "reason": "vội"})
    assert refused.status_code == 422
    assert "Hãy ghi rõ lý do" in refused.text and ">vội</textarea>" in refused.text


def test_a_waiver_of_what_changed_meanwhile_is_refused(as_user, cast):
    a_report(cast("chi"))
    refused = as_user("chi").post(f"{CHECKS}/waive", data={"key": "0" * 64, "reason": REASON})
    assert refused.status_code == 422 and "vừa thay đổi" in refused.text


def test_the_part_alone_is_given_to_the_report_page(as_user, cast):
    a_report(cast("chi"))
    controller = as_user("chi")
    part = controller.get(CHECKS, headers={"HX-Request": "true", "HX-Target": "problems"})
    assert part.text.lstrip().startswith('<section id="problems"')
    assert f'hx-get="{CHECKS}"' in controller.get("/reports/2026-Q1").text


def test_submitting_with_errors_leads_to_the_checks(as_user, cast):
    report = a_report(cast("chi"))
    refused = as_user("chi").post(f"/records/{report.id}/submit", data={"version": report.version})
    assert refused.status_code == 422
    assert "Hãy xem mục Kiểm tra" in refused.text and "#checks" in refused.text
    assert db.session.get(Report, report.id).facts is None


def test_the_director_sees_what_was_let_stand(as_user, cast):
    a_submitted_report(cast("chi"))
    text = as_user("dung").get(CHECKS).text
    assert "Số liệu thử, để trống có chủ ý." in text and "Không còn lỗi nào" in text


def test_the_sheet_is_printed_with_its_waivers(as_user, cast):
    a_submitted_report(cast("chi"))
    answer = as_user("dung").get(f"{CHECKS}.pdf")
    assert answer.mimetype == "application/pdf"
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages).split())
    assert "PHIẾU KIỂM TRA" in text and "Số liệu thử, để trống có chủ ý." in text and "■" not in text
