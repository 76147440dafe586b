"""Facts are frozen as JSON and thawed as they were."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quarter import OFFICE, nothing_known, quarter

from intranet.categories.families import Cause
from intranet.figures.fact import Fact, Origin
from intranet.figures.facts import Facts, PrintedOffice
from intranet.figures.legal_notes import LegalNote
from intranet.figures.notes import (
    DocumentNote,
    FindingNote,
    InspectionNote,
    OverdueNote,
    ProcedureNote,
    ProposalNote,
    TrainingNote,
)
from intranet.kernel.period import Period
from intranet.kernel.plain import Unreadable

words = st.text(st.characters(codec="utf-8"), max_size=6)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
counts = st.none() | st.integers()
values = st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.none()
periods = st.sampled_from(Period.of_year(2026))
BY_TYPE = {str: words, date: days, date | None: st.none() | days, int | None: counts, Period: periods}


def whole(kind: type, **known: st.SearchStrategy) -> st.SearchStrategy:
    """Any value of a dataclass, every field of it filled, those that have a default and those yet to come too."""
    types = get_type_hints(kind)
    others = {it.name: BY_TYPE.get(types[it.name], st.from_type(types[it.name])) for it in fields(kind)}
    return st.builds(kind, **others | known)


def tuples_of(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


known_origins = st.sampled_from([Origin.RECORDS, Origin.ENTERED, Origin.COMPUTED])
known_figures = whole(Fact, value=values.filter(lambda value: value is not None), origin=known_origins)
missing_figures = whole(Fact, value=st.none(), origin=st.just(Origin.MISSING))
any_figures = st.lists(known_figures | missing_figures, max_size=3, unique_by=lambda fact: fact.name)

any_facts = whole(
    Facts,
    office=whole(PrintedOffice, recipients=tuples_of(words)),
    figures=any_figures.map(lambda facts: {fact.name: fact for fact in facts}),
    inspections=tuples_of(whole(InspectionNote, findings=tuples_of(whole(FindingNote)))),
    documents=tuples_of(whole(DocumentNote)),
    trainings=tuples_of(whole(TrainingNote)),
    proposals=tuples_of(whole(ProposalNote)),
    procedures=tuples_of(whole(ProcedureNote)),
    overdue=tuples_of(whole(OverdueNote)),
    windows=st.dictionaries(words, st.tuples(days, days), max_size=2),
    fields=tuples_of(st.tuples(words, words)),
    causes=tuples_of(whole(Cause)),
    annexes=tuples_of(words),
    legal=tuples_of(whole(LegalNote)),
    earlier=st.dictionaries(words, periods, max_size=2),
)


def stored(facts: Facts) -> dict[str, Any]:
    """As a database gives it back."""
    return json.loads(json.dumps(facts.to_json()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_facts)
def test_facts_come_back_from_json_as_they_were_and_are_stored_the_same_again(facts):
    thawed = Facts.from_json(stored(facts))
    assert thawed == facts
    assert thawed.to_json() == stored(facts) == facts.to_json()


def test_what_no_report_knows_any_more_is_left_out():
    plain = stored(quarter())
    plain["weather"] = "nắng"
    plain["figures"]["dossiers.received"]["colour"] = "đỏ"
    assert Facts.from_json(plain) == quarter()


def test_what_older_reports_did_not_know_takes_its_default():
    plain = stored(quarter())
    del plain["office"]["report_symbol"], plain["figures"]["dossiers.received"]["sources"]
    for name in ("annexes", "legal", "earlier", "windows", "fields", "causes"):
        del plain[name]
    facts = Facts.from_json(plain)
    assert facts.office.report_symbol == "BC-UBND"
    assert facts.figures["dossiers.received"].sources == 0
    assert (facts.annexes, facts.legal, facts.earlier, facts.causes) == ((), (), {}, ())


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("period", "year"), "2026"),
        (("period", "closing_month"), 4),
        (("figures", "dossiers.received", "value"), "nhiều"),
        (("figures", "dossiers.received", "value"), True),
        (("figures", "dossiers.received", "value"), None),
        (("figures", "dossiers.received", "origin"), "guessed"),
        (("inspections", 0, "ended_on"), "20/01/2026"),
        (("inspections", 0, "findings", 0, "closed"), "có"),
        (("causes", 0, "side"), "both"),
        (("causes", 0), ["CQ-04"]),
        (("causes",), {"CQ-04": "Cập nhật chậm"}),
        (("office",), None),
    ],
)
def test_wrong_data_is_told_from_what_was_frozen(path, wrong):
    plain = stored(quarter())
    *way, last = path
    place = plain
    for step in way:
        place = place[step]
    place[last] = wrong
    with pytest.raises(Unreadable):
        Facts.from_json(plain)


@pytest.mark.parametrize("name", ["period", "office", "figures"])
def test_without_what_every_report_has_nothing_is_read(name):
    plain = stored(quarter())
    del plain[name]
    with pytest.raises(Unreadable, match=name):
        Facts.from_json(plain)


def test_the_real_quarter_comes_back_with_types_and_decimals():
    thawed = Facts.from_json(json.loads(json.dumps(quarter().to_json())))
    assert thawed == quarter()
    assert repr(thawed.value("satisfaction.very_satisfied_rate")) == "Decimal('99.1')"
    assert thawed.figures["digitisation.rate"].origin is Origin.COMPUTED
    assert thawed.inspections[0].findings[0].due_on == date(2026, 2, 27)


def test_a_report_frozen_before_there_were_registers_is_thawed():
    plain = json.loads(json.dumps(quarter().to_json()))
    for later in ("proposals", "procedures", "overdue"):
        del plain[later]
    plain["trainings"] = [{"title": "Số hóa", "started_on": "2026-01-05", "ended_on": "2026-01-05", "participants": 3}]
    plain["documents"] = [{"kind": "Kế hoạch", "symbol": "53/KH-UBND", "issued_on": "2026-02-11"}]
    plain["causes"] = [["CQ-04", "Cập nhật chậm"]]
    facts = Facts.from_json(plain)
    assert (facts.proposals, facts.procedures, facts.overdue) == ((), (), ())
    assert facts.trainings == (TrainingNote("Số hóa", date(2026, 1, 5), date(2026, 1, 5), 3),)
    assert facts.causes == (Cause("CQ-04", "Cập nhật chậm"),)
    assert facts.documents[0].is_issued


def test_a_thawed_report_keeps_the_figures_it_was_frozen_with():
    frozen = quarter({"dossiers.received": 1568}).to_json()
    assert Facts.from_json(frozen) != quarter({"dossiers.received": 1569})


@pytest.mark.parametrize(("value", "origin"), [(None, Origin.ENTERED), (3, Origin.MISSING)])
def test_a_figure_without_value_is_missing_and_no_other(value, origin):
    with pytest.raises(ValueError, match=r"dossiers\.received"):
        Fact("dossiers.received", value, "Tiếp nhận", "hồ sơ", origin)


def test_a_zero_is_known_and_a_missing_figure_is_not_zero():
    facts = quarter({"impact.assessed": 0, "impact.issued": None})
    assert facts.are_zero("impact.assessed")
    assert not facts.are_zero("impact.assessed", "impact.issued")
    assert not facts.above_zero("impact.issued")
    assert facts.value("impact.issued") is None
    assert facts.value("impact.unknown") is None


def test_two_missing_figures_are_not_equal():
    assert not nothing_known().are_equal("digitisation.done", "digitisation.due")
    assert quarter().are_equal("digitisation.done", "digitisation.due")


def test_origins_are_shown_in_vietnamese():
    assert [origin.label for origin in Origin] == ["Sổ theo dõi", "Nhập tay", "Tính ra", "Chưa có"]


def test_the_name_of_an_office_is_printed_line_by_line():
    assert OFFICE.body_lines == ("Ủy ban nhân dân", "phường Tam Thanh")


def test_a_rate_that_is_typed_stays_a_decimal():
    facts = quarter({"payments.total": None, "payments.online_rate": Decimal("100.0")})
    assert Facts.from_json(facts.to_json()).value("payments.online_rate") == Decimal("100.0")
