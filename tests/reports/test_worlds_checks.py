"""The checks never accuse what the system composed itself, and find every wrong number that is typed into it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from world_text import without_starters
from worlds import World, in_every_world

from intranet.checks.causes import grouped
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem
from intranet.checks.rules import problems
from intranet.figures.facts import Facts
from intranet.reports.marks.figures import MARK
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import Section, of_facts

# These ask for what is missing: a figure, a text, a cause, a record, a reason.
ASKING = {
    *("figure-missing", "section-empty", "annex-missing", "trainings-without-record", "inspections-without-record"),
    *("overdue-unexplained", "late-without-cause", "corrective-overdue", "opening-differs-from-closing"),
}
# These read how people wrote the records that the report tells; the worlds are full of odd words.
OF_WORDS = {
    *("placeholder-left", "citation-type", "citation-unknown", "citation-superseded", "heading-gap", "spelling"),
    *("terminology", "personal-data"),
}
A_WORLD = 4  # how many numbers are changed in each


def sections_of(facts: Facts) -> tuple[Section, ...]:
    return of_facts(facts, without_starters(facts))


def found_in(facts: Facts, sections: tuple[Section, ...]) -> tuple[Paper, tuple[Problem, ...]]:
    composed = printed(sections_of(facts), facts)
    manuscript = manuscript_of(printed(sections, facts), composed=composed)
    paper = Paper(manuscript, facts.period, facts, is_own=True, legal=facts.legal)
    return paper, problems(paper)


@in_every_world
def test_what_is_composed_of_facts_is_accused_of_nothing(world: World):
    _, found = found_in(world.facts, sections_of(world.facts))
    fitting = set() if lies_within(world.facts) else {"date-outside-period"}
    accused = [one for one in found if one.rule not in ASKING | OF_WORDS | fitting and one.spots]
    assert not accused


def lies_within(facts: Facts) -> bool:
    """Whether the records are of the period, as one of the worlds by name has those of another year."""
    return all(facts.period.start <= one.started_on <= facts.period.end for one in facts.trainings)


@in_every_world
def test_a_wrong_number_typed_over_a_figure_is_found(world: World):
    for sections, wrong in changed(world.facts):
        paper, found = found_in(world.facts, sections)
        assert any(covers(paper, one, wrong) for one in found if one.level is Level.ERROR), wrong


def changed(facts: Facts) -> Iterator[tuple[tuple[Section, ...], str]]:
    """The sections with one figure changed to a number that no figure has, and that number; a few of each world."""
    sections = sections_of(facts)
    places = [
        (section, match)
        for section in sections
        for match in MARK.finditer(section.text)
        if ":" not in match[1] and facts.value(match[1].strip()) is not None
    ]
    for order in range(min(A_WORLD, len(places))):
        section, match = places[order * len(places) // A_WORLD]
        wrong = f"7{order}3.519"
        text = f"{section.text[: match.start()]}{wrong}{section.text[match.end() :]}"
        yield tuple(replace(one, text=text) if one.key == section.key else one for one in sections), wrong


def covers(paper: Paper, problem: Problem, wrong: str) -> bool:
    return any(paper.manuscript.paragraphs[it.place].text[it.start : it.end] == wrong for it in problem.spots)


@in_every_world
def test_every_finding_stands_in_one_group_and_the_right_number_mends_the_whole_group(world: World):
    """Of a report with one wrong number: what stands with it is not found where the right one stands."""
    right = messages(found_in(world.facts, sections_of(world.facts))[1])
    for sections, wrong in islice(changed(world.facts), 1):
        paper, found = found_in(world.facts, sections)
        groups = grouped(paper, found)
        assert sorted(map(id, found)) == sorted(id(one) for group in groups for one in group.problems)
        for group in groups:
            if group.head.rule == "figure-contradicts" and covers(paper, group.head, wrong):
                assert not messages(group.problems) & right


def messages(found: Iterable[Problem]) -> set[tuple[str, str, str]]:
    return {(one.rule, one.section, one.message) for one in found}
