"""Codes of dossiers: one form for every spelling, and whose numbers they are in both shapes."""

import pytest
from factories import a_staged_import, an_overdue_case
from flask_migrate import downgrade, upgrade
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from intranet.dossiers import operations
from intranet.dossiers.codes import compared, numbering_of, other_spellings
from intranet.dossiers.models import Dossier, SourceRow
from intranet.dossiers.vocabulary import Status
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.overdue.models import OverdueCase

CODE = "H37.14-260105-0001"
SPELLINGS = [
    *("h37.14-260105-0001", "H37.14–260105–0001", "H37.14 - 260105 - 0001", "H37.14‑260105—0001."),
    *("\u200bH37.14-260105-0001\u200b", "'H37.14-260105-0001", "H37.14-260105\u00a0-0001", "H37.14−260105-0001 "),
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_code_is_one_code(spelling):
    assert compared(spelling) == CODE


@pytest.mark.parametrize(("value", "code"), [(12.0, "12"), ("", ""), (None, ""), ("Quý I", "Quý I"), ("hs 12", "HS12")])
def test_numbers_and_words_are_left_as_they_are(value, code):
    assert compared(value) == code


@given(st.text(max_size=30))
def test_the_form_compared_is_its_own(text):
    assert compared(compared(text)) == compared(text)


@pytest.mark.parametrize(
    ("code", "office"),
    [
        ("H57.132-260105-0001", ("57", "132")),
        ("000.57.132-260105-0001", ("57", "132")),
        ("000.00.132.H57-260105-0001", ("57", "132")),
        ("000.25.14.H37-260105-0001", ("37", "14", "25")),
        ("H37.14.25-260105-00123", ("37", "14", "25")),
        ("G16.05-260105-0001", ("G16", "05")),
        *((code, ()) for code in ("H37-260105-0001", "H37-0001", "1234", "", "000.000-260105-0001")),
    ],
)
def test_both_shapes_tell_the_same_office(code, office):
    assert numbering_of(code) == office


@pytest.mark.parametrize("code", ["H57.132-260105-0001", "000.57.132-260105-0001", "000.00.132.H57-260105-0001"])
def test_a_code_is_found_in_its_other_shapes(code):
    shapes = {"H57.132-260105-0001", "000.57.132-260105-0001", "000.00.132.H57-260105-0001"}
    assert set(other_spellings(code)) == shapes - {code}


@pytest.mark.parametrize("code", ["H37-0001", "G16.05-260105-0001", "BN-12/2026", ""])
def test_a_code_in_no_known_shape_has_no_other(code):
    assert other_spellings(code) == ()


def respelled(table: str, old: str, new: str) -> None:
    db.session.execute(text(f"UPDATE {table} SET code = :new WHERE code = :old"), {"old": old, "new": new})


def test_codes_stored_before_join_with_every_spelling_of_them(app, cast):
    ended, pending = (a_staged_import(cast("chi")) for _ in range(2))
    for batch in (ended, pending):
        operations.confirm(batch, False, None)
    db.session.commit()
    db.session.execute(text("UPDATE source_rows SET code = 'h37–0001.' WHERE batch_id = 2"))
    respelled("dossiers", "H37-0001", "h37–0001.")
    db.session.commit()
    db.session.remove()
    downgrade(revision="032")
    upgrade()
    assert set(db.session.scalars(select(SourceRow.code))) == {"H37-0001"}
    assert list(db.session.scalars(select(Dossier.code))) == ["H37-0001"]


def test_of_two_dossiers_that_were_one_the_ended_one_stays(app, cast):
    operations.confirm(a_staged_import(cast("chi")), False, None)
    db.session.commit()
    columns = ", ".join(column.name for column in Dossier.__table__.c if column.name not in ("id", "code"))
    copied = f"INSERT INTO dossiers (code, {columns}) SELECT 'h37-0001', {columns} FROM dossiers"
    db.session.execute(text(copied))
    db.session.execute(text("UPDATE dossiers SET status = 'pending', finished_at = NULL WHERE code = 'h37-0001'"))
    db.session.commit()
    db.session.remove()
    downgrade(revision="032")
    upgrade()
    assert [(it.code, it.status) for it in db.session.scalars(select(Dossier))] == [("H37-0001", Status.RESOLVED)]


def test_what_a_case_says_stays_as_it_was_decided_and_is_of_its_dossier_all_the_same(app, cast):
    case = an_overdue_case(cast("an"), code="h37.14–260105–0001")
    before, key = case.fingerprint(), case.id
    db.session.commit()
    db.session.remove()
    downgrade(revision="032")
    upgrade()
    case = db.session.get_one(OverdueCase, key)
    assert (case.code, case.dossier_code) == ("h37.14–260105–0001", CODE)
    assert case.fingerprint() == before


def test_a_dossier_has_one_case_however_its_code_is_typed(app, cast):
    an_overdue_case(cast("an"), code="h37.14–260105–0001")
    with pytest.raises(Refused, match="đã có trong sổ"):
        an_overdue_case(cast("an"), code=CODE)
