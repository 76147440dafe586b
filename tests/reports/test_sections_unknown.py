"""A first report is short and true: of what nobody counted it asks for one figure, and asserts nothing."""

import re

import pytest
from quarter import nothing_known
from world_text import WITHOUT_STARTERS
from worlds import World, in_every_world

from intranet.figures.facts import Facts
from intranet.reports.markup import figures_in, printed
from intranet.reports.sections.compose import of_facts

# A subject, and the figures by which it is asked for while none of it is known.
ASKED = {
    "documents": {"documents.issued"},
    "focal": {"focal.ward_leaders", "focal.centre_leaders", "focal.centre_officers", "focal.units"},
    "impact": {"impact.assessed", "impact.issued"},
    "procedures": {"procedures.total", "procedures.on_site"},
    "proposals": {"proposals.made"},
    "internal_procedures": {"internal_procedures.effective"},
    "feedback": {"feedback.received"},
    "dossiers": {
        *("dossiers.opening", "dossiers.received", "dossiers.resolved", "dossiers.pending"),
        "dossiers.received_online",
    },
    "staff": {"staff.total"},
    "satisfaction": {"satisfaction.ratings"},
    "digitisation": {"digitisation.due"},
    "payments": {"payments.total"},
    "inspections": {"inspections.done"},
    "trainings": {"trainings.courses"},
    "discipline": {"discipline.rewarded", "discipline.disciplined"},
    "overdue": {"overdue.late"},
}
# Tied to others: that no dossier is known to be late says something of late ones, people of their equipment.
TIED = {"overdue": ("dossiers",), "dossiers": ("overdue",), "staff": ("equipment",), "trainings": ()}
OF_RECORDS = ("inspections", "trainings", "proposals", "procedures", "overdue")


def named_in(facts: Facts) -> set[str]:
    return {name for section in of_facts(facts, WITHOUT_STARTERS) for name in figures_in(section.text)}


def test_of_a_period_of_which_nothing_is_known_each_subject_is_asked_for_and_no_more():
    assert named_in(nothing_known()) == {name for names in ASKED.values() for name in names}
    sections = printed(of_facts(nothing_known(), WITHOUT_STARTERS), nothing_known())
    lines = [block.text for section in sections for block in section.blocks]
    assert not re.search(r"giảm|tiết kiệm|thư xin lỗi|khắc phục|chưa |không |đều ", "\n".join(lines))
    assert {block.kind for section in sections for block in section.blocks} == {"paragraph"}


@pytest.mark.parametrize("subject", ASKED)
def test_a_subject_is_asked_for_by_figures_there_are(subject):
    assert ASKED[subject] <= set(nothing_known().figures)


@in_every_world
def test_of_a_subject_nobody_counted_no_more_is_said_than_what_is_asked(world: World):
    facts = world.facts
    if any(getattr(facts, name) for name in OF_RECORDS):
        return  # records are told, counted or not
    for subject, asked in ASKED.items():
        if not facts.know(subject, *TIED.get(subject, ())):
            assert {name for name in named_in(facts) if name.startswith(f"{subject}.")} <= asked
