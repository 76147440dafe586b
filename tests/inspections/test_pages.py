"""The pages of an inspection: who is kept out, what is missing, what is invalid, what happens."""

from datetime import UTC, date, datetime

import pytest
from factories import a_finding, a_ready_inspection, a_unit, an_approved_inspection, an_inspection, an_item
from sqlalchemy import event, select

from intranet.inspections import operations
from intranet.inspections.models import Inspection
from intranet.inspections.workflow import Result
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.records.operations import act


def typed(cast, **change):
    values = {
        "title": "Kiểm tra việc tiếp nhận hồ sơ",
        "inspection_kind": "periodic",
        "method": "on_site",
        "inspected_unit": str(cast("binh").unit_id),
        "theme": "Tiếp nhận hồ sơ hộ tịch",
        "basis": "Kế hoạch số 53/KH-UBND",
        "started_on": "2026-02-03",
        "ended_on": "",
        "leader": "Nguyễn Văn Trưởng",
        "secretary": "Trần Thị Ký",
        "members": "Một\nHai",
    }
    return values | change


def stored(record_id):
    db.session.expire_all()
    return db.session.get(Inspection, record_id)


def version_in(text):
    return text.split('name="version" type="hidden" value="')[1].split('"')[0]


def edit(client, record_id, cast, **change):
    address = f"/inspections/{record_id}/edit"
    return client.post(address, data=typed(cast, **{"version": version_in(client.get(address).text)} | change))


@pytest.mark.parametrize(("username", "unit"), [("an", "TP"), ("chi", "TT")])
def test_officer_and_controller_plan_for_their_own_unit(as_user, cast, username, unit):
    client = as_user(username)
    assert "Thêm cuộc kiểm tra" in client.get("/inspections/new").text
    answer = client.post("/inspections/new", data=typed(cast))
    inspection = db.session.scalars(select(Inspection)).one()
    assert answer.status_code == 303 and answer.location == f"/inspections/{inspection.id}"
    assert inspection.unit.code == unit and inspection.inspected_unit.code == "VH"
    assert inspection.members == "Một\nHai" and inspection.place == ""
    shown = client.get(answer.location).text
    assert "Kiểm tra việc tiếp nhận hồ sơ" in shown and "chưa kết thúc" in shown


@pytest.mark.parametrize("username", ["dung", "quan"])
def test_others_plan_nothing(as_user, cast, username):
    assert as_user(username).get("/inspections/new").status_code == 403
    assert as_user(username).post("/inspections/new", data=typed(cast)).status_code == 403


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": " "}, "Hãy nhập tên cuộc kiểm tra."),
        ({"title": "x" * 301}, "Hãy viết gọn lại, tối đa 300 ký tự."),
        ({"inspection_kind": "nonsense"}, "Hãy chọn một mục trong danh sách."),
        ({"method": ""}, "Hãy chọn cách kiểm tra."),
        ({"inspected_unit": "99999"}, "Hãy chọn một mục trong danh sách."),
        ({"inspected_unit": "x\x00"}, "Hãy chọn một mục trong danh sách."),
        ({"inspected_unit": ""}, "Hãy chọn đơn vị được kiểm tra."),
        ({"theme": "\x00\x07"}, "Hãy ghi nội dung, chuyên đề kiểm tra."),
        ({"basis": "y" * 10_001}, "Hãy viết gọn lại, tối đa 10000 ký tự."),
        ({"started_on": "31/02/2026"}, "Hãy nhập ngày theo dạng ngày/tháng/năm"),
        ({"started_on": "0001-01-01"}, "Hãy kiểm tra lại năm"),
        ({"started_on": ""}, "Hãy nhập ngày bắt đầu kiểm tra."),
        ({"ended_on": "2026-02-02"}, "Ngày kết thúc trước ngày bắt đầu (03/02/2026)."),
        ({"leader": ""}, "Hãy nhập họ tên trưởng đoàn."),
    ],
)
def test_a_wrong_plan_is_told_at_its_field_and_nothing_typed_is_lost(as_user, cast, change, sentence):
    values = typed(cast, **change)
    answer = as_user("an").post("/inspections/new", data=values)
    assert answer.status_code == 422 and sentence in answer.text
    for name in ("leader", "secretary", "theme"):
        assert name in change or values[name] in answer.text
    assert db.session.query(Inspection).count() == 0


def test_an_empty_form_and_fields_sent_twice_break_nothing(as_user, cast):
    client = as_user("an")
    assert client.post("/inspections/new").status_code == 422
    twice = {name: [value, value] for name, value in typed(cast).items()}
    refused = client.post("/inspections/new", data=twice)
    assert refused.status_code == 422 and "Hãy nhập ngày theo dạng" in refused.text


def test_only_units_at_work_are_offered_and_the_chosen_one_stays(as_user, cast):
    closed = a_unit("CU")
    record_id = an_inspection(cast("an"), inspected_unit=closed).id
    closed.is_active = False
    client = as_user("an")
    assert "Đơn vị CU" not in client.get("/inspections/new").text
    assert "Đơn vị CU" in client.get(f"/inspections/{record_id}/edit").text


def test_a_change_is_saved_and_told_in_the_trail(as_user, cast):
    record_id, client = an_inspection(cast("an")).id, as_user("an")
    assert edit(client, record_id, cast, ended_on="2026-03-16").status_code == 303
    inspection = stored(record_id)
    assert inspection.title == "Kiểm tra việc tiếp nhận hồ sơ" and inspection.occurs_on == date(2026, 3, 16)
    assert ["Đến ngày", "05/02/2026", "16/03/2026"] in inspection.trail[0].changes


def test_a_save_over_somebody_elses_shows_both_and_loses_nothing(as_user, cast):
    record_id, mine, theirs = an_inspection(cast("an")).id, as_user("an"), as_user("an")
    opened = version_in(mine.get(f"/inspections/{record_id}/edit").text)
    edit(theirs, record_id, cast, title="Tên của người kia", ended_on="2026-02-05")
    late = edit(mine, record_id, cast, version=opened, title="Tên của tôi", ended_on="2026-02-05")
    assert late.status_code == 409 and "Tên của người kia" in late.text and "Tên của tôi" in late.text
    assert stored(record_id).title == "Tên của người kia"
    again = edit(mine, record_id, cast, version=version_in(late.text), title="Tên của tôi", ended_on="2026-02-05")
    assert again.status_code == 303 and stored(record_id).title == "Tên của tôi"


def test_saving_a_row_meanwhile_does_not_disturb_the_conclusion(as_user, cast):
    inspection, client = a_ready_inspection(cast("an")), as_user("an")
    page = client.get(f"/inspections/{inspection.id}").text
    version = page.split('id="ending"')[1].split('name="version" type="hidden" value="')[1].split('"')[0]
    item = inspection.items[0]
    row = {"version": item.version, "result": "not_applicable"}
    assert client.post(f"/inspections/{inspection.id}/items/{item.id}", data=row).status_code == 303
    values = {"version": version, "ended_on": "2026-02-05", "concluded_on": "2026-02-11", "conclusion": "Kết luận mới"}
    assert client.post(f"/inspections/{inspection.id}/conclusion", data=values).status_code == 303
    assert stored(inspection.id).conclusion == "Kết luận mới"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"concluded_on": "2026-02-04"}, "Ngày kết luận trước ngày kết thúc (05/02/2026)."),
        ({"ended_on": ""}, "Đã có ngày kết luận. Hãy nhập cả ngày kết thúc kiểm tra."),
        ({"ended_on": "2026-02-01"}, "Ngày kết thúc trước ngày bắt đầu (03/02/2026)."),
        ({"concluded_on": "30/02/2026"}, "Hãy nhập ngày theo dạng ngày/tháng/năm"),
        ({"conclusion": "k" * 10_001}, "Hãy viết gọn lại"),
    ],
)
def test_a_wrong_conclusion_is_told_at_its_field(as_user, cast, change, sentence):
    inspection = a_ready_inspection(cast("an"))
    values = {"ended_on": "2026-02-05", "concluded_on": "2026-02-11", "conclusion": "Lời kết luận mới"} | change
    answer = as_user("an").post(f"/inspections/{inspection.id}/conclusion", data=values)
    assert answer.status_code == 422 and sentence in answer.text and values["conclusion"] in answer.text
    assert stored(inspection.id).concluded_on == date(2026, 2, 10)


def test_the_deadline_of_the_conclusion_is_told_and_lateness_is_warned_of(as_user, cast):
    inspection = an_inspection(cast("an"))
    an_item(inspection)
    client, address = as_user("an"), f"/inspections/{inspection.id}"
    with as_of(datetime(2026, 3, 5, 2, 0, tzinfo=UTC)):
        assert "Hạn ra thông báo kết luận: ngày 05/03/2026" in client.get(address).text
    with as_of(datetime(2026, 3, 6, 2, 0, tzinfo=UTC)):
        assert "Đã quá hạn ra thông báo kết luận" in client.get(address).text
    operations.conclude(inspection, {"concluded_on": date(2026, 3, 17), "conclusion": "Muộn"}, cast("an"))
    assert "Kết luận ngày 17/03/2026 là sau hạn" in client.get(address).text


def test_beginning_brings_the_rows_and_every_missing_thing_has_its_place(as_user, cast):
    record_id = an_inspection(cast("an"), ended_on=None).id
    client, address = as_user("an"), f"/inspections/{record_id}"
    assert 'id="start"' in client.get(address).text
    assert client.post(f"{address}/start").status_code == 303
    shown = client.get(address).text
    assert "<strong>0/25</strong> tiêu chí đã có kết quả" in shown and shown.count('class="item"') == 25
    refused = client.post(f"/records/{record_id}/submit")
    assert refused.status_code == 422
    places = [part.split('"')[0] for part in refused.text.split(f'href="/inspections/{record_id}#')[1:]]
    assert len(places) == 28 and all(f'id="{place}"' in shown for place in places)


def test_without_a_checklist_in_force_the_page_says_what_to_do(as_user, cast):
    record_id = an_inspection(cast("an"), started_on=date(2020, 1, 2)).id
    client = as_user("an")
    assert "Chưa có bảng kiểm nào áp dụng vào ngày 02/01/2020" in client.get(f"/inspections/{record_id}").text
    assert client.post(f"/inspections/{record_id}/start").status_code == 422


@pytest.mark.parametrize("path", ["", "/edit", "/start", "/conclusion", "/items/1", "/minutes.pdf", "/notice.pdf"])
def test_the_officer_of_another_unit_gets_nowhere(as_user, stranger, cast, path):
    inspection = a_ready_inspection(cast("an"))
    method = "POST" if path in ("/start", "/conclusion", "/items/1") else "GET"
    for username in ("binh", "quan"):
        answer = as_user(username).open(f"/inspections/{inspection.id}{path}", method=method)
        assert answer.status_code == 403 and inspection.title not in answer.text
    assert stranger.open(f"/inspections/{inspection.id}{path}", method=method).status_code in (302, 401)
    assert as_user("an").open(f"/inspections/99999{path}", method=method).status_code == 404
    assert as_user("an").open(f"/inspections/{2**40}{path}", method=method).status_code == 404


@pytest.mark.parametrize("username", ["chi", "dung"])
def test_who_oversees_sees_it_and_changes_nothing(as_user, cast, username):
    inspection = a_ready_inspection(cast("an"))
    client, address = as_user(username), f"/inspections/{inspection.id}"
    shown = client.get(address).text
    assert inspection.title in shown and "Lưu kết luận" not in shown and "Sửa thông tin" not in shown
    assert client.get(f"{address}/edit").status_code == 403
    for path in ("/start", "/conclusion", f"/items/{inspection.items[0].id}"):
        assert client.post(address + path, data={"result": "failed"}).status_code == 403


@pytest.mark.parametrize("concerns", ["inspected", "responsible"])
def test_a_unit_sees_an_approved_inspection_that_concerns_it(as_user, cast, concerns):
    change = {"inspected_unit": cast("binh").unit} if concerns == "inspected" else {}
    inspection = a_ready_inspection(cast("an"), **change)
    if concerns == "responsible":
        a_finding(an_item(inspection, 2), responsible_unit=cast("binh").unit)
        db.session.refresh(inspection)
    client, address = as_user("binh"), f"/inspections/{inspection.id}"
    assert client.get(address).status_code == 403
    act(inspection, "submit", cast("an"))
    assert client.get(address).status_code == 403
    act(inspection, "approve", cast("dung"))
    shown = client.get(address)
    assert shown.status_code == 200 and "Mở lại" not in shown.text
    assert client.get(f"{address}/minutes.pdf").status_code == 200


def test_what_is_locked_is_shown_to_read_and_refuses_in_words(as_user, cast):
    inspection = an_approved_inspection(cast("an"), cast("dung"))
    client, address = as_user("an"), f"/inspections/{inspection.id}"
    shown = client.get(address).text
    assert "Đã duyệt bởi" in shown and "đề nghị giám đốc mở lại" in shown
    assert "<textarea" not in shown and "Lưu" not in shown
    item_address = f"{address}/items/{inspection.items[0].id}"
    for answer in (
        client.get(f"{address}/edit"),
        client.post(f"{address}/start"),
        client.post(f"{address}/conclusion", data={"conclusion": "Một lời kết luận khác hẳn"}),
        client.post(item_address, data={"result": "failed", "note": "Một ghi chú dài đủ để giữ lại"}),
    ):
        assert answer.status_code == 422 and "Hãy đề nghị mở lại" in answer.text
    assert "Một ghi chú dài đủ để giữ lại" in answer.text
    assert stored(inspection.id).items[0].result is Result.PASSED


def test_after_a_step_htmx_opens_the_whole_page_anew(as_user, cast):
    inspection = a_ready_inspection(cast("an"))
    part = {"HX-Request": "true", "HX-Target": "panel"}
    answer = as_user("an").post(f"/records/{inspection.id}/submit", headers=part)
    assert answer.status_code == 204 and answer.headers["HX-Redirect"] == f"/inspections/{inspection.id}"
    assert "Đã trình duyệt" in as_user("an").get(f"/records/{inspection.id}/history").text


def queries_of(client, address):
    queries = []

    def note(*call):
        queries.append(call[2])

    event.listen(db.engine, "before_cursor_execute", note)
    assert client.get(address).status_code == 200
    event.remove(db.engine, "before_cursor_execute", note)
    return [query for query in queries if query.startswith("SELECT")]


@pytest.mark.parametrize("username", ["an", "dung"])
def test_a_full_page_costs_a_handful_of_queries_however_many_rows(as_user, cast, username):
    inspection, client = an_inspection(cast("an")), as_user(username)
    address = f"/inspections/{inspection.id}"
    a_finding(an_item(inspection, 1))
    few = len(queries_of(client, address))
    for number in range(2, 26):
        a_finding(an_item(inspection, number), responsible_unit=a_unit(f"D{number}"))
    many = queries_of(client, address)
    assert few == len(many) <= 14, many


def test_with_tokens_too_no_id_stands_twice(app, as_user, cast):
    app.config["WTF_CSRF_ENABLED"] = True
    inspection = an_inspection(cast("an"))
    operations.start(inspection, cast("an"))
    assert as_user("an").get(f"/inspections/{inspection.id}").status_code == 200
