"""`flask office set` changes what it is given, and tells the whole profile."""

import json

import pytest

from intranet.accounts.models import Office, OfficeKind
from intranet.kernel.db import db


@pytest.fixture
def run(app):
    def invoke(*words: str):
        return app.test_cli_runner().invoke(args=["office", "set", *words])

    return invoke


def test_what_is_given_is_changed_and_the_rest_stays(run):
    run("--kind", "commune", "--name", " Ủy ban nhân dân xã Nà Hang ", "--province", "Tuyên Quang")
    answer = run("--kind", "special_zone", "--short-name", "UBND đặc khu")
    assert answer.exit_code == 0
    told = json.loads(answer.stdout)
    assert (told["kind"], told["name"]) == ("special_zone", "Ủy ban nhân dân xã Nà Hang")
    assert (told["short_name"], told["province"], told["place"]) == ("UBND đặc khu", "Tuyên Quang", "")
    assert db.session.get(Office, 1).kind is OfficeKind.SPECIAL_ZONE


def test_nothing_given_changes_nothing_and_tells_it(run):
    answer = run()
    assert answer.exit_code == 0 and json.loads(answer.stdout)["kind"] is None
    assert db.session.get(Office, 1) is None


def test_another_kind_is_refused(run):
    answer = run("--kind", "district")
    assert answer.exit_code != 0
    assert db.session.get(Office, 1) is None
