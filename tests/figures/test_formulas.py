"""What follows from other figures, and what does not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quarter import CAUSES, FIELDS, FIGURES, figures, nothing_known, quarter

from intranet.figures.fact import Origin
from intranet.figures.formulas import FORMULAS, computed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dossiers.carried_over", 105),
        ("overdue.late", 11),
        ("overdue.unexplained", 1),
        ("procedures.online_total", 399),
        ("proposals.cost_saved", 3_200_000),
        ("proposals.saving_rate", Decimal("10.0")),
        ("satisfaction.very_satisfied_rate", Decimal("99.1")),
        ("satisfaction.satisfied_rate", Decimal("0.9")),
        ("satisfaction.neutral_rate", Decimal("0.0")),
        ("dossiers.in_time_rate", Decimal("99.3")),
        ("digitisation.rate", Decimal("100.0")),
        ("payments.online_rate", Decimal("100.0")),
        ("dossiers.by_field.ho-kinh-doanh.in_time_rate", Decimal("99.3")),
        ("dossiers.by_field.chung-thuc.in_time_rate", Decimal("100.0")),
    ],
)
def test_the_real_quarter_adds_up(name, value):
    fact = quarter().figures[name]
    assert (fact.value, fact.origin) == (value, Origin.COMPUTED)


def test_rates_are_rounded_half_up_to_one_decimal():
    facts = figures({"digitisation.done": 1, "digitisation.due": 2000})
    assert facts["digitisation.rate"].value == Decimal("0.1")


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.name)
@pytest.mark.parametrize("place", [0, 1])
def test_without_one_of_its_inputs_a_figure_is_missing(formula, place):
    facts = dict(quarter().figures)
    del facts[formula.inputs[place]], facts[formula.name]
    for computed_before in FORMULAS:
        if computed_before.name in formula.inputs:  # or it would be computed again
            facts.pop(computed_before.inputs[0], None)
    found = computed(facts)[formula.name]
    assert (found.value, found.origin, found.sources) == (None, Origin.MISSING, 0)


def test_a_rate_of_nothing_is_missing():
    facts = figures({"satisfaction.ratings": 0, "satisfaction.very_satisfied": 0})
    assert facts["satisfaction.very_satisfied_rate"].value is None


def test_what_was_given_is_kept():
    facts = figures(FIGURES | {"procedures.online_total": 400})
    assert facts["procedures.online_total"].value == 400
    assert facts["procedures.online_total"].origin is Origin.ENTERED


def test_a_computed_figure_tells_its_unit_and_how_many_figures_it_comes_from():
    fact = quarter().figures["digitisation.rate"]
    assert (fact.unit, fact.sources, fact.label) == ("%", 2, "Tỷ lệ số hóa")


def test_a_field_has_a_rate_only_where_its_figures_are_known():
    facts = nothing_known().figures
    assert facts["dossiers.by_field.ho-tich.in_time_rate"].origin is Origin.MISSING
    assert facts["dossiers.by_field.ho-tich.in_time_rate"].unit == "%"


counts = st.none() | st.integers(0, 10_000)


@given(st.fixed_dictionaries(dict.fromkeys(FIGURES, counts)))
def test_computing_twice_changes_nothing(values):
    once = figures(values)
    assert computed(once, FIELDS, CAUSES) == once


@given(pending=st.integers(0, 10**6), paused=st.integers(0, 10**6))
def test_carried_over_is_pending_and_paused(pending, paused):
    assert figures({"dossiers.pending": pending, "dossiers.paused": paused})["dossiers.carried_over"].value == (
        pending + paused
    )
