"""What a register declares has its place on the pages all registers share, and in the tests that go through all."""

import importlib
import pkgutil

import pytest
from factories import (
    a_document,
    a_procedure,
    a_proposal,
    a_ready_inspection,
    a_training,
    an_internal_tthc,
    an_overdue_case,
)
from flask_login import login_user
from house.test_bad_input import OF_AN, filled  # noqa: F401  (a fixture)

import intranet
from intranet.figures import sources
from intranet.figures.sources.registry import SUBJECTS, WAITING
from intranet.figures.sources.source import Subject
from intranet.kernel.db import NfcString, db
from intranet.kernel.period import Period
from intranet.menu import MENU
from intranet.records.models import Record
from intranet.records.register import Register

MAKERS = {
    "documents": a_document,
    "inspections": a_ready_inspection,
    "internal_procedures": a_procedure,
    "internal_tthc": an_internal_tthc,
    "overdue": an_overdue_case,
    "proposals": a_proposal,
    "trainings": a_training,
}
# What a page of its own asks for, or the operations give, by the register's door: not fields of the shared form.
NOT_TYPED = {
    "documents": {"title"},
    "inspections": {"conclusion", "concluded_on"},
    "internal_procedures": {"total_hours", "effective_to", "sequence"},
    "overdue": {"title"},
    "proposals": {"labour_rate"},
}
# Texts that the database takes only together with another field; the register's own tests see them shown.
NOT_ALONE = {"apology_number"}


def modules(package) -> list:
    """All modules of a package, imported."""
    return [importlib.import_module(it.name) for it in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]


def declared(kind: type, package) -> list:
    """Everything of this kind that a module of the package has by a name of its own."""
    things = [thing for module in modules(package) for thing in vars(module).values() if isinstance(thing, kind)]
    return list({id(thing): thing for thing in things}.values())


REGISTERS = {it.model.endpoint.split(".")[0]: it for it in declared(Register, intranet)}


@pytest.fixture(params=REGISTERS)
def door(request):
    """The name of a register's blueprint."""
    return request.param


@pytest.fixture
def fields(app, cast, door):
    """The names in the register's form."""
    with app.test_request_context():
        login_user(cast("an"))
        return [field.name for field in REGISTERS[door].form(None) if field.type != "CSRFTokenField"]


def address(door: str) -> str:
    return f"/{door.replace('_', '-')}"


def test_every_register_is_tried_here():
    """Add the factory of a new one to MAKERS."""
    assert set(MAKERS) == set(REGISTERS)


def test_every_kind_of_record_but_the_report_has_a_register():
    kinds = {kind.__name__ for kind in Record.__subclasses__()}
    assert kinds - {register.model.__name__ for register in REGISTERS.values()} == {"Report"}


def test_the_menu_leads_to_every_register():
    assert {f"{door}.index" for door in REGISTERS} <= {item.endpoint for group in MENU for item in group.items}


def test_odd_values_are_sent_to_a_record_of_every_register_by_one_who_may_write_it(request, app):
    """`filled` of test_bad_input.py makes the record, OF_AN names who writes; where neither does it is number 1."""
    numbers = request.getfixturevalue("filled")
    for door, register in REGISTERS.items():
        assert db.session.get(register.model, numbers.get(door, 1)), door
        assert address(door).strip("/") in OF_AN


def test_every_field_a_record_tells_of_may_be_typed(door, fields):
    assert set(REGISTERS[door].model.labels) - set(fields) == NOT_TYPED.get(door, set())


def test_every_field_of_the_form_stands_on_the_page(as_user, cast, door, fields):
    record = MAKERS[door](cast("an"))
    for path in ("new", f"{record.id}/edit"):
        page = as_user("an").get(f"{address(door)}/{path}").text
        assert not [name for name in fields if f'name="{name}' not in page], path


def test_every_text_of_a_record_is_shown_on_its_page(as_user, cast, door):
    record = MAKERS[door](cast("an"))
    columns = type(record).__table__.columns
    texts = [it.name for it in columns if it.name in record.labels and type(it.type) is NfcString]
    marks = {name: f"Chỗ {number}." for number, name in enumerate(texts, 101) if name not in NOT_ALONE}
    for name, mark in marks.items():
        setattr(record, name, mark)
    page = as_user("an").get(f"{address(door)}/{record.id}").text
    assert not [name for name, mark in marks.items() if mark not in page]


def test_every_source_of_figures_is_asked():
    assert {it.key for it in declared(Subject, sources)} == {subject.key for subject in SUBJECTS}


def test_what_waits_for_approval_is_told_beside_the_figures_of_every_register_that_is_approved():
    told = {listing(Period.parse("2026-Q1")).column_descriptions[0]["entity"] for _, listing in WAITING}
    assert {subject.model for subject in SUBJECTS if subject.model.needs_decision()} <= told
