"""Saving one row of the checklist: with htmx and without, over somebody else's, with a finding and files."""

import io

import pytest
from factories import a_finding, a_ready_inspection, a_unit, an_inspection, an_item

from intranet.inspections.models import InspectionItem
from intranet.inspections.workflow import Result, Severity
from intranet.kernel.db import db
from intranet.records.models import Attachment
from intranet.records.operations import act

PDF = b"%PDF-1.4 x"
FOUND = {
    "result": "failed",
    "text": "Bảng niêm yết thiếu hai thủ tục",
    "severity": "moderate",
    "remedy": "Niêm yết bổ sung cho đủ",
    "basis": "Thông tư số 02/2017/TT-VPCP",
    "due_on": "2026-03-20",
}


@pytest.fixture
def item(app, cast):
    """The second row, not answered yet, of an inspection by An's unit."""
    inspection = an_inspection(cast("an"))
    an_item(inspection, 1)
    return an_item(inspection, 2, result=None, basis="Nghị định số 118/2025/NĐ-CP")


def send(client, item, htmx=False, **typed):
    address = f"/inspections/{item.inspection_id}/items/{item.id}"
    headers = {"HX-Request": "true", "HX-Target": f"item-{item.id}"} if htmx else {}
    values = {"version": item.version} | typed
    return client.post(address, data=values, headers=headers, content_type="multipart/form-data")


def found(cast, **change):
    return FOUND | {"responsible_unit": str(cast("binh").unit_id)} | change


def row(item):
    db.session.expire_all()
    return db.session.get(InspectionItem, item.id)


def test_without_a_script_a_saved_row_leads_back_to_itself(as_user, item):
    answer = send(as_user("an"), item, result="passed", note="Đủ\r\nrõ", samples="H01, H02")
    assert answer.status_code == 303
    assert answer.location == f"/inspections/{item.inspection_id}#item-{item.id}"
    saved = row(item)
    assert (saved.result, saved.note, saved.samples) == (Result.PASSED, "Đủ\nrõ", "H01, H02")


def test_with_htmx_the_row_alone_comes_back_with_what_it_changed_elsewhere(as_user, item):
    client = as_user("an")
    assert send(client, item, htmx=True, result="passed").status_code == 303
    part = {"HX-Request": "true", "HX-Target": f"item-{item.id}"}
    answer = client.get(f"/inspections/{item.inspection_id}", headers=part)
    assert answer.text.lstrip().startswith(f'<div id="item-{item.id}"') and "<html" not in answer.text
    assert "Đã lưu" in answer.text and "2/2" in answer.text
    assert 'id="progress" class="progress-line" hx-swap-oob="true"' in answer.text
    assert 'id="panel"' in answer.text and 'aria-label="Trạng thái và các bước" hx-swap-oob="true"' in answer.text


def test_htmx_gets_404_for_a_row_that_is_not_of_this_inspection(as_user, item):
    part = {"HX-Request": "true", "HX-Target": "item-99999"}
    assert as_user("an").get(f"/inspections/{item.inspection_id}", headers=part).status_code == 404


def test_a_row_of_another_inspection_is_not_found(as_user, cast, item):
    other = an_item(an_inspection(cast("an")), 1)
    address = f"/inspections/{item.inspection_id}/items/{other.id}"
    assert as_user("an").post(address, data={"result": "failed"}).status_code == 404
    assert row(other).result is Result.PASSED


def test_one_press_says_passed_where_nothing_was_written_yet(as_user, item):
    client, address = as_user("an"), f"/inspections/{item.inspection_id}"
    assert client.get(address).text.count('class="item-quick"') == 1
    assert send(client, item, result="passed").status_code == 303
    assert 'class="item-quick"' not in client.get(address).text


def test_a_finding_is_raised_in_the_row_itself(as_user, cast, item):
    client = as_user("an")
    assert send(client, item, **found(cast)).status_code == 303
    finding = row(item).finding
    assert finding.text == FOUND["text"] and finding.severity is Severity.MODERATE
    assert finding.responsible_unit is cast("binh").unit and str(finding.due_on) == "2026-03-20"
    assert FOUND["remedy"] in client.get(f"/inspections/{item.inspection_id}").text


def test_the_form_offers_what_a_finding_usually_says(as_user, item):
    shown = as_user("an").get(f"/inspections/{item.inspection_id}").text.split(f'id="item-{item.id}"')[1]
    assert 'value="2026-03-26"' in shown, "thirty working days after the end"
    assert 'selected value="1">Bộ phận Tư pháp' in shown
    assert shown.count("Nghị định số 118/2025/NĐ-CP") == 2


def test_failed_may_be_said_before_the_finding_is_written(as_user, item):
    client = as_user("an")
    assert send(client, item, result="failed", note="Sẽ ghi sau").status_code == 303
    assert row(item).finding is None
    assert "Chưa ghi tồn tại" in client.get(f"/inspections/{item.inspection_id}").text
    refused = client.post(f"/records/{item.inspection_id}/submit")
    assert refused.status_code == 422 and "Tiêu chí 2 chưa đạt nhưng chưa ghi tồn tại." in refused.text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": ""}, "Hãy ghi tồn tại: điều gì chưa đúng."),
        ({"severity": ""}, "Hãy chọn mức độ."),
        ({"severity": "fatal"}, "Hãy chọn một mục trong danh sách."),
        ({"remedy": " "}, "Hãy ghi yêu cầu khắc phục."),
        ({"responsible_unit": ""}, "Hãy chọn đơn vị chịu trách nhiệm."),
        ({"responsible_unit": "99999"}, "Hãy chọn một mục trong danh sách."),
        ({"due_on": ""}, "Hãy nhập hạn khắc phục."),
        ({"due_on": "31/02/2026"}, "Hãy nhập ngày theo dạng"),
        ({"due_on": "0001-01-01"}, "Hãy kiểm tra lại năm"),
        ({"due_on": "2026-02-02"}, "Hạn khắc phục trước ngày bắt đầu kiểm tra (03/02/2026)."),
        ({"note": "n" * 5001}, "Hãy viết gọn lại, tối đa 5000 ký tự."),
        ({"result": "nonsense"}, "Hãy chọn một mục trong danh sách."),
        ({"evidence": "99999"}, "Một tệp đã chọn không còn nữa."),
        ({"evidence": "x\x00"}, "Một tệp đã chọn không còn nữa."),
    ],
)
@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_a_wrong_row_is_told_at_its_field_and_nothing_typed_is_lost(as_user, cast, item, change, sentence, htmx):
    values = found(cast, note="Ghi chú đã gõ", samples="H09") | change
    answer = send(as_user("an"), item, htmx, **values)
    assert answer.status_code == 422 and sentence in answer.text
    assert ("<html" in answer.text) is not htmx
    for name in ("text", "remedy", "note", "samples", "basis"):
        assert values[name].strip() in answer.text
    assert "hãy chọn lại." in answer.text and "<details open" in answer.text
    assert row(item).result is None and row(item).finding is None


def test_a_row_sent_without_fields_or_with_each_twice_breaks_nothing(as_user, cast, item):
    client = as_user("an")
    assert send(client, item).status_code == 303
    item = row(item)
    twice = {name: [value, value] for name, value in found(cast).items()}
    refused = send(client, item, **twice)
    assert refused.status_code == 422 and "Hãy nhập ngày theo dạng" in refused.text
    assert send(client, row(item), version="x").status_code == 422


def test_another_result_asks_before_the_finding_is_dropped(as_user, cast, item):
    client = as_user("an")
    send(client, item, **found(cast))
    asked = send(client, row(item), result="passed")
    assert asked.status_code == 422 and "Hãy đánh dấu vào ô này nếu đồng ý bỏ" in asked.text
    assert row(item).finding is not None
    assert send(client, row(item), result="passed", drop_finding="y").status_code == 303
    assert row(item).finding is None and row(item).result is Result.PASSED
    assert FOUND["text"] in client.get(f"/records/{item.inspection_id}/history").text


def test_a_finding_that_was_reported_on_is_kept_and_the_page_says_why(as_user, cast):
    inspection = a_ready_inspection(cast("chi"), inspected_unit=cast("an").unit)
    finding = a_finding(an_item(inspection, 2))
    db.session.refresh(inspection)
    act(inspection, "submit", cast("chi"))
    act(inspection, "approve", cast("dung"))
    report = {"text": "Đã niêm yết", "done_on": "2026-02-06"}
    assert as_user("an").post(f"/corrective-actions/{finding.id}/report", data=report).status_code == 303
    act(inspection, "reopen", cast("dung"), "Sửa lời")
    answer = send(as_user("chi"), row(finding.item), result="passed", drop_finding="y", note="Lời đã gõ")
    assert answer.status_code == 422 and "đã có báo cáo khắc phục" in answer.text and "Lời đã gõ" in answer.text
    assert row(finding.item).finding is not None


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_a_row_saved_by_somebody_else_meanwhile_shows_both(as_user, cast, item, htmx):
    opened = item.version
    assert send(as_user("an"), item, result="passed", note="Của người kia").status_code == 303
    late = send(as_user("an"), item, htmx, version=opened, **found(cast, note="Của tôi"))
    assert late.status_code == 409
    assert "Của người kia" in late.text and "Của tôi" in late.text and FOUND["text"] in late.text
    assert row(item).note == "Của người kia"
    again = send(as_user("an"), row(item), **found(cast, note="Của tôi"))
    assert again.status_code == 303 and row(item).note == "Của tôi"


def test_the_same_row_sent_twice_is_no_quarrel(as_user, item):
    opened = item.version
    for _ in range(2):
        assert send(as_user("an"), item, version=opened, result="passed", note="Đủ").status_code == 303


def test_a_change_of_the_finding_alone_makes_an_open_row_stale(as_user, cast, item):
    send(as_user("an"), item, **found(cast))
    opened = row(item).version
    send(as_user("an"), row(item), **found(cast, remedy="Sửa lần hai"))
    late = send(as_user("an"), item, version=opened, **found(cast, remedy="Sửa lần ba"))
    assert late.status_code == 409 and "Sửa lần hai" in late.text and "Sửa lần ba" in late.text


def test_files_are_chosen_or_brought_in_the_row_itself(as_user, item):
    client = as_user("an")
    files = [(io.BytesIO(PDF), "một.pdf"), (io.BytesIO(PDF), "hai.pdf")]
    assert send(client, item, result="passed", file=files).status_code == 303
    first, second = row(item).evidence
    assert send(client, row(item), result="passed", evidence=str(second.id)).status_code == 303
    assert [file.name for file in row(item).evidence] == ["hai.pdf"]
    shown = client.get(f"/inspections/{item.inspection_id}").text
    assert f'value="{second.id}" checked' in shown and f'value="{first.id}">' in shown


def test_a_file_that_is_not_taken_takes_nothing_of_the_row_with_it(as_user, item):
    files = [(io.BytesIO(PDF), "tốt.pdf"), (io.BytesIO(b"MZ"), "xấu.exe")]
    answer = send(as_user("an"), item, result="passed", note="Lời đã gõ", file=files)
    assert answer.status_code == 422 and "“xấu.exe”: Chỉ nhận tệp PDF" in answer.text and "Lời đã gõ" in answer.text
    assert db.session.query(Attachment).count() == 0 and row(item).result is None


def test_a_file_of_another_inspection_is_no_evidence_here(as_user, cast, item):
    other = an_inspection(cast("an"))
    an_item(other, 1)
    client = as_user("an")
    upload = {"file": (io.BytesIO(PDF), "a.pdf")}
    client.post(f"/records/{other.id}/attachments", data=upload, content_type="multipart/form-data")
    foreign = db.session.query(Attachment).one().id
    assert send(client, item, result="passed", evidence=str(foreign)).status_code == 422


def test_what_was_typed_is_never_taken_for_markup(as_user, item):
    client = as_user("an")
    send(client, item, result="passed", note="<script>x</script> & <b>đậm</b>")
    shown = client.get(f"/inspections/{item.inspection_id}").text
    assert "&lt;script&gt;" in shown and "<b>đậm" not in shown


def test_a_unit_closed_since_stays_with_its_finding(as_user, cast, item):
    unit = a_unit("CU")
    a_finding(item, responsible_unit=unit)
    unit.is_active = False
    answer = send(as_user("an"), item, **found(cast, responsible_unit=str(unit.id)))
    assert answer.status_code == 303 and row(item).finding.responsible_unit_id == unit.id
