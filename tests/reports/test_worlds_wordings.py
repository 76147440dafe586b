"""What a person types into a composed report is read as any text is: in every world the wordings of a rule are found.

The wordings are those of the rules' own tests, of the first quarter of 2026; so are the worlds.
"""

from dataclasses import replace
from importlib import import_module

import pytest
from checks.corpus import LEGAL
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quarter import nothing_known, quarter
from world_text import WITHOUT_STARTERS
from worlds import IS_LONGER, WORLDS, worlds

from intranet.checks.paper import Paper
from intranet.checks.rules import RULES, problems
from intranet.figures.facts import Facts
from intranet.kernel.period import Period
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import Section, of_facts

Q1 = Period.parse("2026-Q1")
TYPED_INTO = "text.supervision"
# Where the records or figures answer, these have nothing to ask.
ANSWERED_BY_RECORDS = {"late_without_cause", "inspections_without_record", "trainings_without_record"}
# These need figures to hold the words against; without any there is nothing known that is contradicted.
NEEDS_FIGURES = {"figure_contradicts", "figure_unbound"}
# What is typed about a known figure is held against that first.
GRAVER = {"figure-contradicts", "claim-contradicts"}
# These ask no words of one place: the records, the figures, the form of the whole report, the report before.
OF_THE_WHOLE = {
    *("facts_contradict", "overdue_unexplained", "approval_pending", "corrective_overdue", "text_unconfirmed"),
    "figures_stale",
    *("sum_table", "section_empty", "heading_repeated", "heading_gap", "opening_differs_from_closing"),
    "annex_missing",
}
OF_WORDS = [rule.__name__ for rule in RULES if rule.__name__ not in OF_THE_WHOLE]
A_RULE = 3  # wordings of a rule that are tried, each in another world
IN_TURN = settings(
    max_examples=WORLDS if IS_LONGER else A_RULE,
    deadline=None,
    database=None,
    derandomize=not IS_LONGER,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def wordings(rule: str) -> list[str]:
    """Those that can be typed into a section: without headings of their own, without tables and marks."""
    texts = (text.removeprefix("I. A\n") for text in import_module(f"checks.test_{rule}").FIRES)
    apart = ("\nI", "\nBÁO CÁO", "\t", "{{")
    return [text for text in texts if not any(mark in f"\n{text}" for mark in apart)]


def found(facts: Facts, typed: str) -> set[str]:
    """The rules that tell of what was typed into a section of the composed report."""
    sections = of_facts(facts, WITHOUT_STARTERS)
    written = tuple(replace(it, text=typed) if it.key == TYPED_INTO else it for it in sections)
    manuscript = manuscript_of(printed(written, facts), composed=printed(sections, facts))
    paper = Paper(manuscript, facts.period, facts, is_own=True, legal=facts.legal)
    lines = {line.strip() for line in typed.splitlines()}
    return {problem.rule for problem in problems(paper) if problem.context in lines}


@pytest.mark.parametrize("rule", [name for name in OF_WORDS if name not in ANSWERED_BY_RECORDS | NEEDS_FIGURES])
def test_in_every_world_what_a_rule_finds_in_a_text_it_finds_in_our_report(rule):
    @IN_TURN
    @given(world=worlds((Q1,)), typed=st.sampled_from(wordings(rule)))
    def holds(world, typed):
        facts = replace(world.facts, legal=LEGAL)
        assert found(facts, typed) & ({rule.replace("_", "-")} | GRAVER)

    holds()


@pytest.mark.parametrize("rule", sorted(ANSWERED_BY_RECORDS))
def test_what_records_would_answer_is_found_where_there_are_none(rule):
    assert all(rule.replace("_", "-") in found(nothing_known(), typed) for typed in wordings(rule)[:A_RULE])


@pytest.mark.parametrize("rule", sorted(NEEDS_FIGURES))
def test_what_is_held_against_figures_is_found_where_there_are_some(rule):
    assert all(rule.replace("_", "-") in found(quarter(), typed) for typed in wordings(rule)[:A_RULE])


def structure(facts: Facts, sections: tuple[Section, ...]) -> set[str]:
    manuscript = manuscript_of(printed(sections, facts))
    return {problem.rule for problem in problems(Paper(manuscript, facts.period, facts, is_own=True))}


@IN_TURN
@given(world=worlds((Q1,)))
def test_in_every_world_a_broken_outline_is_found(world):
    """Headings are numbered by the outline, so none can be there twice by its number."""
    told = "Nội dung do cán bộ viết."
    whole = tuple(replace(it, text=it.text or told) for it in of_facts(world.facts, WITHOUT_STARTERS))
    without = tuple(it for it in whole if it.key != "text.communication")
    empty = tuple(replace(it, text="" if it.key == "text.communication" else it.text) for it in whole)
    assert "heading-gap" in structure(world.facts, without)
    assert "section-empty" in structure(world.facts, empty)


@IN_TURN
@given(world=worlds((Q1,)), typed=st.sampled_from(wordings("annex_missing")))
def test_in_every_world_a_form_that_is_not_there_is_found(world, typed):
    assert "annex-missing" in found(replace(world.facts, annexes=()), typed)
