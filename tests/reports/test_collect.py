"""The period's facts out of the database: what counts, what does not, and what stands behind each figure."""

from datetime import date
from decimal import Decimal

import pytest
from factories import (
    a_finding,
    a_ready_inspection,
    a_register_in_use,
    an_approved_inspection,
    an_inspection,
    an_item,
    typed_figures,
)
from sqlalchemy import event

from intranet.accounts.operations import change_office
from intranet.categories.catalogue import CATALOGUE
from intranet.categories.families import Cause, Side
from intranet.categories.models import every_definition
from intranet.figures import operations as figures
from intranet.figures.collecting.collect import collect
from intranet.figures.fact import Origin
from intranet.figures.facts import Facts
from intranet.figures.figures_of import figure_names
from intranet.figures.sources.registry import SUBJECT_OF, is_recorded, listed, measure_of
from intranet.inspections.models import CorrectiveAction
from intranet.inspections.workflow import Kind, Remedy
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.records.models import Record

Q1 = Period.parse("2026-Q1")


@pytest.fixture(autouse=True)
def _inspections_in_use(request, app):
    if "unused" not in request.keywords:
        a_register_in_use("inspections", date(2025, 6, 15))


def value(name: str, period: Period = Q1):
    return collect(period).value(name)


@pytest.fixture
def approved(cast):
    """An inspection of An's unit, approved by Dung, that ended on the day given."""
    return lambda ended_on, **more: an_approved_inspection(
        cast("an"), cast("dung"), started_on=ended_on, ended_on=ended_on, concluded_on=ended_on, **more
    )


@pytest.fixture
def found(cast):
    """An approved inspection with one finding in it; `mended` is the day its remedy was done and verified."""

    def make(ended_on: date = date(2026, 2, 5), mended: date | None = None, **change):
        started = {"started_on": ended_on, "ended_on": ended_on, "concluded_on": ended_on}
        inspection = a_ready_inspection(cast("an"), **started)
        finding = a_finding(an_item(inspection, 2), **change)
        if mended:
            db.session.add(CorrectiveAction(finding=finding, text="Đã niêm yết đủ", done_on=mended))
            finding.state = Remedy.VERIFIED
        db.session.refresh(inspection)
        records.act(inspection, "submit", cast("an"))
        records.act(inspection, "approve", cast("dung"))
        return finding

    return make


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2025, 12, 14), 0),
        (date(2025, 12, 15), 1),
        (date(2026, 2, 5), 1),
        (date(2026, 3, 14), 1),
        (date(2026, 3, 15), 0),
    ],
)
def test_an_inspection_counts_from_the_windows_first_day_to_its_last(approved, day, counted):
    approved(day)
    assert value("inspections.done") == counted
    assert len(collect(Q1).inspections) == counted


def test_an_inspection_counts_by_the_day_it_ended(cast):
    days = {"started_on": date(2026, 3, 12), "ended_on": date(2026, 3, 17), "concluded_on": date(2026, 3, 18)}
    an_approved_inspection(cast("an"), cast("dung"), **days)
    assert value("inspections.done") == 0
    assert value("inspections.done", Q1.next) == 1


def test_what_is_not_approved_does_not_count(cast):
    an_inspection(cast("an"))
    submitted = a_ready_inspection(cast("an"))
    records.act(submitted, "submit", cast("an"))
    assert value("inspections.done") == 0


def test_reopening_takes_an_inspection_out_again(approved, cast):
    inspection = approved(date(2026, 2, 5))
    records.act(inspection, "reopen", cast("dung"), "Ghi nhầm ngày.")
    assert value("inspections.done") == 0


def test_planned_are_those_of_the_period_but_not_ad_hoc_ones(approved, cast):
    approved(date(2026, 2, 5))
    approved(date(2026, 2, 6), inspection_kind=Kind.AD_HOC)
    an_inspection(cast("an"), started_on=date(2026, 3, 1), ended_on=None, occurs_on=date(2026, 3, 1))
    an_inspection(cast("an"), started_on=date(2026, 3, 20), ended_on=None, occurs_on=date(2026, 3, 20))
    assert value("inspections.planned") == 2


def test_findings_are_those_of_the_inspections_that_count(found):
    found()
    found(ended_on=date(2026, 3, 20))
    assert value("inspections.findings") == 1


@pytest.mark.parametrize(("mended", "closed"), [(None, 0), (date(2026, 3, 14), 1), (date(2026, 3, 15), 0)])
def test_a_finding_is_closed_where_its_remedy_was_done_by_the_periods_end(found, mended, closed):
    found(mended=mended)
    facts = collect(Q1)
    assert facts.value("inspections.findings_closed") == closed
    (note,) = facts.inspections[0].findings
    assert note.closed is bool(closed)
    assert note.state == ("Đã khắc phục" if closed else "Chưa khắc phục")


@pytest.mark.parametrize(
    ("due_on", "mended", "overdue"),
    [
        (date(2026, 3, 13), None, 1),
        (date(2026, 3, 14), None, 0),
        (date(2026, 3, 13), date(2026, 3, 14), 0),
        (date(2026, 3, 13), date(2026, 3, 15), 1),
    ],
)
def test_a_remedy_is_overdue_where_its_day_had_passed_at_the_periods_end(found, due_on, mended, overdue):
    found(due_on=due_on, mended=mended)
    assert value("inspections.corrective_overdue") == overdue


def test_remedies_of_earlier_periods_stay_overdue(found):
    found(ended_on=date(2025, 11, 3), due_on=date(2025, 12, 20))
    assert value("inspections.corrective_overdue") == 1
    assert value("inspections.findings") == 0


def test_an_inspection_is_told_with_its_days_its_unit_and_its_findings(found):
    found(text="Thiếu bảng niêm yết")
    (inspection,) = collect(Q1).inspections
    assert (inspection.started_on, inspection.unit) == (date(2026, 2, 5), "Bộ phận Tư pháp")
    (finding,) = inspection.findings
    assert (finding.text, finding.severity, finding.unit) == ("Thiếu bảng niêm yết", "Nhẹ", "Bộ phận Tư pháp")


def test_inspections_are_told_in_the_order_they_took_place(approved):
    for day in (date(2026, 3, 2), date(2026, 1, 9), date(2026, 2, 5)):
        approved(day)
    assert [inspection.started_on.month for inspection in collect(Q1).inspections] == [1, 2, 3]


# What of each record is added up; of all other figures the records are counted.
AMOUNTS = {
    "trainings.participants": "participants",
    "trainings.hours": "hours",
    "proposals.cost_before": "cost_before",
    "proposals.cost_after": "cost_after",
}


@pytest.mark.parametrize("name", SUBJECT_OF)
def test_the_query_that_counts_is_the_query_that_lists(name, found, one_of_each):
    found(mended=date(2026, 3, 1))
    found(due_on=date(2026, 3, 1))
    listing = db.session.scalars(measure_of(name).listing(Q1)).all()
    fact = collect(Q1).figures[name]
    assert fact.sources == len(listing) == len(listed(name, Q1)) > 0
    assert fact.value == sum(getattr(thing, AMOUNTS[name]) if name in AMOUNTS else 1 for thing in listing)
    assert fact.origin is Origin.RECORDS


@pytest.mark.parametrize("name", SUBJECT_OF)
def test_each_record_behind_a_figure_is_called_something_and_leads_to_a_record(name, found, one_of_each):
    found(mended=date(2026, 3, 1))
    found(due_on=date(2026, 3, 1))
    for line in listed(name, Q1):
        assert line.text and line.detail and isinstance(line.record, Record)


def test_only_what_is_added_up_has_an_amount():
    assert {name for name in SUBJECT_OF if measure_of(name).amount is not None} == set(AMOUNTS)


def test_every_figure_that_may_come_from_a_register_has_one(app):
    known = every_definition()
    kept = {name for name, definition in known.items() if definition.kept}
    assert kept == {name for name in known if is_recorded(name) and known[name].typed}
    assert set(SUBJECT_OF) - kept == {name for name in SUBJECT_OF if name.startswith("inspections.")}


def test_no_register_stands_behind_a_typed_figure():
    with pytest.raises(KeyError):
        measure_of("dossiers.received")


@pytest.mark.unused
def test_an_empty_database_has_every_figure_and_knows_none(app):
    figures = collect(Q1).figures
    assert set(CATALOGUE) < set(figures)
    assert "dossiers.by_field.ho-tich.received" in figures and "overdue.by_cause.CQ-01" in figures
    assert not [name for name, fact in figures.items() if fact.value is not None]


def test_a_typed_figure_is_that_of_its_own_period_alone(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    fact = collect(Q1).figures["dossiers.received"]
    assert (fact.value, fact.origin, fact.sources, fact.unit) == (1568, Origin.ENTERED, 1, "hồ sơ")
    for other in ("2026-Q2", "2026-H1", "2026-Y"):
        assert value("dossiers.received", Period.parse(other)) is None


def test_the_last_entry_counts_and_an_emptied_one_is_missing(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1, payments__total=5)
    typed_figures("2026-Q1", cast("chi"), dossiers__received=2, payments__total=None)
    assert value("dossiers.received") == 2
    assert collect(Q1).figures["payments.total"].origin is Origin.MISSING


def test_what_follows_from_figures_is_computed(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__pending=41, dossiers__paused=64)
    typed_figures("2026-Q1", cast("chi"), satisfaction__ratings=235, satisfaction__very_satisfied=233)
    facts = collect(Q1)
    assert facts.value("dossiers.carried_over") == 105
    assert facts.value("satisfaction.very_satisfied_rate") == Decimal("99.1")
    assert facts.figures["dossiers.carried_over"].origin is Origin.COMPUTED


def test_figures_counted_over_days_of_their_own_say_so(cast):
    window = (date(2025, 9, 11), date(2026, 3, 15))
    figures.enter(Q1, {"digitisation.done": 8141, "digitisation.due": 8141}, {"digitisation": window}, {}, cast("chi"))
    assert collect(Q1).windows == {"digitisation": window}


def test_fields_and_causes_are_the_offices_own(app):
    facts = collect(Q1)
    assert facts.fields[0] == ("ho-tich", "Hộ tịch")
    assert Cause("CQ-01", "Công chức, phòng chuyên môn xử lý chậm", Side.INTERNAL) in facts.causes


def test_the_office_is_named_as_in_its_profile(cast):
    change_office({"name": "Ủy ban nhân dân\nphường Tam Thanh", "recipients": "Văn phòng\n\nLãnh đạo"}, cast("chi"))
    office = collect(Q1).office
    assert office.body_lines == ("Ủy ban nhân dân", "phường Tam Thanh")
    assert office.recipients == ("Văn phòng", "Lãnh đạo")


def test_collected_facts_survive_being_frozen(found, cast):
    found(mended=date(2026, 3, 1))
    typed_figures("2026-Q1", cast("chi"), satisfaction__ratings=235, satisfaction__very_satisfied=233)
    facts = collect(Q1)
    assert Facts.from_json(facts.to_json()) == facts


def test_texts_may_name_every_figure_that_is_collected(app):
    assert figure_names(Q1) == set(collect(Q1).figures)


@pytest.mark.parametrize("period", Period.of_year(2026), ids=lambda period: period.code)
def test_every_kind_of_period_has_its_facts(period, approved):
    approved(date(2026, 2, 5))
    assert value("inspections.done", period) == (1 if period.contains(date(2026, 2, 5)) else 0)


def test_a_handful_of_queries_collects_it_all(found, approved):
    for day in range(1, 9):
        found(ended_on=date(2026, 2, day))
        approved(date(2026, 1, day))
    db.session.expire_all()
    asked = []
    listening = (db.engine, "before_cursor_execute", lambda *query: asked.append(query[2]))
    event.listen(*listening)
    facts = collect(Q1)
    event.remove(*listening)
    assert len(facts.inspections) == 16
    assert len(asked) <= 25, asked
