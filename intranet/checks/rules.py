"""Every rule, in the order its findings are told. Pure."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from intranet.checks.approval_pending import approval_pending
from intranet.checks.arithmetic.rate_without_base import rate_without_base
from intranet.checks.arithmetic.rate_wrong import rate_wrong
from intranet.checks.arithmetic.sum_dossiers_balance import sum_dossiers_balance
from intranet.checks.arithmetic.sum_dossiers_pending import sum_dossiers_pending
from intranet.checks.arithmetic.sum_dossiers_received import sum_dossiers_received
from intranet.checks.arithmetic.sum_dossiers_resolved import sum_dossiers_resolved
from intranet.checks.arithmetic.sum_feedback import sum_feedback
from intranet.checks.arithmetic.sum_procedures import sum_procedures
from intranet.checks.arithmetic.sum_satisfaction import sum_satisfaction
from intranet.checks.arithmetic.sum_staff import sum_staff
from intranet.checks.arithmetic.sum_table import sum_table
from intranet.checks.citation_superseded import citation_superseded
from intranet.checks.citation_type import citation_type
from intranet.checks.citation_unknown import citation_unknown
from intranet.checks.claim_contradicts import claim_contradicts
from intranet.checks.corrective_overdue import corrective_overdue
from intranet.checks.date_outside_period import date_outside_period
from intranet.checks.facts_contradict import facts_contradict
from intranet.checks.figure_contradicts import figure_contradicts
from intranet.checks.figure_missing import figure_missing
from intranet.checks.figure_not_in_facts import figure_not_in_facts
from intranet.checks.figure_repeated_differs import figure_repeated_differs
from intranet.checks.figure_unbound import figure_unbound
from intranet.checks.figures_stale import figures_stale
from intranet.checks.inspections_without_record import inspections_without_record
from intranet.checks.late_without_cause import late_without_cause
from intranet.checks.opening_differs_from_closing import opening_differs_from_closing
from intranet.checks.overdue_unexplained import overdue_unexplained
from intranet.checks.paper import Paper
from intranet.checks.period_reversed import period_reversed
from intranet.checks.period_window import period_window
from intranet.checks.personal_data import personal_data
from intranet.checks.problem import Problem
from intranet.checks.relative_date import relative_date
from intranet.checks.spelling import spelling
from intranet.checks.structure.annex_missing import annex_missing
from intranet.checks.structure.heading_gap import heading_gap
from intranet.checks.structure.heading_repeated import heading_repeated
from intranet.checks.structure.placeholder_left import placeholder_left
from intranet.checks.structure.section_empty import section_empty
from intranet.checks.terminology import terminology
from intranet.checks.text_unconfirmed import text_unconfirmed
from intranet.checks.trainings_without_record import trainings_without_record
from intranet.checks.window_differs import window_differs

Rule = Callable[[Paper], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    period_window,
    period_reversed,
    date_outside_period,
    window_differs,
    relative_date,
    facts_contradict,
    sum_dossiers_received,
    sum_dossiers_balance,
    sum_dossiers_resolved,
    sum_dossiers_pending,
    opening_differs_from_closing,
    sum_procedures,
    sum_feedback,
    sum_satisfaction,
    sum_staff,
    sum_table,
    figure_contradicts,
    figure_repeated_differs,
    figure_not_in_facts,
    figure_unbound,
    figure_missing,
    placeholder_left,
    rate_wrong,
    rate_without_base,
    late_without_cause,
    inspections_without_record,
    trainings_without_record,
    claim_contradicts,
    section_empty,
    text_unconfirmed,
    heading_repeated,
    heading_gap,
    annex_missing,
    citation_superseded,
    citation_type,
    citation_unknown,
    personal_data,
    spelling,
    terminology,
    overdue_unexplained,
    approval_pending,
    corrective_overdue,
    figures_stale,
)


@lru_cache(maxsize=32)
def problems(paper: Paper) -> tuple[Problem, ...]:
    """What every rule finds, each finding once, in the order of the text within its rule.

    Kept for the papers last read: a report is looked at far more often than it changes.
    """
    found = dict.fromkeys(problem for rule in RULES for problem in rule(paper))
    return tuple(problem for problem in found if not _is_of_facts(paper, problem))


def _is_of_facts(paper: Paper, problem: Problem) -> bool:
    """Whether it is a sum of facts as they are printed: facts_contradict holds these against each other, once."""
    return problem.rule.startswith("sum-") and bool(problem.spots) and paper.are_facts(problem.spots)
