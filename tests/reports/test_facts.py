"""Facts are frozen as JSON and thawed as they were."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quarter import OFFICE, nothing_known, quarter

from intranet.categories.families import Cause, Side
from intranet.figures.fact import Fact, Origin
from intranet.kernel.period import Period
from intranet.reports.facts import Facts, Office
from intranet.reports.notes import (
    DocumentNote,
    FindingNote,
    InspectionNote,
    OverdueNote,
    ProcedureNote,
    ProposalNote,
    TrainingNote,
)

words = st.text(st.characters(codec="utf-8"), max_size=12)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
counts = st.none() | st.integers()
values = st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.none()


@st.composite
def a_fact(draw: st.DrawFn, name: str) -> Fact:
    value = draw(values)
    known = st.sampled_from([Origin.RECORDS, Origin.ENTERED, Origin.COMPUTED])
    origin = Origin.MISSING if value is None else draw(known)
    return Fact(name, value, draw(words), draw(words), origin, draw(st.integers(0, 10**6)))


def tuples_of(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=3).map(tuple)


findings = st.builds(FindingNote, words, words, words, words, days, words, st.booleans())
any_facts = st.builds(
    Facts,
    period=st.sampled_from(Period.of_year(2026)),
    office=st.builds(Office, name=words, recipients=tuples_of(words), archive=words),
    figures=st.lists(words, max_size=4, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: a_fact(name) for name in names})
    ),
    inspections=tuples_of(
        st.builds(
            InspectionNote, st.integers(), words, words, words, words, days, days, words, findings=tuples_of(findings)
        )
    ),
    documents=tuples_of(st.builds(DocumentNote, words, words, days, words, words, st.booleans())),
    trainings=tuples_of(st.builds(TrainingNote, words, days, days, counts, words, words, counts)),
    proposals=tuples_of(st.builds(ProposalNote)),
    procedures=tuples_of(st.builds(ProcedureNote, effective_from=st.none() | days)),
    overdue=tuples_of(st.builds(OverdueNote)),
    windows=st.dictionaries(words, st.tuples(days, days), max_size=2),
    fields=tuples_of(st.tuples(words, words)),
    causes=tuples_of(st.builds(Cause, words, words, st.none() | st.sampled_from(Side))),
)


@given(any_facts)
def test_facts_come_back_from_json_as_they_were(facts):
    assert Facts.from_json(json.loads(json.dumps(facts.to_json()))) == facts


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
