"""A figure that follows from others says how, each of them by its name."""

import pytest
from quarter import quarter

from intranet.figures.formulas import FORMULAS
from intranet.reports.derivation import derivation


def said(name: str) -> str:
    return "".join(part if isinstance(part, str) else f"[{part.name}]" for part in derivation(name, quarter()))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dossiers.carried_over", "[dossiers.pending] + [dossiers.paused]"),
        ("proposals.cost_saved", "[proposals.cost_before] − [proposals.cost_after]"),
        ("overdue.unexplained", "[overdue.late] − [overdue.explained]"),
        ("digitisation.rate", "[digitisation.done] : [digitisation.due] × 100"),
        ("overdue.by_side.external", "[overdue.by_cause.HT-01] + [overdue.by_cause.KQ-01]"),
        (
            "dossiers.by_field.ho-tich.in_time_rate",
            "([dossiers.by_field.ho-tich.resolved] − [dossiers.by_field.ho-tich.resolved_late]) : "
            "[dossiers.by_field.ho-tich.resolved] × 100",
        ),
    ],
)
def test_the_formula_is_told_with_its_figures(name, words):
    assert said(name) == words


@pytest.mark.parametrize("name", ["staff.total", "nothing"])
def test_what_nothing_determines_has_no_formula(name):
    assert derivation(name, quarter()) == []


def test_every_formula_can_be_told():
    for formula in FORMULAS:
        assert derivation(formula.name, quarter())
