"""The register of trainings: who is kept out, what is missing, what is asked about, what happens."""

import re
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from factories import a_training

from intranet.accounts.models import Unit
from intranet.kernel.db import db
from intranet.records import operations as records
from intranet.records.approval import State
from intranet.trainings import operations
from intranet.trainings.models import Attendee, Training
from intranet.trainings.workflow import Mode

TYPED = {
    "title": "Kỹ năng số hóa hồ sơ",
    "organiser": "Trung tâm tỉnh",
    "mode": "online",
    "started_on": "2026-01-20",
    "ended_on": "2026-01-21",
    "hours": "12",
}


def unit(code):
    return db.session.query(Unit).filter_by(code=code).one()


def people(*lines):
    """The lines of the form: name, unit's code, head-count."""
    typed = {}
    for number, (name, code, count) in enumerate(lines):
        typed |= {
            f"attendees-{number}-full_name": name,
            f"attendees-{number}-unit": str(unit(code).id) if code else "",
            f"attendees-{number}-headcount": count,
        }
    return typed


def only():
    return db.session.query(Training).one()


def confirmed(answer):
    return {"confirmed": answer.text.split('name="confirmed" value="')[1].split('"')[0]}


def test_another_unit_sees_none_of_it(as_user, cast):
    training = a_training(cast("an"))
    stranger = as_user("binh")
    for path in ("", "/edit", "/paper.pdf"):
        assert stranger.get(f"/trainings/{training.id}{path}").status_code == 403
    assert stranger.post(f"/trainings/{training.id}/edit", data=TYPED).status_code == 403
    assert stranger.post(f"/records/{training.id}/submit").status_code == 403
    for listed in ("/trainings/", "/trainings/?q=Nguyễn Văn Học", "/trainings/totals?year=2026"):
        page = stranger.get(listed).text
        assert training.title not in page and "(Bộ phận Tư pháp)" not in page
    with stranger.get("/trainings/export.xlsx") as answer:
        assert openpyxl.load_workbook(BytesIO(answer.data)).active.max_row == 1


def test_a_unit_that_only_took_part_does_not_see_the_record(as_user, cast):
    training = a_training(cast("an"), Attendee(unit("VH"), "", 4, ""))
    assert as_user("binh").get(f"/trainings/{training.id}").status_code == 403


def test_controller_and_director_read_and_do_not_write_what_is_not_theirs(as_user, cast):
    training = a_training(cast("an"))
    for username in ("chi", "dung"):
        assert as_user(username).get(f"/trainings/{training.id}").status_code == 200
        assert as_user(username).post(f"/trainings/{training.id}/edit", data=TYPED).status_code == 403
    assert as_user("dung").get("/trainings/new").status_code == 403
    assert as_user("quan").get("/trainings/").status_code == 403


def test_what_is_not_there_is_not_found(as_user):
    for path in ("", "/edit", "/paper.pdf"):
        assert as_user("an").get(f"/trainings/77{path}").status_code == 404


def test_people_by_name_and_groups_by_number_are_recorded(as_user):
    typed = TYPED | people(("Lê Văn An", "TP", ""), ("", "VH", "4"), ("", "", ""))
    client = as_user("an")
    answer = client.post("/trainings/new", data=typed)
    training = only()
    assert answer.status_code == 303 and answer.location == f"/trainings/{training.id}"
    assert training.participants == 5 and training.occurs_on == date(2026, 1, 21)
    assert training.unit.code == "TP" and training.mode is Mode.ONLINE
    assert [str(it) for it in training.attendees] == ["Lê Văn An (Bộ phận Tư pháp)", "4 người (Phòng Văn hóa - Xã hội)"]
    page = client.get(f"/trainings/{training.id}").text
    for words in ("Đã lưu khóa tập huấn.", "Lê Văn An", "Ghi theo số người", "20/01/2026 – 21/01/2026", "12 giờ"):
        assert words in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Hãy nhập chủ đề tập huấn."),
        ({"organiser": " "}, "Hãy nhập đơn vị tổ chức."),
        ({"mode": "by_post"}, "Hãy chọn một mục trong danh sách."),
        ({"hours": "0"}, "Hãy nhập số giờ từ 1 đến 1000."),
        ({"hours": "nhiều"}, "Hãy nhập một số nguyên"),
        ({"ended_on": "2026-01-19"}, "Ngày cuối trước ngày đầu"),
        ({"ended_on": "31/02/2026"}, "Hãy nhập ngày theo dạng"),
        ({"attendees-0-full_name": "Lê Văn An"}, "Dòng 1: Hãy chọn đơn vị."),
        ({"attendees-0-unit": "1"}, "Dòng 1: Hãy ghi họ tên, hoặc ghi số người."),
        ({"attendees-0-unit": "1", "attendees-0-headcount": "-2"}, "Dòng 1: Hãy nhập số người từ 1"),
        ({"attendees-0-unit": "1", "attendees-0-headcount": "1001"}, "Dòng 1: Hãy nhập số người từ 1"),
        ({"attendees-0-unit": "1", "attendees-0-headcount": "ba"}, "Dòng 1: Hãy nhập một số nguyên"),
        ({"attendees-0-unit": "1", "attendees-0-headcount": "3", "attendees-0-full_name": "Lê An"}, "là một người"),
        ({"attendees-0-unit": "999", "attendees-0-headcount": "3"}, "Dòng 1: Hãy chọn một mục trong danh sách."),
        ({"attendees-0-unit": "1", "attendees-0-full_name": "ư" * 101}, "Dòng 1: Hãy viết gọn lại, tối đa 100 ký tự."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(as_user, change, sentence):
    answer = as_user("an").post("/trainings/new", data=TYPED | {"place": "Hội trường phường"} | change)
    assert answer.status_code == 422 and sentence in answer.text and "Hội trường phường" in answer.text
    assert db.session.query(Training).count() == 0


def test_a_name_is_one_person_whether_or_not_that_is_typed(as_user):
    typed = TYPED | people(("Lê Văn An", "TP", "1"), ("Trần Thị Bình", "TP", ""))
    assert as_user("an").post("/trainings/new", data=typed).status_code == 303
    assert [it.headcount for it in only().attendances] == [1, 1]


def test_nobody_is_in_one_course_twice_and_the_line_says_so(as_user):
    typed = TYPED | people(("Lê Văn An", "TP", ""), ("Lê Văn An", "VH", ""), (" lê  văn AN ", "TP", ""))
    answer = as_user("an").post("/trainings/new", data=typed)
    assert answer.status_code == 422 and "Dòng 3: “lê  văn AN” đã có ở dòng 1." in answer.text
    assert 'id="attendees-2-full_name-error"' in answer.text
    assert "Dòng 2:" not in answer.text and 'id="attendees-1-full_name-error"' not in answer.text
    assert db.session.query(Training).count() == 0


def test_two_whose_names_differ_by_a_mark_are_two_people(as_user):
    typed = TYPED | people(("Nguyễn Thị Hoa", "TP", ""), ("Nguyễn Thị Hòa", "TP", ""))
    assert as_user("an").post("/trainings/new", data=typed).status_code == 303
    assert only().participants == 2


def test_more_lines_are_given_without_saving_or_complaining(as_user):
    typed = TYPED | {"title": ""} | people(("Lê Văn An", "TP", ""), *[("", "", "")] * 4) | {"more-attendees": "1"}
    answer = as_user("an").post("/trainings/new", data=typed)
    assert answer.status_code == 200 and "Chưa lưu được" not in answer.text
    assert "Lê Văn An" in answer.text and 'id="attendees-9-full_name"' in answer.text
    assert db.session.query(Training).count() == 0


def test_what_is_odd_is_asked_about_and_saved_once_confirmed(as_user, cast):
    a_training(cast("an"), title=TYPED["title"], organiser=TYPED["organiser"])
    odd = TYPED | {"hours": "60"}
    answer = as_user("an").post("/trainings/new", data=odd)
    assert answer.status_code == 422
    assert "60 giờ trong 2 ngày" in answer.text and "đã có trong sổ" in answer.text
    assert db.session.query(Training).count() == 1
    assert as_user("an").post("/trainings/new", data=odd | confirmed(answer)).status_code == 303
    saved = db.session.query(Training).filter_by(hours=60).one()
    assert "Cần xem lại" in as_user("an").get(f"/trainings/{saved.id}").text


def test_a_course_is_not_taken_for_itself_when_it_is_changed(as_user, cast):
    training = a_training(cast("an"))
    typed = TYPED | {"title": training.title, "organiser": training.organiser, "version": training.version}
    assert as_user("an").post(f"/trainings/{training.id}/edit", data=typed).status_code == 303


def test_the_form_opens_with_what_is_stored_and_saves_it_unchanged(as_user, cast):
    an = cast("an")
    training = a_training(an, Attendee(an.unit, "Lê Văn An", 1, "Đạt"), Attendee(unit("VH"), "", 4, ""))
    page = as_user("an").get(f"/trainings/{training.id}/edit").text
    assert 'value="Lê Văn An"' in page and 'value="4"' in page
    assert re.search(r'id="attendees-0-headcount"[^>]*value=""', page), "a name is not asked for a number"
    same = {"mode": "in_person", "title": training.title, "organiser": training.organiser, "version": training.version}
    lines = people(("Lê Văn An", "TP", ""), ("", "VH", "4")) | {"attendees-0-result": "Đạt"}
    saved = as_user("an").post(f"/trainings/{training.id}/edit", data=TYPED | same | lines)
    assert saved.status_code == 303
    db.session.expire_all()
    assert [entry.action for entry in only().trail] == ["create"]


def test_a_unit_that_was_closed_since_keeps_its_line(as_user, cast):
    vh = unit("VH")
    training = a_training(cast("an"), Attendee(vh, "", 4, ""))
    vh.is_active = False
    lines = people(("", "VH", "5")) | {"version": training.version}
    assert as_user("an").post(f"/trainings/{training.id}/edit", data=TYPED | lines).status_code == 303
    assert as_user("an").post("/trainings/new", data=TYPED | {"title": "Khác"} | lines).status_code == 422


def test_a_stale_save_shows_what_is_stored_and_keeps_what_was_typed(as_user, cast):
    training = a_training(cast("an"))
    operations.change(training, {"organiser": "Sở Nội vụ"}, cast("an"))
    typed = TYPED | people(("Lê Văn An", "TP", "")) | {"version": 1}
    answer = as_user("an").post(f"/trainings/{training.id}/edit", data=typed)
    assert answer.status_code == 409
    for words in ("Sở Nội vụ", "Trung tâm tỉnh", "Lê Văn An", "Nguyễn Văn Học (Bộ phận Tư pháp)"):
        assert words in answer.text
    db.session.expire_all()
    assert only().organiser == "Sở Nội vụ"


def test_the_history_tells_old_and_new(as_user, cast):
    training = a_training(cast("an"))
    typed = TYPED | people(("Lê Văn An", "TP", "")) | {"version": training.version}
    assert as_user("an").post(f"/trainings/{training.id}/edit", data=typed).status_code == 303
    history = as_user("an").get(f"/records/{training.id}/history").text
    assert "Nguyễn Văn Học (Bộ phận Tư pháp)" in history and "Lê Văn An (Bộ phận Tư pháp)" in history


def test_the_director_approves_and_then_nothing_changes(as_user, cast):
    training = a_training(cast("an"))
    assert as_user("an").post(f"/records/{training.id}/submit").status_code == 303
    assert training.title in as_user("dung").get("/inbox").text
    assert as_user("dung").post(f"/records/{training.id}/approve").status_code == 303
    db.session.refresh(training)
    assert training.state is State.APPROVED
    assert as_user("an").post(f"/trainings/{training.id}/edit", data=TYPED).status_code == 422


def test_an_empty_course_is_not_submitted(as_user, cast):
    training = a_training(cast("an"), attendees=[])
    answer = as_user("an").post(f"/records/{training.id}/submit")
    assert answer.status_code == 422 and "Chưa ghi người tham dự" in answer.text


def test_certificates_are_attached_to_the_course(as_user, cast):
    training = a_training(cast("an"))
    file = {"file": (BytesIO(b"%PDF-1.7\n%%EOF\n"), "chứng nhận.pdf")}
    sent = as_user("an").post(f"/records/{training.id}/attachments", data=file, content_type="multipart/form-data")
    assert sent.status_code == 303
    assert "chứng nhận.pdf" in as_user("an").get(f"/trainings/{training.id}").text


def titles(client, asked):
    with client.get("/trainings/export.xlsx", query_string=asked) as answer:
        sheet = openpyxl.load_workbook(BytesIO(answer.data)).active
    return sorted(line[0] for line in sheet.iter_rows(min_row=2, values_only=True))


def test_the_list_is_narrowed_by_mode_state_unit_and_person(as_user, cast):
    an, tp, vh = cast("an"), unit("TP"), unit("VH")
    a_training(an, Attendee(vh, "", 4, ""), title="Khóa một", mode=Mode.ONLINE)
    a_training(an, Attendee(tp, "Lê Văn An", 1, ""), Attendee(vh, "Lê Văn Anh", 1, ""), title="Khóa hai")
    records.act(a_training(an, Attendee(tp, "Lê Văn An", 1, ""), title="Ghi nhầm"), "cancel", an, "Ghi hai lần")
    client = as_user("chi")
    assert titles(client, {}) == ["Ghi nhầm", "Khóa hai", "Khóa một"]
    assert titles(client, {"mode": "online"}) == ["Khóa một"]
    assert titles(client, {"state": "counted"}) == ["Khóa hai", "Khóa một"]
    assert titles(client, {"state": "cancelled"}) == ["Ghi nhầm"]
    assert titles(client, {"unit": vh.id}) == ["Khóa hai", "Khóa một"]
    assert titles(client, {"person": f"{tp.id}.lê văn an", "state": "counted"}) == ["Khóa hai"]
    assert titles(client, {"person": f"{vh.id}.lê văn an"}) == []
    for nonsense in ({"person": "x"}, {"person": f"{vh.id}."}, {"unit": "x"}, {"state": "x"}):
        assert len(titles(client, nonsense)) == 3


def test_a_person_is_named_among_the_filters_only_where_asked_for(as_user, cast):
    a_training(cast("an"))
    asked = {"person": f"{unit('TP').id}.nguyễn văn học"}
    page = as_user("an").get("/trainings/", query_string=asked).text
    assert "selected>Nguyễn Văn Học</option>" in page and "<strong>1</strong> khóa tập huấn khớp" in page
    assert "Người tham dự</label>" not in as_user("an").get("/trainings/").text


def test_the_file_holds_what_the_list_is_about(as_user, cast):
    a_training(cast("an"), Attendee(unit("VH"), "", 4, ""), result="=1+1", place="Hội trường")
    with as_user("an").get("/trainings/export.xlsx") as answer:
        head, row = openpyxl.load_workbook(BytesIO(answer.data)).active.iter_rows(values_only=True)
    told = dict(zip(head, row, strict=True))
    assert told["Số người"] == 4 and told["Số giờ"] == 12 and told["Kết quả"] == "=1+1"
    assert told["Đến ngày"].date() == date(2026, 1, 21)
    assert told["Hình thức"] == "Tập trung" and told["Trạng thái"] == "Bản nháp"


@pytest.mark.parametrize("odd", ["a\x00b", "ư" * 20_000, "9" * 40, "-1", "NaN", "<script>alert(1)</script>", "🏛️" * 50])
def test_odd_lines_are_refused_and_never_a_fault(as_user, cast, odd):
    training = a_training(cast("an"))
    lines = {f"attendees-{number}-{name}": odd for number in (0, 3) for name in ("full_name", "headcount", "result")}
    lines |= {f"attendees-{number}-unit": value for number, value in ((0, odd), (3, str(unit("TP").id)))}
    lines |= {f"attendees-{odd}-full_name": "Lê Văn An"}
    for address in ("/trainings/new", f"/trainings/{training.id}/edit"):
        assert as_user("an").post(address, data=TYPED | lines).status_code == 422
