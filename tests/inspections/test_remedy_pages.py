"""The pages of remedies: who sees them, what they refuse, what they keep."""

import io
import sys
from datetime import date

import pytest
from factories import a_finding, a_ready_inspection, an_item
from sqlalchemy import event

from intranet.inspections import remedies, remedy_list
from intranet.inspections.models import Finding
from intranet.inspections.workflow import Remedy
from intranet.kernel.db import db
from intranet.records import operations

PDF = b"%PDF-1.4 minh chung"
DONE = {"text": "Đã niêm yết đủ hai thủ tục", "done_on": "2026-03-10"}


@pytest.fixture(autouse=True)
def in_march(monkeypatch):
    """The day is 25/3/2026."""
    for module in (remedies, remedy_list, sys.modules[Finding.__module__]):
        monkeypatch.setattr(module, "today", lambda: date(2026, 3, 25))


def approved_finding(cast, **change):
    inspection = a_ready_inspection(cast("chi"), inspected_unit=cast("an").unit)
    finding = a_finding(an_item(inspection, 2), **change)
    db.session.refresh(inspection)
    operations.act(inspection, "submit", cast("chi"))
    operations.act(inspection, "approve", cast("dung"))
    return finding


@pytest.fixture
def finding(app, cast):
    return approved_finding(cast)


def state(finding):
    db.session.expire_all()
    return db.session.get(Finding, finding.id).state


def report(client, finding, **change):
    return client.post(f"/corrective-actions/{finding.id}/report", data=DONE | change)


def test_the_unit_reports_with_proof_and_the_controller_verifies(as_user, finding):
    files = [(io.BytesIO(PDF), "ảnh 1.pdf"), (io.BytesIO(PDF), "ảnh 2.pdf")]
    an, chi, address = as_user("an"), as_user("chi"), f"/corrective-actions/{finding.id}"
    assert report(an, finding, file=files).status_code == 303
    assert state(finding) is Remedy.REPORTED
    shown = chi.get(address).text
    assert DONE["text"] in shown and "ảnh 1.pdf" in shown and "ảnh 2.pdf" in shown
    refused = chi.post(f"{address}/send_back", data={"note": " "})
    assert refused.status_code == 422 and "Hãy ghi rõ lý do." in refused.text
    assert chi.post(f"{address}/send_back", data={"note": "Chụp lại ảnh"}).status_code == 303
    assert "Chụp lại ảnh" in an.get(address).text
    assert report(an, finding).status_code == 303
    assert chi.post(f"{address}/verify").status_code == 303
    assert state(finding) is Remedy.VERIFIED
    assert "Gửi báo cáo khắc phục" not in an.get(address).text


def test_proof_is_opened_by_those_concerned_and_no_one_else(as_user, finding):
    report(as_user("an"), finding, file=[(io.BytesIO(PDF), "ảnh.pdf")])
    file = finding.inspection.attachments[0].id
    for username, status in (("an", 200), ("chi", 200), ("dung", 200), ("binh", 403), ("quan", 403)):
        assert as_user(username).get(f"/attachments/{file}").status_code == status, username
    assert as_user("chi").post(f"/attachments/{file}/remove").status_code == 422


def test_a_finding_is_shown_to_those_who_may_see_its_inspection(as_user, stranger, finding):
    address = f"/corrective-actions/{finding.id}"
    for username, status in (("an", 200), ("chi", 200), ("dung", 200), ("binh", 403), ("quan", 403)):
        assert as_user(username).get(address).status_code == status, username
    assert stranger.get(address).status_code == 302
    assert as_user("an").get("/corrective-actions/99").status_code == 404
    assert f'href="/inspections/{finding.inspection.id}"' in as_user("an").get(address).text


def test_steps_are_shown_and_open_only_to_those_who_may_take_them(as_user, finding):
    address = f"/corrective-actions/{finding.id}"
    for username in ("chi", "dung"):
        assert "Gửi báo cáo khắc phục" not in as_user(username).get(address).text
        assert report(as_user(username), finding).status_code == 403
    report(as_user("an"), finding)
    for username in ("an", "dung"):
        assert "Xác nhận đã khắc phục" not in as_user(username).get(address).text
        assert as_user(username).post(f"{address}/verify").status_code == 403
    assert as_user("chi").post(f"{address}/nonsense").status_code == 404


def test_a_step_out_of_turn_is_refused_with_a_sentence(as_user, finding):
    early = as_user("chi").post(f"/corrective-actions/{finding.id}/verify")
    assert early.status_code == 422 and "Không thực hiện được thao tác này" in early.text
    report(as_user("an"), finding)
    twice = report(as_user("an"), finding)
    assert twice.status_code == 422 and "khi đang ở trạng thái “Chờ xác nhận”" in twice.text
    assert len(finding.actions) == 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": " "}, "Hãy ghi đã khắc phục thế nào."),
        ({"done_on": "10-3"}, "Hãy nhập ngày theo dạng"),
        ({"done_on": "2026-03-26"}, "Ngày khắc phục xong chưa tới."),
        ({"done_on": "2026-02-04"}, "Cuộc kiểm tra kết thúc ngày 05/02/2026."),
        ({"file": (io.BytesIO(b"MZ"), "a.exe")}, "Chỉ nhận tệp PDF"),
    ],
)
def test_a_wrong_report_is_told_at_its_field_and_nothing_typed_is_lost(as_user, finding, change, sentence):
    refused = report(as_user("an"), finding, **change)
    assert refused.status_code == 422 and sentence in refused.text
    for value in (DONE | change).values():
        assert not isinstance(value, str) or value.strip() in refused.text
    assert "Hãy chọn lại tệp" in refused.text
    assert state(finding) is Remedy.OPEN and finding.inspection.attachments == []


def test_while_the_inspection_is_open_again_the_page_says_why_nothing_can_be_done(as_user, cast, finding):
    operations.act(finding.inspection, "reopen", cast("dung"), "Ghi nhầm tên")
    assert (
        "Việc khắc phục bắt đầu khi cuộc kiểm tra đã duyệt."
        in as_user("chi").get(f"/corrective-actions/{finding.id}").text
    )
    assert report(as_user("an"), finding).status_code == 403


def test_the_list_shows_an_officer_the_own_unit_and_marks_what_is_late(as_user, cast):
    approved_finding(cast, text="Việc của An, trễ")
    approved_finding(cast, text="Việc của Bình", responsible_unit=cast("binh").unit, due_on=date(2026, 4, 1))
    ours = as_user("an").get("/corrective-actions/").text
    assert "Việc của An, trễ" in ours and "Việc của Bình" not in ours
    assert ">Quá hạn</span>" in ours
    theirs = as_user("binh").get("/corrective-actions/").text
    assert "Việc của Bình" in theirs and ">Quá hạn</span>" not in theirs
    everyones = as_user("dung").get("/corrective-actions/").text
    assert everyones.index("Việc của An, trễ") < everyones.index("Việc của Bình")
    assert "Việc của Bình" not in as_user("dung").get("/corrective-actions/?shelf=overdue").text
    assert as_user("quan").get("/corrective-actions/").status_code == 403


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?shelf=reported", "Không có báo cáo khắc phục nào chờ xác nhận."),
        ("?shelf=verified", "Chưa có tồn tại nào được xác nhận đã khắc phục."),
        ("?shelf=overdue", "Không có việc khắc phục nào quá hạn."),
        ("?shelf=nonsense&page=-3", "Không còn việc khắc phục nào."),
        ("?page=x", "Không còn việc khắc phục nào."),
    ],
)
def test_an_empty_shelf_says_so(as_user, query, sentence):
    assert sentence in as_user("an").get(f"/corrective-actions/{query}").text


def test_the_list_is_paged(as_user, cast, monkeypatch):
    monkeypatch.setattr(remedy_list, "ON_A_PAGE", 1)
    approved_finding(cast, text="Việc thứ nhất")
    approved_finding(cast, text="Việc thứ hai", due_on=date(2026, 4, 1))
    first = as_user("an").get("/corrective-actions/").text
    assert "Việc thứ nhất" in first and "Việc thứ hai" not in first and "Trang 1/2" in first
    assert "page=2" in first
    assert "Việc thứ hai" in as_user("an").get("/corrective-actions/?page=2").text


def test_a_full_list_costs_a_handful_of_queries(as_user, cast):
    for number in range(12):
        approved_finding(cast, text=f"Việc {number}")
    client, queries = as_user("chi"), []
    client.get("/corrective-actions/")
    event.listen(db.engine, "before_cursor_execute", lambda *call: queries.append(call[2]))
    client.get("/corrective-actions/")
    assert 0 < len([query for query in queries if query.startswith("SELECT")]) <= 6, queries


def test_the_first_page_names_what_is_late(as_user, finding):
    shown = as_user("an").get("/").text
    assert "Khắc phục quá hạn" in shown and f'href="/corrective-actions/{finding.id}"' in shown
    assert f'href="/corrective-actions/{finding.id}"' not in as_user("binh").get("/").text
