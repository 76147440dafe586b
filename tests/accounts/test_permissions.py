"""The table of rights, read aloud."""

from types import SimpleNamespace

import pytest

from intranet.accounts.models import Role
from intranet.accounts.permissions import may

AN = SimpleNamespace(id=1, role=Role.OFFICER, unit_id=1, is_authenticated=True)
BINH = SimpleNamespace(id=2, role=Role.OFFICER, unit_id=2, is_authenticated=True)
CHI = SimpleNamespace(id=3, role=Role.CONTROLLER, unit_id=3, is_authenticated=True)
DUNG = SimpleNamespace(id=4, role=Role.DIRECTOR, unit_id=3, is_authenticated=True)
QUAN = SimpleNamespace(id=5, role=Role.ADMINISTRATOR, unit_id=3, is_authenticated=True)
NOBODY = SimpleNamespace(is_authenticated=False)


def record(author=AN, shared=False):
    return SimpleNamespace(
        author_id=author.id, unit_id=author.unit_id, is_unit_work=True, is_shared_with=lambda unit_id: shared
    )


@pytest.mark.parametrize(
    ("right", "allowed"),
    [
        ("record.view", [AN, CHI, DUNG]),
        ("record.edit", [AN]),
        ("record.submit", [AN]),
        ("record.withdraw", [AN]),
        ("record.approve", [DUNG]),
        ("record.reopen", [DUNG]),
    ],
)
def test_an_officers_record(right, allowed):
    for person in (AN, BINH, CHI, DUNG, QUAN, NOBODY):
        assert may(person, right, record()) is (person in allowed), (right, person)


def test_the_officer_of_another_unit_sees_only_what_is_shared():
    assert not may(BINH, "record.view", record())
    assert may(BINH, "record.view", record(shared=True))
    assert not may(BINH, "record.edit", record(shared=True))


def test_nobody_approves_their_own_whatever_the_role():
    for person in (AN, CHI, DUNG, QUAN):
        assert not may(person, "record.approve", record(author=person))
        assert not may(person, "record.reopen", record(author=person))


def test_the_administrator_has_no_part_in_the_work():
    for right in ("work.see", "record.create", "record.view", "figures.see", "report.see"):
        assert not may(QUAN, right, record())
