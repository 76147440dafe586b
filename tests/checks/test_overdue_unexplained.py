"""overdue-unexplained: late dossiers of ours without a case, a cause or an explanation."""

from dataclasses import replace

import pytest
from checks.corpus import paper, told
from quarter import OVERDUE, quarter

from intranet.checks.overdue_unexplained import overdue_unexplained
from intranet.checks.problem import Level
from intranet.figures.fact import Origin
from intranet.figures.facts import Facts

EXPLAINED = tuple(replace(note, is_explained=True) for note in OVERDUE)


def recorded(**change) -> Facts:
    """The quarter with its cases counted by the register."""
    cases = change.get("overdue", OVERDUE)
    facts = quarter({"overdue.explained": sum(case.is_explained for case in cases)}, **change)
    explained = replace(facts.figures["overdue.explained"], origin=Origin.RECORDS)
    return replace(facts, figures={**facts.figures, "overdue.explained": explained})


def test_where_only_their_number_is_missing_that_is_asked_for_as_a_figure():
    unknown = recorded(overdue=EXPLAINED)
    figures = {
        **unknown.figures,
        "overdue.late": replace(unknown.figures["overdue.late"], value=None, origin=Origin.MISSING),
    }
    facts = replace(unknown, figures=figures)
    assert not told(overdue_unexplained(paper("Có …… hồ sơ quá hạn.", facts=facts, is_own=True)))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (recorded(overdue=()), "11 hồ sơ quá hạn; sổ hồ sơ quá hạn chưa có hồ sơ nào"),
        (recorded(), "sổ hồ sơ quá hạn có 11 hồ sơ, 11 đã có nguyên nhân, 10 đã giải trình"),
        (recorded(overdue=EXPLAINED[:9]), "sổ hồ sơ quá hạn có 9 hồ sơ"),
        (recorded(overdue=(replace(EXPLAINED[0], cause=""), *EXPLAINED[1:])), "10 đã có nguyên nhân"),
        (quarter({"overdue.explained": 7}), "Còn 4 hồ sơ quá hạn chưa có nguyên nhân và giải trình"),
    ],
    ids=["no case", "one not explained", "two without a case", "one without a cause", "typed, no register"],
)
def test_late_dossiers_that_nobody_explained_are_told(facts, said):
    (problem,) = overdue_unexplained(paper("Có 11 hồ sơ quá hạn.", facts=facts, is_own=True))
    assert (problem.rule, problem.level) == ("overdue-unexplained", Level.ERROR) and said in problem.message


@pytest.mark.parametrize(
    "known",
    [
        {"facts": recorded(overdue=EXPLAINED), "is_own": True},
        {"facts": quarter({"overdue.explained": 11}), "is_own": True},
        {"facts": recorded(overdue=())},
        {},
    ],
    ids=["all explained", "typed as explained", "another office's text", "no records"],
)
def test_what_is_explained_or_not_ours_stays_silent(known):
    assert not told(overdue_unexplained(paper("Có 11 hồ sơ quá hạn.", **known)))
