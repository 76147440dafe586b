"""Figures of the period that cannot all be right are told by the rule of their sum, whatever the text says."""

import pytest
from checks.corpus import paper, told
from quarter import quarter

from intranet.checks.facts_contradict import facts_contradict
from intranet.checks.problem import Level

# The sample tells three fields only; these sums are asked for where no field is told.
FIELDS = {f"dossiers.by_field.{slug}.{leaf}": None for slug in ("ho-tich", "chung-thuc", "ho-kinh-doanh")
          for leaf in ("received", "resolved", "resolved_late")}  # fmt: skip
BREAKS = [
    ("sum-dossiers-received", {"dossiers.received_online": 1500}),
    ("sum-dossiers-balance", {"dossiers.opening": 96}),
    ("sum-dossiers-resolved", {"dossiers.resolved_early": 1467}),
    ("sum-dossiers-pending", {"dossiers.pending_in_time": 14}),
    ("sum-procedures", {"procedures.online_total": 3}),
    ("sum-feedback", {"feedback.handled": 5}),
    ("sum-satisfaction", {"satisfaction.satisfied": 12}),
    ("sum-staff", {"staff.desk": 3}),
]


def rules(values) -> set[str]:
    facts = quarter(FIELDS | values)
    problems = list(facts_contradict(paper("Không có gì đáng nói.", facts=facts)))
    assert all(problem.level is Level.ERROR and problem.figures for problem in problems)
    return {problem.rule for problem in problems}


@pytest.mark.parametrize(("rule", "values"), BREAKS, ids=[rule for rule, _ in BREAKS])
def test_a_sum_that_does_not_hold_is_told_by_its_rule(rule, values):
    assert rule in rules(values)


def test_the_real_quarter_adds_up():
    assert not rules({})


@pytest.mark.parametrize("missing", ["dossiers.received_online", "dossiers.paused", "staff.total"])
def test_a_sum_of_which_a_part_is_missing_says_nothing(missing):
    assert not rules({missing: None})


def test_without_our_figures_there_is_nothing_to_tell():
    assert not told(facts_contradict(paper("Tiếp nhận 3 hồ sơ, trong đó trực tuyến 1 hồ sơ, trực tiếp 1 hồ sơ.")))
