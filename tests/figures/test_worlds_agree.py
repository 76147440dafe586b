"""Some sixty small offices: one number has one value on every page, and the list behind it holds as many.

Each office is made through the product's own operations. Its period is looked at as a whole and in its quarters.
"""

import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from chance import of_seed
from flask import Flask
from flask.testing import FlaskClient
from page_client import PageClient
from sqlalchemy import func, select, true
from world_dossiers import export_of, lives
from world_offices import EMPTY, SYSTEMS, BuiltOffice, at, build, plan_of
from world_truth import FLOWS, of_dossiers, of_records

from intranet.accounts.models import User
from intranet.dossiers import operations as imports
from intranet.dossiers.counting import COUNTED
from intranet.dossiers.dashboard import HEADLINE, STATES, Scope
from intranet.dossiers.models import Dossier, ImportBatch
from intranet.dossiers.publishing import undo
from intranet.figures.collecting.collect import collect
from intranet.figures.fact import Origin
from intranet.figures.figures_of import PeriodFigures, figures_of
from intranet.figures.reading import sheet_of
from intranet.figures.sources.registry import is_recorded, listed
from intranet.kernel.db import db
from intranet.kernel.formats import number, rate
from intranet.kernel.period import Period

SEEDS = range(60)


@pytest.fixture(params=[None, *SEEDS], ids=lambda seed: "empty" if seed is None else f"seed {seed}")
def office(request, app: Flask) -> BuiltOffice:
    return build(EMPTY if request.param is None else plan_of(request.param))


@pytest.fixture
def visitor(app: Flask):
    """A client signed in as one of the office; one that `inspects` looks at every page as a careful visitor would."""

    def sign_in(user: User, inspects: bool = False) -> FlaskClient:
        app.test_client_class = PageClient if inspects else FlaskClient
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = user.get_id(), True
        return client

    return sign_in


def looked_at(office: BuiltOffice) -> list[Period]:
    period = office.plan.period
    return list(dict.fromkeys([period, *period.quarters]))


def test_one_number_has_one_value_everywhere_and_no_page_fails(office, app, visitor):
    with at(office.plan.period.end + timedelta(days=20)):
        controller = visitor(office.controller)
        for period in looked_at(office):
            figures = figures_of(period)
            hold_report_and_command_to(figures, app)
            hold_to_the_truth(figures, office)
            hold_lists_to(figures)
            hold_dashboard_to(figures)
            hold_figures_page_to(figures, controller)
            hold_report_page_to(figures, controller)
        open_some_pages(office, visitor)


def hold_report_and_command_to(figures: PeriodFigures, app: Flask) -> None:
    collected = collect(figures.period).figures
    assert {name: collected[name] for name in figures} == {name: fact.bare for name, fact in figures.items()}
    result = app.test_cli_runner().invoke(args=["report", "facts", figures.period.code])
    told = json.loads(result.stdout)
    assert {name: fact["origin"] for name, fact in told.items()} == {
        name: fact.origin.value for name, fact in collected.items()
    }
    assert {name: told[name]["value"] for name in figures} == {
        name: None if fact.value is None else float(fact.value) for name, fact in figures.items()
    }


def hold_to_the_truth(figures: PeriodFigures, office: BuiltOffice) -> None:
    """The rules that all pages share are right: what records tell is what happened, and goes before what was typed."""
    if figures.quarters:
        return hold_to_its_quarters(figures)
    true = of_records(figures.period)
    if figures.period == office.plan.period.quarters[-1]:
        true |= of_dossiers(office, figures.period)
    for name, fact in figures.items():
        if fact.recorded and fact.recorded.counts:
            assert (fact.value, fact.origin) == (fact.recorded.value, Origin.RECORDS), name
        if fact.origin is Origin.RECORDS and name in true:
            assert fact.value == true[name], name
    return None


def hold_to_its_quarters(figures: PeriodFigures) -> None:
    """What was not typed for all of a longer period is what its quarters come to, or missing where one of them is."""
    quarters = [figures_of(quarter) for quarter in figures.period.quarters]
    for name in FLOWS:
        values = [quarter[name].value for quarter in quarters]
        if figures[name].typed is None:
            assert figures[name].value == (None if None in values else sum(values)), name


def hold_lists_to(figures: PeriodFigures) -> None:
    """What counts by records has a list that holds as many."""
    for name, fact in figures.items():
        if fact.origin is not Origin.RECORDS:
            continue
        if is_recorded(name):
            assert len(listed(name, figures.period)) == fact.sources, name
        elif name in COUNTED:
            condition = COUNTED[name](figures.period)
            assert db.session.scalar(select(func.count(Dossier.id)).where(condition)) == fact.value, name


def hold_dashboard_to(figures: PeriodFigures) -> None:
    """The dashboard counts what the figures count, where dossiers tell them."""
    cells = Scope(figures.period, true()).figures()
    for name in {*HEADLINE, *STATES} & set(figures):
        if figures[name].origin is Origin.RECORDS:
            assert cells[name].count == figures[name].value, name


def hold_figures_page_to(figures: PeriodFigures, client: FlaskClient) -> None:
    """The page of the figures shows what was typed in its fields, and what counts beside or instead of it."""
    page = re.sub(r"\s+", " ", client.get(f"/figures/{figures.period.code}").text)
    for figure in sheet_of(figures.period).figures:
        assert figure.fact == figures[figure.name]
        value = "" if figure.typed is None else number(figure.typed)
        field = re.search(rf'<input[^>]* id="{re.escape(figure.name)}"[^>]* value="([^"]*)"', page)
        if figure.is_given:
            assert field is None, figure.name
            assert number(figure.value) in text_after(page, figure.name), figure.name
        else:
            assert field and field[1] == value, figure.name


def text_after(page: str, anchor: str) -> str:
    """What stands with a figure that is only read: up to the end of its cell, or to the note about it."""
    rest = page.split(f'id="{anchor}"')[1].partition(">")[2]
    return re.sub(r"<[^>]+>", " ", rest.split("fig-note")[0].split("</td>")[0])


def hold_report_page_to(figures: PeriodFigures, client: FlaskClient) -> None:
    """The report's list of figures prints each as the figure is, with where it comes from."""
    answer = client.get(f"/reports/{figures.period.code}/figures")
    page = re.sub(r"\s+", " ", answer.text)
    if answer.status_code == 404:
        assert "Chưa có đề cương nào có hiệu lực" in page, "a report has a page from the first outline on"
        return
    for name, fact in figures.items():
        address = f'href="/reports/{figures.period.code}/figures/{name}">'
        row = page.split(address)[0].rsplit("<tr>", 1)[1]
        origin = page.split(address)[1][:40]
        assert origin.startswith(fact.origin.label), name
        cell = re.search(r'class="figure-cell">(.*?)</td>', row)
        assert cell, name
        shown = re.sub(r"<[^>]+>", "", cell[1]).strip()
        if fact.value is not None:
            assert shown == (rate(fact.value) if fact.unit == "%" else number(fact.value)), name


ADDRESSES = (
    *("/", "/inbox", "/dossiers/", "/dossiers/dashboard", "/overdue/", "/overdue/falling-due", "/inspections/"),
    *("/proposals/", "/trainings/", "/documents/", "/procedures/", "/internal-procedures/", "/figures/"),
    *("/figures/registers/", "/reports/", "/reports/{code}", "/reports/{code}/checks", "/reports/{code}.pdf"),
    *("/reports/{code}.docx", "/reports/{code}.xlsx", "/reports/{code}/figures/dossiers.received"),
    *("/reports/{code}/figures/overdue.explained", "/overdue/dossiers?period={code}"),
)


def open_some_pages(office: BuiltOffice, visitor: Callable[..., FlaskClient]) -> None:
    """None of them fails, whoever asks for it."""
    sampled = random.Random(office.plan.seed).sample(ADDRESSES, 4)
    for user in (office.controller, office.director, office.officers[0]):
        client = visitor(user, inspects=True)
        for address in sampled:
            answer = client.get(address.format(code=office.plan.period.code))
            assert answer.status_code in (200, 302, 303, 308, 403, 404), (address, user.role)


def said(periods: list[Period]) -> dict[str, dict[str, object]]:
    return {
        period.code: {name: (fact.value, fact.origin) for name, fact in figures_of(period).items()}
        for period in periods
    }


@pytest.mark.parametrize("seed", range(12))
def test_any_order_repetition_and_undoing_of_imports_gives_the_same(seed, app, cast):
    chance, dice = of_seed(seed), random.Random(seed)
    plan = replace(plan_of(seed), systems=2, dossiers=12, exports=3)
    lived = {name: lives(chance, plan.period, 12, f"H{at_}") for at_, name in enumerate(SYSTEMS, 1)}
    days = [plan.period.end + timedelta(days=n) for n in (-20, 3, 40)]
    files = [(name, day) for name in SYSTEMS for day in days]
    quarters = looked_at(BuiltOffice(plan, (), cast("chi"), cast("dung"), lived))

    def take(name: str, day) -> ImportBatch:
        batch, _ = imports.import_at_once(name, export_of(lived[name], day), f"{name}-{day}.csv", day, cast("chi"))
        imports.confirm(batch, False, cast("chi"))
        return batch

    with at(days[-1] + timedelta(days=2)):
        batches = [take(name, day) for name, day in files]
        in_order = said(quarters)
        assert any(value for value, _ in in_order[quarters[0].code].values()), "nothing was counted"
        for batch in reversed(batches):
            undo(batch)
        assert all(value is None for value, _ in said(quarters)[quarters[0].code].values())
        shuffled = dice.sample(files, len(files))
        again = [take(name, day) for name, day in [*shuffled, *dice.sample(files, 2)]]
        assert said(quarters) == in_order
        last = again[-1]
        undo(last)
        assert said(quarters) == in_order


@pytest.mark.parametrize("seed", range(2))
def test_dossiers_that_count_go_before_what_was_typed_of_them(seed, app):
    office = build(replace(EMPTY, seed=seed, has_typed_figures=True, systems=1, dossiers=40))
    figures = figures_of(office.plan.period)
    twofold = [fact for fact in figures.values() if fact.typed is not None and fact.recorded and fact.recorded.counts]
    assert twofold, "the world holds nothing to decide between"
    hold_to_the_truth(figures, office)
