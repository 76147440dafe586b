"""An installation that nobody has used yet, and accounts made by command."""

import pytest
from conftest import over
from page_client import PageClient

from intranet.accounts.models import Role, Unit, User
from intranet.kernel.db import db

FORM = {"unit_code": "TT", "unit_name": "Trung tâm", "full_name": "Quản Trị", "username": "quan-tri"}
FORM |= {"password": "mat-khau-1", "again": "mat-khau-1"}
OPTIONS = ["--full-name", "Lê Hoa", "--role", "officer", "--unit"]


@pytest.fixture
def empty(shared, unused):
    with over(shared, unused) as app:
        app.test_client_class = PageClient
        yield app


def test_the_first_visitor_makes_the_administrator_and_is_signed_in(empty):
    client = empty.test_client()
    assert client.get("/login").location == "/first-run"
    assert client.post("/first-run", data=FORM | {"password": "a"}).status_code == 422
    assert client.post("/first-run", data=FORM).location == "/office/"
    assert client.get("/users/").status_code == 200
    assert db.session.query(User).one().role is Role.ADMINISTRATOR


def test_there_is_only_one_first_time(app, stranger):
    assert stranger.get("/first-run").status_code == 404
    assert stranger.post("/first-run", data=FORM).status_code == 404


def test_a_command_makes_an_account_and_brings_the_first_unit(empty):
    runner = empty.test_cli_runner()
    db.session.rollback()
    made = runner.invoke(args=["users", "create", "Hoa", *OPTIONS, "VH"], input="mat-khau-1\n")
    assert made.exit_code == 0 and "hoa" in made.stdout
    assert db.session.query(Unit).one().code == "VH"


@pytest.mark.parametrize(
    ("name", "code", "password", "sentence"),
    [
        ("hoa", "XX", "mat-khau-1", "Không có đơn vị mã “XX”"),
        ("an", "VH", "mat-khau-1", "đã có người dùng"),
        ("hoa", "VH", "", "Hãy đặt mật khẩu dài"),
    ],
)
def test_a_command_that_cannot_says_why_and_fails(app, name, code, password, sentence):
    db.session.rollback()
    refused = app.test_cli_runner().invoke(args=["users", "create", name, *OPTIONS, code], input=password + "\n")
    assert refused.exit_code == 1 and sentence in refused.stderr and refused.stdout == ""
    assert db.session.query(User).filter_by(username="hoa").count() == 0


def test_sample_accounts_are_shut_in_production(app, stranger, cast):
    cast("an").is_sample = True
    app.config["PRODUCTION"] = True
    answer = stranger.post("/login", data={"username": "an", "password": "mat-khau-1"})
    assert answer.status_code == 422
