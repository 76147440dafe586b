"""The page of checks, as the controller and the director use it."""

import io
import re

import pytest
from factories import a_report, a_submitted_report, a_training, typed_figures
from pypdf import PdfReader

from intranet.decisions import operations
from intranet.kernel.db import db
from intranet.reports.models import Report

CHECKS = "/reports/2026-Q1/checks"
REASON = "Số của hệ thống cũ, đã báo tỉnh."


NAME = "Số trong lời văn khác số liệu của kỳ"
WRONG = "Trong kỳ tiếp nhận 12 hồ sơ, gồm trực tuyến 6 hồ sơ, trực tiếp 4 hồ sơ."


@pytest.fixture
def mistyped(cast):
    """A report with one wrong number in a section."""
    chi = cast("chi")
    channels = {"dossiers__received_online": 6, "dossiers__received_direct": 4, "dossiers__received_postal": 0}
    typed_figures("2026-Q1", chi, dossiers__received=10, **channels)
    report = a_report(chi)
    operations.edit_section(report, "text.funding", WRONG, 0, chi)
    return report


def entry_of(text: str, name: str) -> str:
    """The one entry of that name on a page."""
    (entry,) = [one for one in text.split('<li id="problem-')[1:] if f"<strong>{name}</strong>" in one]
    return entry.split("</form>")[0]


def keys_in(entry: str) -> list[str]:
    return re.findall(r'name="key" value="([0-9a-f]{64})"', entry)


def to_mend(text: str) -> int:
    """How many things a page or a refusal says are to be mended."""
    return int(re.findall(r"[Cc]òn (\d+) việc cần sửa", text)[0])


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
    blocking = int(re.findall(r"Còn (\d+) việc cần sửa", part)[0])
    listed = part.split('class="problems-blocking"')[1].split("</ul>")[0]
    assert blocking > 6 and listed.count("<li>") == 6 and f"và {blocking - 5} việc khác" in listed
    assert f'href="{CHECKS}"' in part and "Giữ nguyên và giải trình" not in part


def test_a_period_without_a_report_is_checked_as_well(as_user):
    text = as_user("chi").get(CHECKS).text
    assert "figure-missing" in text and "Sửa mục này" not in text


def test_rules_are_named_in_vietnamese_and_their_codes_stand_beside(as_user, mistyped):
    text = as_user("chi").get(CHECKS).text
    assert f'<strong>{NAME}</strong> <span class="rule">figure-contradicts</span>' in text
    assert "<strong>Thiếu số liệu</strong>" in text and "<strong>figure-" not in text


def test_one_wrong_number_is_one_entry_with_its_places_and_one_reason(as_user, mistyped):
    entry = entry_of(as_user("chi").get(CHECKS).text, NAME)
    assert len(keys_in(entry)) > 1 and entry.count("<textarea") == 1
    assert f"giải trình cả {len(keys_in(entry))} chỗ" in entry and entry.count("Sửa mục này") == 1
    assert entry.index("báo cáo ghi 12") < entry.index("Kéo theo") < entry.index("trực tuyến 6 + trực tiếp 4")


def test_one_slip_in_two_places_is_one_entry_that_leads_to_both(as_user, mistyped, cast):
    for key in ("text.supervision", "text.communication"):
        operations.edit_section(mistyped, key, "Không để xảy ra những nhiễu.", 0, cast("chi"))
    entry = as_user("chi").get(CHECKS).text.split("Hãy viết “nhũng nhiễu”")[1].split("</li></ul>")[0]
    assert "Thấy ở 2 chỗ" in entry and entry.count("Sửa mục này") == 2


def test_an_entry_is_explained_in_one_step_and_leaves_the_list_of_errors(as_user, mistyped):
    controller = as_user("chi")
    before = controller.get(CHECKS).text
    keys = keys_in(entry_of(before, NAME))
    after = controller.post(f"{CHECKS}/waive", data={"key": keys, "reason": REASON}, follow_redirects=True).text
    errors, explained = after.split('id="explained"')
    assert f"<strong>{NAME}</strong>" not in errors and keys_in(entry_of(explained, NAME)) == keys
    assert "Đã giải trình (1)" in explained and REASON in explained and "giải trình lúc" in explained
    assert to_mend(after) == to_mend(before) - 1
    back = controller.post(f"{CHECKS}/revoke", data={"key": keys}, follow_redirects=True).text
    assert keys_in(entry_of(back, NAME)) == keys and 'id="explained"' not in back


def test_every_page_and_the_refusal_count_alike(as_user, mistyped):
    controller = as_user("chi")
    whole = controller.get(CHECKS).text
    part = controller.get(CHECKS, headers={"HX-Request": "true", "HX-Target": "problems"}).text
    refused = controller.post(f"/records/{mistyped.id}/submit", data={"version": mistyped.version}).text
    errors = whole.split('level-error"')[1].split('level-warning"')[0].count('<li id="problem-')
    assert {to_mend(text) for text in (whole, part, refused)} == {errors} and f"Lỗi ({errors})" in whole
    assert f"{errors} lỗi" in part and f"{errors} lỗi" in as_user("dung").get("/reports/2026-Q1/decide").text


def test_the_director_is_shown_no_way_to_write(as_user, mistyped):
    assert "Sửa mục này" in as_user("chi").get(CHECKS).text
    assert "Sửa mục này" not in as_user("dung").get(CHECKS).text


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
    assert "Số liệu thử, để trống có chủ ý." in text and "Không còn việc nào cần sửa" in text


def test_the_sheet_is_printed_with_its_waivers(as_user, cast):
    a_submitted_report(cast("chi"))
    answer = as_user("dung").get(f"{CHECKS}.pdf")
    assert answer.mimetype == "application/pdf"
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages).split())
    assert "PHIẾU KIỂM TRA" in text and "Số liệu thử, để trống có chủ ý." in text and "■" not in text


def test_a_missing_figure_leads_to_its_field_or_to_the_register_that_gives_it(as_user, cast):
    a_report(cast("chi"))
    text = as_user("chi").get(CHECKS).text
    assert 'href="/figures/2026-Q1#procedures.total">Nhập số liệu</a>' in text
    assert 'href="/figures/registers/inspections">Đặt ngày bắt đầu dùng sổ</a>' in text
