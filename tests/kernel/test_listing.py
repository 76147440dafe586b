"""A list from a declaration alone: the units, as a register that is one plain table."""

import pytest
from factories import a_unit
from sqlalchemy import select, true
from werkzeug.datastructures import MultiDict

from intranet.accounts.models import Unit
from intranet.kernel import listing
from intranet.kernel.db import db
from intranet.kernel.listing import Filter, ListColumn, Listing
from intranet.kernel.wordsearch import WordCondition

UNITS = Unit.__table__
PAGE = 4


def beginning(letter: str):
    if letter not in "AB":
        raise ValueError(letter)
    return UNITS.c.name.startswith(letter)


REGISTER = Listing(
    key=UNITS.c.id,
    of=UNITS.c.is_active,
    columns=(ListColumn("name", "Tên", (UNITS.c.sort_key, UNITS.c.id)), ListColumn("code", "Mã")),
    filters=(Filter("letter", "Chữ đầu", lambda chosen: [("A", "A"), ("B", "B")], beginning),),
    order="name",
    search=lambda typed: WordCondition(UNITS.c.sort_key.contains(typed), False),
    load=lambda ids: db.session.scalars(select(Unit).where(Unit.id.in_(ids))),
    per_page=PAGE,
)


@pytest.fixture(params=["counted", "too many to count"])
def names(app, request, monkeypatch):
    """Ten units, with and without the list being longer than is counted."""
    db.session.execute(UNITS.update().values(is_active=False))
    names = ["An", "Au", "Ba", "Bốn", "Đa", "Em", "Hai", "Một", "Năm", "Ửng"]
    for name in reversed(names):
        a_unit(name).name = name
    db.session.flush()
    if request.param == "too many to count":
        monkeypatch.setattr(listing, "COUNTED", 0)
    return names


def find(**args):
    return REGISTER.find(MultiDict(args), true(), "/units/")


def shown(**args):
    return [unit.name for unit in find(**args).rows]


def test_a_page_shows_its_rows_in_order_and_leads_on(names):
    first = find()
    assert [unit.name for unit in first.rows] == names[:PAGE]
    assert (first.previous, first.next) == ("", "/units/?page=2")
    last = find(page="3")
    assert [unit.name for unit in last.rows] == names[2 * PAGE :]
    assert (last.previous, last.next) == ("/units/?page=2", "")


def test_vietnamese_letters_stand_where_they_are_looked_for(names):
    assert shown(page="2")[0] == "Đa"
    assert shown(sort="-name")[0] == "Ửng"


@pytest.mark.parametrize("page", ["4", "1000", "999999999"])
def test_behind_the_last_page_lies_the_last(names, page):
    assert shown(page=page) == names[2 * PAGE :]
    assert find(page=page).query.page == 3


@pytest.mark.parametrize("page", ["0", "-1", "abc", "", "1.5", "²", "9" * 400])
def test_an_odd_page_is_the_first(names, page):
    assert shown(page=page) == names[:PAGE]


@pytest.mark.parametrize("args", [{"sort": ";drop"}, {"sort": "code"}, {"letter": "C"}, {"letter": ""}, {"other": "1"}])
def test_what_makes_no_sense_is_ignored(names, args):
    found = find(**args)
    assert [unit.name for unit in found.rows] == names[:PAGE]
    assert found.here == "/units/" and not found.query.is_narrow


def test_a_filter_and_words_narrow_the_list(names):
    assert shown(letter="B") == ["Ba", "Bốn"]
    assert shown(letter="B", q="  o ") == ["Bốn"]
    assert shown(q="khong co") == []


def test_addresses_say_only_what_differs_and_keep_the_choice(names):
    found = find(letter="A", q="n", sort="-name", page="1", junk="x")
    assert found.here == "/units/?q=n&letter=A&sort=-name"
    name, code = found.heads
    assert (name.address, name.direction) == ("/units/?q=n&letter=A", "descending")
    assert (code.address, code.direction) == ("", "")
    assert find(q="&=ă").here == "/units/?q=%26%3D%C4%83"
    assert found.all_at("/units/export.xlsx") == "/units/export.xlsx?q=n&letter=A&sort=-name"


def test_export_gets_every_row_of_all_pages_in_order(names, monkeypatch):
    monkeypatch.setattr(listing, "CHUNK", 3)
    assert [unit.name for unit in REGISTER.every(MultiDict(), true())] == names
    args = MultiDict({"letter": "A", "sort": "-name", "page": "2"})
    assert [unit.name for unit in REGISTER.every(args, true())] == ["Au", "An"]


def test_what_is_not_visible_is_not_there(names):
    found = REGISTER.find(MultiDict(), UNITS.c.name != "An", "/units/")
    assert [unit.name for unit in found.rows] == names[1 : PAGE + 1]


def test_rows_are_counted_up_to_a_bound(app, monkeypatch):
    db.session.execute(UNITS.update().values(is_active=False))
    for number in range(6):
        a_unit(f"U{number}")
    monkeypatch.setattr(listing, "COUNTED", 6)
    assert (find().count, find().pages) == ("6", "2")
    monkeypatch.setattr(listing, "COUNTED", 5)
    assert (find().count, find().pages) == ("Hơn 5", "")
