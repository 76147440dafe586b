"""The administrator's pages: people, units, the office."""

import pytest
from factories import PASSWORD, a_unit
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import AccountEntry, Office, Role, Unit, User
from intranet.accounts.operations import the_office
from intranet.kernel.db import db


def new_user(**change):
    unit = db.session.query(Unit).filter_by(code="VH").one()
    form = {"full_name": "Lê Thị Hoa", "username": "hoa", "role": "officer", "unit": unit.id}
    return form | {"password": "mat-khau-1", "again": "mat-khau-1"} | change


def test_only_the_administrator_manages_people(as_user):
    for username in ("an", "chi", "dung"):
        client = as_user(username)
        for address in ("/users/", "/users/new", "/units/", "/units/new"):
            assert client.get(address).status_code == 403
        assert client.post("/users/new", data=new_user()).status_code == 403
    assert db.session.query(User).filter_by(username="hoa").count() == 0


def test_a_new_person_can_sign_in(as_user, stranger):
    assert as_user("quan").post("/users/new", data=new_user()).status_code == 303
    assert stranger.post("/login", data={"username": "hoa", "password": "mat-khau-1"}).status_code == 303
    entry = db.session.query(AccountEntry).order_by(AccountEntry.id.desc()).first()
    assert (entry.action, entry.subject, entry.actor.username) == ("create_user", "Lê Thị Hoa", "quan")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"full_name": " "}, "Hãy nhập họ và tên."),
        ({"username": "AN"}, "Tên đăng nhập này đã có người dùng"),
        ({"username": "có dấu"}, "chữ không dấu"),
        ({"role": "king"}, "Hãy chọn một mục trong danh sách."),
        ({"unit": "99999"}, "Hãy chọn một mục trong danh sách."),
        ({"unit": "abc"}, "Hãy chọn một mục trong danh sách."),
        ({"password": "ngắn", "again": "ngắn"}, "Hãy đặt mật khẩu dài"),
        ({"password": "aaaaaaaa", "again": "aaaaaaaa"}, "khó đoán hơn"),
        ({"again": "khác hẳn"}, "chưa giống nhau"),
        ({"full_name": "x" * 301}, "tối đa 300 ký tự"),
    ],
)
def test_wrong_input_is_told_at_its_field_and_nothing_typed_is_lost(as_user, change, sentence):
    answer = as_user("quan").post("/users/new", data=new_user() | {"full_name": "Lê Thị Hoa"} | change)
    assert answer.status_code == 422
    assert sentence in answer.text
    if "full_name" not in change:
        assert 'value="Lê Thị Hoa"' in answer.text
    assert db.session.query(User).filter_by(username="hoa").count() == 0


def test_a_deactivated_person_is_out_at_once_and_still_named(as_user, cast):
    officer, boss = as_user("an"), as_user("quan")
    assert officer.get("/").status_code == 200
    an = cast("an")
    form = {"full_name": an.full_name, "role": "officer", "unit": an.unit_id}
    assert boss.post(f"/users/{an.id}", data=form).status_code == 303
    assert officer.get("/").status_code == 302
    assert "Đã ngừng" in boss.get("/users/").text


def test_the_last_administrator_stays(as_user, cast):
    boss = cast("quan")
    form = {"full_name": boss.full_name, "role": "officer", "unit": boss.unit_id, "is_active": "y"}
    answer = as_user("quan").post(f"/users/{boss.id}", data=form)
    assert answer.status_code == 422 and "quản trị duy nhất" in answer.text
    assert cast("quan").role is Role.ADMINISTRATOR


def test_a_password_is_reset_by_the_administrator(as_user, cast, stranger):
    address = f"/users/{cast('an').id}/password"
    assert as_user("quan").post(address, data={"password": "mat-khau-2", "again": "mat-khau-2"}).status_code == 303
    assert stranger.post("/login", data={"username": "an", "password": PASSWORD}).status_code == 422
    assert stranger.post("/login", data={"username": "an", "password": "mat-khau-2"}).status_code == 303


def test_what_is_not_there_is_not_found(as_user):
    boss = as_user("quan")
    for address in ("/users/99999", "/users/99999/password", "/units/99999", "/users/99999999999999999999"):
        assert boss.get(address).status_code == 404


def test_units_are_made_renamed_and_closed_only_when_empty(as_user):
    boss = as_user("quan")
    assert boss.post("/units/new", data={"code": "KT", "name": "Phòng Kinh tế"}).status_code == 303
    assert boss.post("/units/new", data={"code": "KT", "name": "Tên khác"}).status_code == 422
    assert boss.post("/units/new", data={"code": "K2", "name": "Phòng Kinh tế"}).status_code == 422
    unit = db.session.query(Unit).filter_by(code="KT").one()
    closed = {"code": "KT", "name": "Phòng Kinh tế, Hạ tầng và Đô thị"}
    assert boss.post(f"/units/{unit.id}", data=closed).status_code == 303
    busy = db.session.query(Unit).filter_by(code="TP").one()
    answer = boss.post(f"/units/{busy.id}", data={"code": "TP", "name": busy.name})
    assert answer.status_code == 422 and "Đơn vị còn người đang hoạt động" in answer.text


def test_the_office_is_told_once_for_all_documents(as_user):
    form = {"name": "ỦY BAN NHÂN DÂN\nPHƯỜNG TAM THANH", "place": "Tam Thanh", "addressee": "UBND tỉnh"}
    assert as_user("quan").post("/office/", data=form).status_code == 303
    assert the_office().place == "Tam Thanh"
    assert as_user("quan").post("/office/", data=form | {"place": ""}).status_code == 422


def test_names_are_stored_composed(as_user):
    decomposed = "Pho\u0300ng Vie\u0323\u0302t"
    assert as_user("quan").post("/units/new", data={"code": "V", "name": decomposed}).status_code == 303
    assert db.session.query(Unit).filter_by(name="Phòng Việt").count() == 1


def test_the_database_itself_refuses_what_must_never_be(app):
    wrong = (
        lambda: db.session.add(Office(id=2)),
        lambda: a_unit(""),
        lambda: db.session.execute(db.text("UPDATE users SET username = 'AN' WHERE username = 'an'")),
        lambda: db.session.execute(db.text("UPDATE users SET role = 'king' WHERE username = 'an'")),
        lambda: db.session.execute(db.text("DELETE FROM units WHERE code = 'TP'")),
    )
    for attempt in wrong:
        with pytest.raises(IntegrityError):
            attempt()
            db.session.flush()
        db.session.rollback()
