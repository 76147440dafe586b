"""Signing in, as the person at the door sees it."""

from factories import PASSWORD

from intranet.accounts.models import FailedSignIn
from intranet.kernel.db import db


def test_the_right_password_opens_and_leads_where_one_was_going(stranger):
    away = stranger.get("/inbox")
    assert away.status_code == 302 and away.location == "/login?next=/inbox"
    assert stranger.head("/inbox").status_code == 302
    answer = stranger.post(away.location, data={"username": "AN", "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/inbox")
    assert stranger.get("/inbox").status_code == 200


def test_a_link_to_another_site_is_not_followed_after_signing_in(stranger):
    for elsewhere in ("https://example.org/", "//example.org", "/\\example.org"):
        answer = stranger.post(f"/login?next={elsewhere}", data={"username": "an", "password": PASSWORD})
        assert answer.location == "/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_sentence(stranger):
    wrong = stranger.post("/login", data={"username": "an", "password": "sai"})
    unknown = stranger.post("/login", data={"username": "nobody", "password": "sai"})
    for answer in (wrong, unknown):
        assert answer.status_code == 422
        assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answer.text


def test_guessing_is_stopped_although_each_guess_was_refused(stranger):
    for _ in range(8):
        stranger.post("/login", data={"username": "an", "password": "sai"})
    assert db.session.query(FailedSignIn).count() == 8
    answer = stranger.post("/login", data={"username": "an", "password": PASSWORD})
    assert answer.status_code == 422 and "quá nhiều lần" in answer.text


def test_a_new_password_ends_the_other_sessions(as_user):
    here, elsewhere = as_user("an"), as_user("an")
    form = {"current": PASSWORD, "password": "mat-khau-moi-2", "again": "mat-khau-moi-2"}
    assert here.post("/password", data=form).status_code == 303
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302


def test_the_old_password_must_be_right(as_user):
    form = {"current": "sai", "password": "mat-khau-moi-2", "again": "mat-khau-moi-2"}
    answer = as_user("an").post("/password", data=form)
    assert answer.status_code == 422 and "Mật khẩu hiện tại chưa đúng" in answer.text
