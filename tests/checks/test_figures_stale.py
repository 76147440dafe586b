"""figures-stale: exports that do not tell of the whole of a period that is over, or are old while one is running."""

from datetime import date

import pytest
from checks.corpus import paper, told
from quarter import quarter

from intranet.checks.figures_stale import figures_stale
from intranet.checks.problem import Level
from intranet.figures.notes import ExportNote

AFTER, WITHIN = date(2026, 3, 16), date(2026, 2, 20)


def found(*newest: date, today: date = AFTER, **known):
    exports = tuple(ExportNote(f"Hệ thống {number}", day) for number, day in enumerate(newest, 1))
    return tuple(figures_stale(paper("", facts=quarter(exports=exports), today=today, **{"is_own": True} | known)))


@pytest.mark.parametrize("day", [date(2025, 12, 20), date(2026, 3, 10), date(2026, 3, 14)])
def test_an_export_that_ends_with_a_period_that_is_over_or_before_it_is_told_by_its_system(day):
    (problem,) = found(day)
    assert (problem.rule, problem.level) == ("figures-stale", Level.WARNING)
    assert "“Hệ thống 1” mới đến ngày" in problem.message and "sau ngày 14/03/2026" in problem.message


def test_of_several_systems_only_those_that_lag_are_told():
    (problem,) = found(date(2026, 3, 15), date(2026, 3, 9))
    assert "“Hệ thống 2” mới đến ngày 09/03/2026" in problem.message


def test_an_export_after_the_end_stays_silent_however_long_ago_it_was_made():
    assert not found(date(2026, 3, 15), today=date(2027, 1, 1))


@pytest.mark.parametrize(("day", "level"), [(date(2026, 2, 12), Level.INFO), (date(2025, 11, 1), Level.INFO)])
def test_while_a_period_runs_an_old_export_is_a_hint_and_no_accusation(day, level):
    (problem,) = found(day, today=WITHIN)
    assert problem.level is level and "đang diễn ra" in problem.message


@pytest.mark.parametrize("day", [date(2026, 2, 13), date(2026, 2, 20)])
def test_while_a_period_runs_an_export_of_the_last_week_stays_silent(day):
    assert not found(day, today=WITHIN)


def test_before_a_period_begins_nobody_waits_for_its_exports():
    assert not found(date(2025, 11, 1), today=date(2025, 12, 14))


def test_on_its_last_day_a_period_is_still_running():
    assert not found(date(2026, 3, 12), today=date(2026, 3, 14))


def test_another_text_or_one_without_facts_stays_silent():
    assert not found(date(2026, 3, 10), is_own=False)
    assert not told(figures_stale(paper("", is_own=True, today=AFTER)))
