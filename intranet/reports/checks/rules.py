"""Every rule, in the order its findings are told. Pure."""

from collections.abc import Callable, Iterator

from intranet.reports.checks.figure_contradicts import figure_contradicts
from intranet.reports.checks.figure_missing import figure_missing
from intranet.reports.checks.figure_not_in_facts import figure_not_in_facts
from intranet.reports.checks.figure_repeated_differs import figure_repeated_differs
from intranet.reports.checks.paper import Paper
from intranet.reports.checks.problem import Problem
from intranet.reports.checks.rate_without_base import rate_without_base
from intranet.reports.checks.rate_wrong import rate_wrong
from intranet.reports.checks.sum_dossiers_balance import sum_dossiers_balance
from intranet.reports.checks.sum_dossiers_pending import sum_dossiers_pending
from intranet.reports.checks.sum_dossiers_received import sum_dossiers_received
from intranet.reports.checks.sum_dossiers_resolved import sum_dossiers_resolved
from intranet.reports.checks.sum_feedback import sum_feedback
from intranet.reports.checks.sum_procedures import sum_procedures
from intranet.reports.checks.sum_satisfaction import sum_satisfaction
from intranet.reports.checks.sum_staff import sum_staff

Rule = Callable[[Paper], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    sum_dossiers_received,
    sum_dossiers_balance,
    sum_dossiers_resolved,
    sum_dossiers_pending,
    sum_procedures,
    sum_feedback,
    sum_satisfaction,
    sum_staff,
    figure_contradicts,
    figure_repeated_differs,
    figure_not_in_facts,
    figure_missing,
    rate_wrong,
    rate_without_base,
)


def problems(paper: Paper) -> tuple[Problem, ...]:
    """What every rule finds, each finding once, in the order of the text within its rule."""
    return tuple(dict.fromkeys(problem for rule in RULES for problem in rule(paper)))
