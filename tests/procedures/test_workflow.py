"""What may be submitted, and which revision applies on a day."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.procedures.steps import Sum
from intranet.procedures.workflow import PARTS, PROCEDURE, ProcedureStanding, alone, complete, doubts, ready, standing

DAY = date(2026, 3, 2)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def a_step(position, hours, doer="Một cửa, công chức"):
    return SimpleNamespace(position=position, hours=hours, doer=doer)


def a_revision(**change):
    steps = change.pop("steps", [a_step(1, 4), a_step(2, 4)])
    whole = change.pop("whole", 8)
    values = {
        "revision": 1,
        "procedure_code": "1.004884",
        "legal_basis": "Luật Hộ tịch",
        "papers": "Tờ khai",
        "effective_from": DAY,
        "replaces": None,
        "others": [],
        "is_approved": False,
        "is_cancelled": False,
        "steps": steps,
        "sum": Sum(tuple(step.hours for step in steps), whole),
    }
    return SimpleNamespace(**values | change)


def anchors(reasons):
    return [reason.anchor for reason in reasons]


def test_what_is_whole_may_be_submitted():
    assert ready(a_revision()) == ()


@pytest.mark.parametrize(
    ("change", "places"),
    [
        ({"steps": []}, ["steps"]),
        ({"whole": 9}, ["sum"]),
        ({"whole": 7}, ["sum"]),
        ({"effective_from": None}, ["effective_from"]),
        ({"procedure_code": ""}, ["procedure_code"]),
        ({"legal_basis": "", "papers": ""}, ["legal_basis", "papers"]),
        ({"steps": [a_step(1, 8, "")]}, ["steps"]),
        ({"replaces": a_revision(effective_from=DAY)}, ["effective_from"]),
        ({"replaces": a_revision(effective_from=DAY + timedelta(1))}, ["effective_from"]),
        ({"replaces": a_revision(effective_from=DAY - timedelta(1))}, []),
        ({"others": [a_revision(revision=2)]}, ["revisions"]),
        ({"others": [a_revision(revision=2, is_cancelled=True)]}, []),
    ],
)
def test_each_reason_names_its_place(change, places):
    assert anchors(ready(a_revision(**change))) == places


def test_hours_that_do_not_make_up_the_whole_are_told_with_the_difference():
    (reason,) = ready(a_revision(whole=10))
    assert "còn thiếu 2 giờ" in reason.message and "Hãy sửa số giờ" in reason.message


def test_a_revision_is_not_opened_beside_another_or_after_a_later_one():
    approved = {"is_approved": True}
    assert alone(a_revision(revision=2, others=[a_revision(**approved)])) == ()
    assert "Phiên bản 02 đã được duyệt" in alone(a_revision(others=[a_revision(revision=2, **approved)]))[0].message
    assert "Phiên bản 03 chưa duyệt xong" in alone(a_revision(others=[a_revision(revision=3)]))[0].message


def test_opening_again_asks_for_being_alone():
    guards = {step.action: step.guard for step in PROCEDURE.transitions}
    assert guards["reopen"] is alone and guards["restore"] is alone and guards["submit"] is ready


@pytest.mark.parametrize(
    ("effective_to", "replaced_from", "day", "expected"),
    [
        (None, None, DAY - timedelta(1), ProcedureStanding.UPCOMING),
        (None, None, DAY, ProcedureStanding.IN_FORCE),
        (DAY, None, DAY, ProcedureStanding.IN_FORCE),
        (DAY, None, DAY + timedelta(1), ProcedureStanding.ENDED),
        (None, DAY + timedelta(5), DAY + timedelta(4), ProcedureStanding.IN_FORCE),
        (None, DAY + timedelta(5), DAY + timedelta(5), ProcedureStanding.REPLACED),
        (DAY, DAY + timedelta(5), DAY + timedelta(9), ProcedureStanding.REPLACED),
    ],
)
def test_a_revision_stands_by_its_days(effective_to, replaced_from, day, expected):
    assert standing(DAY, effective_to, replaced_from, day) is expected


@given(DAYS, st.none() | DAYS, st.none() | DAYS, DAYS, DAYS)
def test_what_has_gone_out_of_force_never_comes_back(start, end, replaced, a, b):
    first, last = sorted((a, b))
    if standing(start, end, replaced, first) in (ProcedureStanding.ENDED, ProcedureStanding.REPLACED):
        assert standing(start, end, replaced, last) in (ProcedureStanding.ENDED, ProcedureStanding.REPLACED)


@pytest.mark.parametrize("code", ["", "1.004884", "2.000815.000.00.00.H37"])
def test_usual_codes_are_not_asked_about(code):
    assert doubts(SimpleNamespace(procedure_code=code)) == ()


@pytest.mark.parametrize("code", ["1004884", "QT-01", "1.00488", "1.004884 "])
def test_an_unusual_code_is_asked_about(code):
    (doubt,) = doubts(SimpleNamespace(procedure_code=code))
    assert f"“{code}”" in doubt.message and doubt.anchor == "procedure_code"


def test_a_tthc_has_eleven_parts_and_each_says_something():
    said = dict.fromkeys(PARTS, "Không")
    assert len(PARTS) == 11 and complete(SimpleNamespace(**said)) == ()
    for name in PARTS:
        (reason,) = complete(SimpleNamespace(**said | {name: ""}))
        assert reason.anchor == name and PARTS[name] in reason.message
