"""Two tabs open on the same setting: the second save is asked about, nothing is lost, and saved knowingly it stands."""

from dataclasses import dataclass
from typing import Any

import pytest
from factories import a_published_procedure
from page_client import parsed
from sqlalchemy import select

from intranet.accounts.models import AccountEntry, Office, Unit, User
from intranet.accounts.operations import change_office, change_user, reset_password
from intranet.categories.models import FigureCategory
from intranet.documents.models import LegalReference
from intranet.figures.evidence_models import FigureEvidence
from intranet.kernel.day_changes import DayChange
from intranet.kernel.db import db
from intranet.proposals.labour_rate import LabourRate

MINE, THEIRS, THIRD = "Lời-của-tab-sau", "Lời-của-tab-trước", "Lời-thứ-ba"
OFFICE = {"name": "Phường Tam Thanh", "place": "Tam Thanh", "addressee": "Ủy ban nhân dân tỉnh"}


@dataclass
class Setting:
    """Who keeps it, where its form is, and a field both tabs type in."""

    keeper: str
    address: str
    model: type
    key: int
    word: str
    before: str = ""  # what the field wants before any word

    def saying(self, word: str) -> dict[str, str]:
        """The field with this word in it."""
        return {self.word: self.before + word}

    @property
    def stands(self) -> str:
        """What the database says now."""
        db.session.expire_all()
        return getattr(db.session.get_one(self.model, self.key), self.word).removeprefix(self.before)


def first(model: Any) -> Any:
    return db.session.scalars(select(model).order_by(model.id).limit(1)).one()


def a_user_setting(cast) -> Setting:
    return Setting("quan", f"/users/{cast('an').id}", User, cast("an").id, "full_name")


def a_unit_setting(cast) -> Setting:
    return Setting("quan", f"/units/{cast('an').unit_id}", Unit, cast("an").unit_id, "name")


def an_office_setting(cast) -> Setting:
    change_office(OFFICE, cast("quan"))
    return Setting("quan", "/office/", Office, 1, "signatory_name")


def a_category_setting(cast) -> Setting:
    key = first(FigureCategory).id
    return Setting("chi", f"/categories/{key}", FigureCategory, key, "label")


def a_legal_setting(cast) -> Setting:
    key = first(LegalReference).id
    return Setting("chi", f"/legal-references/{key}", LegalReference, key, "summary")


def a_catalogue_setting(cast) -> Setting:
    procedure = a_published_procedure()
    db.session.flush()
    return Setting("chi", f"/procedures/{procedure.id}/edit", type(procedure), procedure.id, "name")


def a_working_day_setting(cast) -> Setting:
    key = first(DayChange).id
    return Setting("chi", f"/working-days/{key}", DayChange, key, "reason")


def a_rate_setting(cast) -> Setting:
    key = first(LabourRate).id
    return Setting("chi", f"/labour-rates/{key}", LabourRate, key, "basis")


def an_evidence_setting(cast) -> Setting:
    evidence = FigureEvidence(period_code="2026-Q1", group_key="staff", link="https://vanban.vn/1")
    db.session.add(evidence)
    db.session.flush()
    address = "/figures/2026-Q1/evidence/staff/"
    return Setting("chi", address, FigureEvidence, evidence.id, "link", before="https://vanban.vn/")


EVERY = (
    *(a_user_setting, a_unit_setting, an_office_setting),
    *(a_category_setting, a_legal_setting, a_catalogue_setting, a_working_day_setting),
    *(a_rate_setting, an_evidence_setting),
)


def form_on(text: str) -> dict[str, str]:
    """What the page's form would send as it stands."""
    (form,) = parsed(text).select("form[novalidate]")
    sent = {element.attrs["name"]: "" for element in form.select("select[name]")}
    for choice in form.select("select[name]"):
        if chosen := choice.select_one("option[selected]"):
            sent[choice.attrs["name"]] = chosen.attrs["value"]
    for textarea in form.select("textarea[name]"):
        sent[textarea.attrs["name"]] = textarea.text().strip()
    for field in form.select("input[name]:not([type=checkbox]:not([checked]))"):
        sent[field.attrs["name"]] = field.attrs.get("value", "y" if field.attrs.get("type") == "checkbox" else "")
    return sent


@pytest.fixture(params=EVERY, ids=lambda make: make.__name__)
def setting(request, cast) -> Setting:
    made = request.param(cast)
    db.session.commit()
    return made


def entries() -> int:
    return db.session.query(AccountEntry).count()


def test_the_second_tab_undoes_nothing_and_both_are_shown(as_user, setting):
    client = as_user(setting.keeper)
    earlier, later = (form_on(client.get(setting.address).text) for _ in range(2))
    assert client.post(setting.address, data=earlier | setting.saying(THEIRS)).status_code == 303
    noted = entries()
    asked = client.post(setting.address, data=later | setting.saying(MINE))
    assert asked.status_code == 409
    assert MINE in asked.text and THEIRS in asked.text and "Người khác vừa lưu" in asked.text
    assert setting.stands == THEIRS and entries() == noted
    again = form_on(asked.text)
    assert again == later | setting.saying(MINE) | {"version": again["version"]}
    assert again["version"] != later["version"]


def test_saved_again_knowingly_it_stands(as_user, setting):
    client = as_user(setting.keeper)
    earlier, later = (form_on(client.get(setting.address).text) for _ in range(2))
    client.post(setting.address, data=earlier | setting.saying(THEIRS))
    asked = form_on(client.post(setting.address, data=later | setting.saying(MINE)).text)
    assert client.post(setting.address, data=asked).status_code == 303
    assert setting.stands == MINE


def test_asked_once_and_changed_again_it_is_asked_again(as_user, setting):
    client = as_user(setting.keeper)
    earlier, later = (form_on(client.get(setting.address).text) for _ in range(2))
    client.post(setting.address, data=earlier | setting.saying(THEIRS))
    asked = form_on(client.post(setting.address, data=later | setting.saying(MINE)).text)
    client.post(setting.address, data=form_on(client.get(setting.address).text) | setting.saying(THIRD))
    assert client.post(setting.address, data=asked).status_code == 409
    assert setting.stands == THIRD


def test_a_role_and_a_unit_given_meanwhile_are_told_in_words(as_user, cast):
    an, elsewhere, client = cast("an"), cast("binh").unit, as_user("quan")
    stale = form_on(client.get(f"/users/{an.id}").text)
    values = {"full_name": an.full_name, "role": cast("chi").role, "unit": elsewhere, "is_active": True}
    change_user(an, values, cast("quan"))
    asked = client.post(f"/users/{an.id}", data=stale | {"full_name": MINE})
    assert asked.status_code == 409
    for words in (f">{elsewhere}</dd>", ">Cán bộ kiểm soát TTHC</dd>", f'value="{MINE}"'):
        assert words in asked.text
    assert cast("an").role is cast("chi").role and cast("an").unit is elsewhere


def test_a_person_closed_meanwhile_is_not_let_in_again_unseen(as_user, cast):
    an, client = cast("an"), as_user("quan")
    stale = form_on(client.get(f"/users/{an.id}").text)
    values = {"full_name": an.full_name, "role": an.role, "unit": an.unit, "is_active": False}
    change_user(an, values, cast("quan"))
    assert client.post(f"/users/{an.id}", data=stale).status_code == 409
    assert not cast("an").is_active


def test_the_first_office_typed_in_two_tabs_is_asked_about_too(as_user):
    client = as_user("quan")
    earlier, later = (form_on(client.get("/office/").text) for _ in range(2))
    assert client.post("/office/", data=earlier | OFFICE).status_code == 303
    asked = client.post("/office/", data=later | OFFICE | {"place": MINE})
    assert asked.status_code == 409 and OFFICE["place"] in asked.text and MINE in asked.text
    assert client.post("/office/", data=form_on(asked.text)).status_code == 303
    assert db.session.get_one(Office, 1, populate_existing=True).place == MINE


def test_a_save_of_what_stands_is_no_conflict(as_user, setting):
    client = as_user(setting.keeper)
    earlier, later = (form_on(client.get(setting.address).text) | setting.saying(THEIRS) for _ in range(2))
    assert client.post(setting.address, data=earlier).status_code == 303
    assert client.post(setting.address, data=later).status_code == 303


def test_a_new_password_is_no_change_of_what_the_form_shows(as_user, cast):
    an, client = cast("an"), as_user("quan")
    opened = form_on(client.get(f"/users/{an.id}").text)
    reset_password(an, "mat-khau-moi-2", cast("quan"))
    assert client.post(f"/users/{an.id}", data=opened | {"full_name": MINE}).status_code == 303
    assert cast("an").full_name == MINE
