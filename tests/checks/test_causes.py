"""Findings of one cause stand together, those of different causes never; each finding stands in exactly one group."""

from dataclasses import replace

import pytest
from checks.corpus import paper
from quarter import quarter

from intranet.checks.causes import ProblemGroup, causes, grouped
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, Spot
from intranet.checks.rules import problems
from intranet.figures.fact import Origin
from intranet.figures.facts import Facts

FACTS = quarter()


def with_figures(**values: int) -> Facts:
    """The quarter with other figures, each a name with __ for the dot."""
    changed = {
        name.replace("__", "."): replace(FACTS.figures[name.replace("__", ".")], value=value, origin=Origin.ENTERED)
        for name, value in values.items()
    }
    return replace(FACTS, figures={**FACTS.figures, **changed})


def rules_of(text: str, facts: Facts | None = FACTS) -> list[set[str]]:
    """The rules of each group about the text; the figures of the quarter have faults of their own."""
    groups = causes(paper(text, facts=facts))
    return [{one.rule for one in group.problems} for group in groups if group.head.spots]


def the_one_with(rule: str, groups: list[set[str]]) -> set[str]:
    (group,) = [one for one in groups if rule in one]
    return group


WRONG_PART = "Đã giải quyết 1.488 hồ sơ, trong đó trước hạn 1.477 hồ sơ, quá hạn 19 hồ sơ."
WRONG_TOTAL = "Đã giải quyết 1.500 hồ sơ, trong đó trước hạn 1.477 hồ sơ, quá hạn 11 hồ sơ."
TWO_WRONG = "Đã giải quyết 1.500 hồ sơ, trong đó trước hạn 1.477 hồ sơ, quá hạn 19 hồ sơ."


@pytest.mark.parametrize("text", [WRONG_PART, WRONG_TOTAL])
def test_a_wrong_number_and_the_sum_it_spoils_are_one(text):
    group = the_one_with("figure-contradicts", rules_of(text))
    assert group >= {"figure-contradicts", "sum-dossiers-resolved"}


def test_a_number_that_differs_from_the_right_one_elsewhere_goes_with_the_wrong_one():
    text = f"I. KẾT QUẢ\n{WRONG_TOTAL}\nII. ĐÁNH GIÁ\nCơ quan đã giải quyết 1.488 hồ sơ."
    group = the_one_with("figure-repeated-differs", rules_of(text))
    assert group == {"figure-contradicts", "sum-dossiers-resolved", "figure-repeated-differs"}


def test_a_sum_of_two_wrong_numbers_stands_alone():
    groups = rules_of(TWO_WRONG)
    assert the_one_with("sum-dossiers-resolved", groups) == {"sum-dossiers-resolved"}
    assert [group for group in groups if "figure-contradicts" in group] == [{"figure-contradicts"}] * 2


def test_two_numbers_that_are_both_wrong_differ_for_themselves():
    text = "I. KẾT QUẢ\nĐã giải quyết 1.500 hồ sơ.\nII. ĐÁNH GIÁ\nCơ quan đã giải quyết 1.600 hồ sơ."
    assert the_one_with("figure-repeated-differs", rules_of(text)) == {"figure-repeated-differs"}


def test_a_sum_that_the_right_number_would_not_mend_stands_alone():
    facts = with_figures(dossiers__resolved=1489)  # 1.477 + 11 is not that either
    groups = rules_of(WRONG_TOTAL, facts)
    assert {"sum-dossiers-resolved"} in groups and {"figure-contradicts"} in groups


def test_a_sum_with_a_number_that_nobody_knows_stands_alone():
    unknown = replace(FACTS.figures["dossiers.resolved_early"], value=None, origin=Origin.MISSING)
    facts = replace(FACTS, figures={**FACTS.figures, "dossiers.resolved_early": unknown})
    assert {"sum-dossiers-resolved"} in rules_of(WRONG_TOTAL, facts)


def test_without_facts_nobody_knows_which_number_is_wrong():
    text = f"{WRONG_TOTAL}\nCơ quan đã giải quyết 1.488 hồ sơ."
    assert {"sum-dossiers-resolved"} in rules_of(text, None) and {"figure-repeated-differs"} in rules_of(text, None)


def test_the_same_wrong_number_in_two_places_is_one_and_another_one_is_not():
    same = "I. KẾT QUẢ\nTrong kỳ tiếp nhận 1.586 hồ sơ.\nII. ĐÁNH GIÁ\nTrong kỳ tiếp nhận 1.586 hồ sơ."
    assert rules_of(same) == [{"figure-contradicts"}]
    assert len(causes(paper(same, facts=FACTS))[-1].problems) == 2
    other = same.replace("1.586", "1.590", 1)
    assert rules_of(other).count({"figure-contradicts"}) == 2


@pytest.mark.parametrize("times", [1, 10])
def test_one_slip_is_one_however_often_it_is_made(times):
    text = "\n".join(f"Phường {number} đã sát nhập." for number in range(times))
    (group,) = causes(paper(text))
    assert len(group.problems) == times


def test_two_slips_are_two():
    assert rules_of("Đã sát nhập. Không để xảy ra những nhiễu.") == [{"spelling"}] * 2


def a_problem(rule: str, message: str, *figures: str, level: Level = Level.ERROR, section: str = "") -> Problem:
    return Problem(rule, level, message, section, figures=figures)


def groups_of(*found: Problem, facts: Facts | None = FACTS) -> list[tuple[Problem, ...]]:
    return [group.problems for group in grouped(Paper(paper("Nội dung.").manuscript, facts=facts), found)]


def test_one_missing_figure_named_in_four_sections_is_one():
    places = [
        a_problem("figure-missing", "Chưa có số liệu “Phiếu”.", "satisfaction.ratings", section=f"{number}")
        for number in range(4)
    ]
    other = a_problem("figure-missing", "Chưa có số liệu “Hồ sơ”.", "dossiers.received")
    assert groups_of(*places, other) == [tuple(places), (other,)]


@pytest.mark.parametrize("rule", ["figure-missing", "personal-data", "section-empty", "rate-wrong", "placeholder-left"])
def test_the_same_words_about_different_things_are_not_one(rule):
    """A blank, a person, a section is another one in another place, though the sentence is the same."""
    one, other = (a_problem(rule, "Hãy bỏ đi.", section=section) for section in "12")
    assert groups_of(one, other) == [(one,), (other,)]


def late(**found: int) -> tuple[Problem, Problem, Facts]:
    text = Problem("late-without-cause", Level.ERROR, "Chưa nêu nguyên nhân.", spots=(Spot(0, 0, 3),))
    register = a_problem("overdue-unexplained", "Chưa giải trình.", "overdue.late")
    none = {name: 0 for name in FACTS.figures if name.startswith("overdue.by_cause.")}
    return text, register, with_figures(**{name.replace(".", "__", 2): 0 for name in none} | found)


def test_late_dossiers_without_any_known_cause_are_one_in_text_and_register():
    text, register, facts = late()
    assert groups_of(text, register, facts=facts) == [(text, register)]


def test_a_text_that_leaves_out_a_known_cause_stands_by_itself():
    text, register, _ = late()
    assert groups_of(text, register) == [(text,), (register,)]


def test_causes_that_do_not_add_up_are_another_matter():
    text, register, facts = late()
    counts = replace(text, spots=(Spot(0, 0, 3), Spot(0, 4, 6)))
    assert groups_of(counts, register, facts=facts) == [(counts,), (register,)]


def test_a_group_is_headed_by_what_says_it_most_directly():
    (group,) = [one for one in causes(paper(WRONG_TOTAL, facts=FACTS)) if len(one.problems) > 1]
    assert group.head.rule == "figure-contradicts" and group.problems[0].rule == "sum-dossiers-resolved"
    assert group.places == (group.head,) and set(group.follow) == set(group.problems) - {group.head}
    hint, error = (a_problem("spelling", "Hãy sửa.", level=level) for level in (Level.INFO, Level.ERROR))
    assert ProblemGroup((hint, error)).head is error


def test_every_finding_stands_in_exactly_one_group():
    read = paper(f"I. KẾT QUẢ\n{TWO_WRONG}\nĐã sát nhập, sát nhập.\nIII. KHÁC\n{WRONG_PART}", facts=FACTS)
    told = [problem for group in causes(read) for problem in group.problems]
    assert len(told) == len(problems(read)) and set(told) == set(problems(read))


def test_mending_the_number_of_a_group_mends_all_of_it():
    """What the careful conditions stand for, asked of the rules themselves."""
    text = f"I. KẾT QUẢ\n{WRONG_TOTAL}\nII. ĐÁNH GIÁ\nCơ quan đã giải quyết 1.488 hồ sơ."
    (group,) = [one for one in causes(paper(text, facts=FACTS)) if one.head.rule == "figure-contradicts"]
    left = problems(paper(text.replace("1.500", "1.488"), facts=FACTS))
    assert not {one.message for one in group.problems} & {one.message for one in left}
