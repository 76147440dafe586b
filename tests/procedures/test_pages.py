"""The pages of quy trình nội bộ: who is kept out, what is missing, what is invalid, what happens."""

from datetime import UTC, date, datetime

import pytest
from factories import a_procedure, an_approved_procedure
from sqlalchemy import event, select

from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.procedures import operations
from intranet.procedures.models import InternalProcedure
from intranet.procedures.steps import Step, Steps
from intranet.records.operations import act

ROOT = "/internal-procedures/"
PART = {"HX-Request": "true", "HX-Target": "sum"}
MARCH = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)


def typed(**change):
    values = {
        "title": "Đăng ký lại khai sinh",
        "procedure_code": "1.004884",
        "code": "QT-01",
        "time": "1",
        "time_unit": "days",
        "effective_from": "2026-04-01",
        "legal_basis": "Luật Hộ tịch",
        "papers": "Tờ khai",
        **step(0, "Tiếp nhận", "2"),
        **step(1, "Ký", "6"),
    }
    return values | change


def step(place, task, hours, position=None, doer="Một cửa"):
    told = {"position": position or str(place + 1), "doer": doer, "task": task, "hours": hours, "outcome": ""}
    return {f"steps-{place}-{name}": value for name, value in told.items()}


def the_only_one():
    db.session.expire_all()
    return db.session.scalars(select(InternalProcedure)).one()


def version_in(text):
    return text.split('name="version" type="hidden" value="')[1].split('"')[0]


def stored(record_id):
    db.session.expire_all()
    return db.session.get(InternalProcedure, record_id)


def edit(client, record_id, **change):
    address = f"{ROOT}{record_id}/edit"
    return client.post(address, data=typed(**{"version": version_in(client.get(address).text)} | change))


@pytest.mark.parametrize("username", ["an", "chi"])
def test_officer_and_controller_draft_one_for_their_own_unit(as_user, cast, username):
    client = as_user(username)
    answer = client.post(f"{ROOT}new", data=typed())
    procedure = the_only_one()
    assert answer.status_code == 303 and answer.location == f"{ROOT}{procedure.id}"
    assert procedure.unit_id == cast(username).unit_id
    page = client.get(answer.location).text
    assert "1 ngày (8 giờ làm việc)" in page and "đúng bằng tổng thời gian" in page and "1.004884" in page


@pytest.mark.parametrize("username", ["dung", "quan"])
def test_others_draft_nothing(as_user, username):
    client = as_user(username)
    assert client.get(f"{ROOT}new").status_code == client.post(f"{ROOT}new", data=typed()).status_code == 403
    assert client.post(f"{ROOT}sum", data=typed()).status_code == 403


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Hãy nhập tên TTHC."),
        ({"code": " "}, "Hãy nhập ký hiệu của quy trình."),
        ({"time": ""}, "Hãy nhập tổng thời gian giải quyết."),
        ({"time": "0"}, "Hãy nhập một số từ 1 đến 9999."),
        ({"time": "2,5"}, "Hãy nhập một số nguyên"),
        ({"time_unit": ""}, "Hãy chọn ngày hoặc giờ làm việc."),
        ({"effective_from": "31/02/2026"}, "Hãy nhập ngày theo dạng ngày/tháng/năm"),
        ({"steps-0-hours": ""}, "Dòng 1: Hãy nhập số giờ, ghi 0 nếu không tính thời gian."),
        ({"steps-1-hours": "-1"}, "Dòng 2: Hãy nhập một số từ 0 đến 9999."),
        ({"steps-1-task": ""}, "Dòng 2: Hãy ghi nội dung công việc."),
        ({"steps-0-position": "0"}, "Dòng 1: Hãy nhập một số từ 1 đến 100."),
        ({"steps-0-task": "v" * 3001}, "Dòng 1: Hãy viết gọn lại, tối đa 3000 ký tự."),
    ],
)
def test_what_is_invalid_is_told_and_all_else_is_kept(as_user, change, sentence):
    answer = as_user("an").post(f"{ROOT}new", data=typed(**change))
    assert answer.status_code == 422 and sentence in answer.text
    assert db.session.scalars(select(InternalProcedure)).all() == []
    assert "Luật Hộ tịch" in answer.text and 'value="1.004884"' in answer.text


def test_an_unusual_tthc_code_is_asked_about_and_saved_once_confirmed(as_user):
    client = as_user("an")
    asked = client.post(f"{ROOT}new", data=typed(procedure_code="1004884"))
    assert asked.status_code == 422 and "Mã “1004884” có đúng không?" in asked.text
    answer = asked.text.split('name="confirmed" value="')[1].split('"')[0]
    saved = client.post(f"{ROOT}new", data=typed(procedure_code="1004884", confirmed=answer))
    assert saved.status_code == 303 and "Mã “1004884” có đúng không?" in client.get(saved.location).text


def test_a_taken_code_is_told_at_its_field(as_user, cast):
    a_procedure(cast("binh"), code="QT-01")
    answer = as_user("an").post(f"{ROOT}new", data=typed())
    assert answer.status_code == 422 and "Ký hiệu “QT-01” đã dùng" in answer.text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, "2 bước cộng lại 1 ngày (8 giờ làm việc), đúng bằng tổng thời gian."),
        ({"time": "2"}, "còn thiếu 8 giờ so với tổng thời gian 2 ngày (16 giờ làm việc)."),
        ({"time": "6", "time_unit": "hours"}, "thừa 2 giờ so với tổng thời gian 6 giờ làm việc."),
        ({"time": ""}, "Hãy nhập tổng thời gian để đối chiếu."),
        ({"time": "-3"}, "Hãy nhập tổng thời gian để đối chiếu."),
        ({"steps-0-hours": "", "steps-1-hours": "x"}, "Chưa có bước nào được ghi số giờ."),
        ({"steps-0-hours": "-4"}, "1 bước cộng lại 6 giờ làm việc, còn thiếu 2 giờ"),
        ({"title": ""}, "đúng bằng tổng thời gian."),
    ],
)
def test_the_sum_is_said_while_typing_and_nothing_is_kept(as_user, change, sentence):
    answer = as_user("an").post(f"{ROOT}sum", data=typed(**change), headers=PART)
    assert answer.status_code == 200 and sentence in answer.text
    assert answer.text.lstrip().startswith('<p id="sum"') and "<h1" not in answer.text
    assert db.session.scalars(select(InternalProcedure)).all() == []


def test_the_form_carries_what_asks_for_the_sum(as_user, cast):
    procedure = a_procedure(cast("an"))
    for path in ("new", f"{procedure.id}/edit"):
        page = as_user("an").get(f"{ROOT}{path}").text
        assert f'hx-post="{ROOT}sum"' in page and 'hx-target="#sum"' in page and 'id="sum"' in page


def test_a_draft_is_saved_unfinished_and_its_page_says_what_is_lacking(as_user):
    client = as_user("an")
    page = client.get(client.post(f"{ROOT}new", data=typed(time="2", effective_from="")).location).text
    assert "còn thiếu 8 giờ" in page and "Chưa ghi" in page
    record_id = the_only_one().id
    refused = client.post(f"/records/{record_id}/submit")
    assert refused.status_code == 422 and "còn thiếu 8 giờ" in refused.text
    for place in ("sum", "effective_from"):
        assert f'href="{ROOT}{record_id}#{place}"' in refused.text and f'id="{place}"' in page


def test_steps_are_changed_moved_and_dropped(as_user, cast):
    client = as_user("an")
    client.post(f"{ROOT}new", data=typed())
    record_id = the_only_one().id
    rows = {**step(0, "Tiếp nhận", "2"), **step(1, "Ký", "4"), **step(2, "Thẩm định", "2", position="2")}
    assert edit(client, record_id, **rows).status_code == 303
    assert [(it.position, it.task) for it in stored(record_id).steps] == [(1, "Tiếp nhận"), (2, "Thẩm định"), (3, "Ký")]
    assert edit(client, record_id, **step(0, "", "", doer="") | {"steps-0-position": ""}).status_code == 303
    assert [it.task for it in stored(record_id).steps] == ["Ký"]
    assert "Bước 2. Một cửa: Thẩm định (2 giờ)" in client.get(f"/records/{record_id}/history").text


def test_the_form_comes_back_with_what_is_stored(as_user, cast):
    page = as_user("an").get(f"{ROOT}{a_procedure(cast('an')).id}/edit").text
    assert 'name="time" type="text" value="3"' in page or 'value="3"' in page
    assert '<option selected value="days">' in page and "Thẩm định, trình ký" in page and 'value="2026-02-02"' in page


def test_a_stale_save_shows_both_and_loses_neither(as_user, cast):
    client = as_user("an")
    client.post(f"{ROOT}new", data=typed())
    record_id = the_only_one().id
    seen = version_in(client.get(f"{ROOT}{record_id}/edit").text)
    edit(client, record_id, papers="Tờ khai mới", **step(1, "Ký số", "6"))
    late = client.post(f"{ROOT}{record_id}/edit", data=typed(version=seen, papers="Tờ khai của tôi"))
    assert late.status_code == 409 and "Tờ khai mới" in late.text and "Tờ khai của tôi" in late.text
    assert "Ký số" in late.text and stored(record_id).papers == "Tờ khai mới"
    again = client.post(f"{ROOT}{record_id}/edit", data=typed(version=version_in(late.text), papers="Tờ khai của tôi"))
    assert again.status_code == 303 and stored(record_id).papers == "Tờ khai của tôi"


PATHS = ["", "/edit", "/paper.pdf", "/compare", "/revisions", "/end"]


@pytest.mark.parametrize("path", PATHS)
def test_the_officer_of_another_unit_gets_nowhere(as_user, stranger, cast, path):
    procedure = an_approved_procedure(cast("an"), cast("dung"))
    method = "POST" if path in ("/revisions", "/end") else "GET"
    for username in ("binh", "quan"):
        answer = as_user(username).open(f"{ROOT}{procedure.id}{path}", method=method)
        assert answer.status_code == 403 and procedure.title not in answer.text
    assert stranger.open(f"{ROOT}{procedure.id}{path}", method=method).status_code in (302, 401)
    assert as_user("an").open(f"{ROOT}99999{path}", method=method).status_code == 404


@pytest.mark.parametrize("username", ["chi", "dung"])
def test_who_oversees_sees_it_and_changes_nothing(as_user, cast, username):
    procedure = a_procedure(cast("an"))
    client, address = as_user(username), f"{ROOT}{procedure.id}"
    assert procedure.title in client.get(address).text
    assert client.get(f"{address}/edit").status_code == client.post(f"{address}/revisions").status_code == 403


def test_the_director_approves_and_the_page_says_it_is_in_force(as_user, cast):
    procedure = a_procedure(cast("an"))
    address = f"{ROOT}{procedure.id}"
    assert as_user("an").post(f"/records/{procedure.id}/submit").status_code == 303
    assert procedure.title in as_user("dung").get("/inbox").text
    assert as_user("dung").post(f"/records/{procedure.id}/approve").status_code == 303
    with as_of(MARCH):
        page = as_user("an").get(address).text
    assert "Đang áp dụng" in page and "Lập phiên bản mới" in page
    assert as_user("an").get(f"{address}/edit").status_code == 422


def revised(cast, **change):
    """An approved revision and the draft of the next, with another second step."""
    old = an_approved_procedure(cast("an"), cast("dung"))
    draft = operations.revise(old, cast("an"))
    rows = [
        {"position": None, "doer": it.doer, "task": it.task, "hours": it.hours, "outcome": it.outcome}
        for it in old.steps
    ]
    rows[1] |= {"task": "Thẩm định, trình ký số", "hours": 12}
    values = {
        "effective_from": date(2026, 3, 2),
        "papers": "Biểu mẫu điện tử",
        "time": 16,
        "time_unit": "hours",
        "steps": rows,
    }
    operations.change(draft, values | change, cast("an"))
    db.session.commit()
    return old, draft


def test_a_new_revision_is_one_press_away_and_then_no_more(as_user, cast):
    old = an_approved_procedure(cast("an"), cast("dung"))
    client = as_user("an")
    answer = client.post(f"{ROOT}{old.id}/revisions")
    draft = db.session.scalars(select(InternalProcedure).where(InternalProcedure.revision == 2)).one()
    assert answer.status_code == 303 and answer.location == f"{ROOT}{draft.id}/edit"
    form = client.get(answer.location).text
    assert "QT-TP-01, phiên bản 02" in form and 'name="code"' not in form and "Thẩm định, trình ký" in form
    again = client.post(f"{ROOT}{old.id}/revisions")
    assert again.status_code == 422 and "Phiên bản 02 chưa duyệt xong" in again.text
    assert 'href="#revisions"' in again.text and 'id="revisions"' in again.text


def test_a_revision_of_a_draft_is_refused_in_words(as_user, cast):
    answer = as_user("an").post(f"{ROOT}{a_procedure(cast('an')).id}/revisions")
    assert answer.status_code == 422 and "Chỉ lập phiên bản mới từ phiên bản đã duyệt" in answer.text


def test_a_day_before_the_replaced_one_is_told_at_its_field(as_user, cast):
    _, draft = revised(cast)
    answer = edit(as_user("an"), draft.id, effective_from="2026-01-31")
    assert answer.status_code == 422 and "Phiên bản 01 áp dụng từ ngày 02/02/2026" in answer.text


def test_both_revisions_stand_on_each_others_page(as_user, cast):
    old, draft = revised(cast)
    act(draft, "submit", cast("an"))
    act(draft, "approve", cast("dung"))
    with as_of(MARCH):
        pages = [as_user("an").get(f"{ROOT}{it.id}").text for it in (old, draft)]
    for page, other in zip(pages, (draft, old), strict=True):
        assert "Đã được thay thế" in page and "Đang áp dụng" in page and f'href="{ROOT}{other.id}"' in page


def test_reopening_what_has_been_replaced_is_refused_with_a_way_on(as_user, cast):
    old, _ = revised(cast)
    answer = as_user("dung").post(f"/records/{old.id}/reopen", data={"note": "Sửa giờ"})
    assert answer.status_code == 422 and f'href="{ROOT}{old.id}#revisions"' in answer.text
    assert stored(old.id).is_approved


def test_two_revisions_stand_side_by_side_with_what_differs_marked(as_user, cast):
    old, draft = revised(cast)
    page = as_user("an").get(f"{ROOT}{draft.id}/compare").text
    assert page.index("Phiên bản 01") < page.index("Phiên bản 02")
    assert "<del>02/02/2026</del>" in page and "<ins>02/03/2026</ins>" in page
    assert "trình <del>ký</del>" in page and "trình <ins>ký số</ins>" in page
    assert page.count('-lt">Sửa</span>') == 4, "papers, day, whole time and one step"
    assert page.count('-lt">Giữ nguyên</span>') == 1
    assert "<ins>02/03/2026</ins>" in as_user("an").get(f"{ROOT}{draft.id}/compare?with={old.id}").text
    reverse = as_user("an").get(f"{ROOT}{old.id}/compare?with={draft.id}").text
    assert "<ins>02/03/2026</ins>" in reverse


def test_an_added_and_a_dropped_step_are_called_so(as_user, cast):
    old, draft = revised(cast, steps=[])
    assert as_user("an").get(f"{ROOT}{draft.id}/compare").text.count('-lt">Bỏ</span>') == 2
    draft = stored(draft.id)
    draft.sequence = Steps([Step("Văn thư", "Đóng dấu", 1), *stored(old.id).sequence])
    page = as_user("an").get(f"{ROOT}{draft.id}/compare").text
    assert page.count('-lt">Thêm</span>') == 1 and page.count('-lt">Giữ nguyên</span>') == 2


def test_there_is_nothing_to_compare_where_there_is_no_other(as_user, cast):
    old, draft = revised(cast)
    other = a_procedure(cast("an"), code="QT-TP-02")
    for address in (f"{old.id}/compare", f"{draft.id}/compare?with={other.id}", f"{draft.id}/compare?with={draft.id}"):
        assert as_user("an").get(ROOT + address).status_code == 404, address
    assert as_user("an").get(f"{ROOT}{draft.id}/compare?with=abc").status_code == 200


def end(client, record_id, **change):
    version = client.get(f"{ROOT}{record_id}").text.split('name="version" value="')[1].split('"')[0]
    values = {"version": version, "effective_to": "2026-03-31", "note": "Bãi bỏ theo Quyết định số 9"} | change
    return client.post(f"{ROOT}{record_id}/end", data=values)


def test_the_director_writes_down_until_when_it_applies(as_user, cast):
    procedure = an_approved_procedure(cast("an"), cast("dung"))
    assert end(as_user("dung"), procedure.id).status_code == 303
    assert stored(procedure.id).effective_to == date(2026, 3, 31) and stored(procedure.id).is_approved
    page = as_user("an").get(f"{ROOT}{procedure.id}").text
    assert "đến hết 31/03/2026" in page and "Ghi ngày ngừng áp dụng" not in page
    assert as_user("an").post(f"{ROOT}{procedure.id}/end", data={"note": "x"}).status_code == 403


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"note": ""}, "Hãy ghi lý do"),
        ({"effective_to": "2026-02-01"}, "Quy trình áp dụng từ ngày 02/02/2026."),
        ({"effective_to": "ngày mai"}, "Hãy nhập ngày theo dạng"),
    ],
)
def test_a_wrong_end_is_told_and_kept_open(as_user, cast, change, sentence):
    procedure = an_approved_procedure(cast("an"), cast("dung"))
    answer = end(as_user("dung"), procedure.id, **change)
    assert answer.status_code == 422 and sentence in answer.text and '<details class="ending" open>' in answer.text
    assert stored(procedure.id).effective_to is None


def test_an_end_on_a_stale_page_is_refused(as_user, cast):
    procedure = an_approved_procedure(cast("an"), cast("dung"))
    assert end(as_user("dung"), procedure.id, version="1").status_code == 409


ODD = ["", "a\x00b", "ư" * 20_000, "9" * 40, "-1", "NaN", "31/02/2026", "<script>", "🏛️" * 50]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_values_are_only_ever_refused(app, as_user, cast, odd):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    draft, done = a_procedure(cast("an")), an_approved_procedure(cast("an"), cast("dung"), code="QT-TP-02")
    everything = dict.fromkeys([*typed(), "version", "note", "effective_to", "confirmed"], odd)
    for path in ("new", "sum", f"{draft.id}/edit", f"{done.id}/edit", f"{done.id}/revisions", f"{done.id}/end"):
        answer = as_user("dung" if path.endswith("end") else "an").post(ROOT + path, data=everything)
        assert answer.status_code < 500, path
    assert as_user("an").get(f"{ROOT}{done.id}/compare", query_string={"with": odd[:200]}).status_code < 500


def queries_of(client, address):
    queries = []

    def note(*call):
        queries.append(call[2])

    event.listen(db.engine, "before_cursor_execute", note)
    assert client.get(address).status_code == 200
    event.remove(db.engine, "before_cursor_execute", note)
    return [query for query in queries if query.startswith("SELECT")]


@pytest.mark.parametrize("username", ["an", "dung"])
def test_a_page_costs_the_same_however_many_steps_and_revisions(as_user, cast, username):
    client, old = as_user(username), an_approved_procedure(cast("an"), cast("dung"))
    few = len(queries_of(client, f"{ROOT}{old.id}"))
    steps = Steps(Step("Một cửa", f"Việc {number}", 1) for number in range(40))
    for number in range(2, 6):
        change = {"revision": number, "sequence": steps, "total_hours": 40, "effective_from": date(2026, 2, number + 2)}
        old = an_approved_procedure(cast("an"), cast("dung"), replaces=old, **change)
    many = queries_of(client, f"{ROOT}{old.id}")
    assert len(many) <= few + 1 <= 16, many
