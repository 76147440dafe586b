"""Whole reports: the real quarter, quarters of nothing, of ones, of blanks."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quarter import FIELDS, FIGURES, all_the_same, facts_of, nothing_known, quarter

from intranet.figures.facts import Facts
from intranet.kernel.period import Period
from intranet.reports.markup import figures_in, missing, mistakes, printed, tables_in
from intranet.reports.outlines.headings import Heading, parse
from intranet.reports.plain_text import plain_text
from intranet.reports.sections.compose import compose
from intranet.reports.sections.composers import COMPOSERS
from intranet.reports.tables import TABLES

OUTLINE = parse((Path(__file__).parents[2] / "migrations" / "data" / "outline_2026.txt").read_text(encoding="utf-8"))
STARTERS = {heading.key: heading.starter for heading in OUTLINE}
QUARTERS = {
    "the real one": quarter(),
    "all zero": all_the_same(0),
    "all one": all_the_same(1),
    "all two": all_the_same(2),
    "many": all_the_same(12_345),
    "nothing known": nothing_known(),
}

# The names others rely on; of a field and of a cause, whatever the office calls them.
CONTRACT = """
dossiers.      opening received received_online received_direct received_postal resolved resolved_early resolved_on_time
               resolved_late pending pending_in_time pending_late rejected paused carried_over
procedures.    total one_stop interlinked postal online_full online_partial online_total on_site published
inspections.   done planned findings findings_closed corrective_overdue
proposals.     made approved cost_before cost_after cost_saved saving_rate
trainings.     courses participants hours
overdue.       late explained unexplained apologies
internal_procedures.  effective drafting
documents.     issued
feedback.      opening received on_regulation on_conduct handled published pending
satisfaction.  ratings very_satisfied satisfied neutral dissatisfied very_dissatisfied very_satisfied_rate
               satisfied_rate
digitisation.  due done rate
payments.      total online online_rate amount
impact.        assessed issued
staff.         total leaders controllers desk
equipment.     computers scanners printers
focal.         ward_leaders centre_leaders centre_officers units
discipline.    rewarded disciplined
"""
BY_FIELD = re.compile(r"dossiers\.by_field\.[a-z0-9-]+\.(received|resolved|resolved_late|in_time_rate)")
BY_CAUSE = re.compile(r"overdue\.(by_cause\.[A-Z0-9-]+|by_side\.(internal|external)|without_cause)")


# Shares that only tables tell; each follows from two figures of the contract.
SHARES = {
    "dossiers.in_time_rate",
    *(f"satisfaction.{leaf}_rate" for leaf in ("neutral", "dissatisfied", "very_dissatisfied")),
}


def names_of_the_contract() -> set[str]:
    group, names = "", set()
    for word in CONTRACT.split():
        if word.endswith("."):
            group = word
        else:
            names.add(group + word)
    return names


def text_of(facts: Facts) -> str:
    return plain_text(printed(compose(facts, OUTLINE, STARTERS), facts))


def named_in(facts: Facts) -> set[str]:
    texts = [section.text for section in compose(facts, OUTLINE, STARTERS)]
    tables = [name for text in texts for name in tables_in(text)]
    cells = [cell for name in tables for row in TABLES[name](facts).rows for cell in row]
    return set(figures_in("\n".join([*texts, *cells])))


@pytest.mark.parametrize("facts", QUARTERS.values(), ids=QUARTERS)
def test_the_text_reads_clean(facts):
    text = text_of(facts)
    assert "None" not in text
    assert not re.search(r"[ \u00a0]{2}| [.,;:)]|\( |,,|\.\.(?!/)|;\.|,\.", text)
    assert not re.search(r"[{}]|\[\[|\]\]", text)
    for opening, closing in ("()", "“”"):
        assert text.count(opening) == text.count(closing)
    assert text.endswith("./.\n")


@pytest.mark.parametrize("facts", QUARTERS.values(), ids=QUARTERS)
def test_every_line_ends_as_a_sentence_or_leads_on_to_a_list(facts):
    for section in printed(compose(facts, OUTLINE, STARTERS), facts):
        for block, following in pairwise([*section.blocks, None]):
            if block.kind == "table":
                continue
            assert block.text[-1] in ".;:", block.text
            leads_on = following is not None and following.kind == "item"
            assert (block.text[-1] == ":") <= leads_on, block.text
            assert (block.text[-1] == ";") <= (block.kind == "item" and leads_on), block.text


@pytest.mark.parametrize("facts", QUARTERS.values(), ids=QUARTERS)
def test_every_sentence_begins_with_a_capital_or_a_figure(facts):
    for section in printed(compose(facts, OUTLINE, STARTERS), facts):
        for block in section.blocks:
            for sentence in re.split(r"(?<=[^.]\.) ", block.text):
                assert not sentence or sentence[0].isupper() or sentence[0] in "0123456789…(", sentence


@pytest.mark.parametrize("facts", QUARTERS.values(), ids=QUARTERS)
def test_every_figure_named_is_one_of_the_contract(facts):
    names = named_in(facts)
    unknown = {name for name in names if not BY_FIELD.fullmatch(name) and not BY_CAUSE.fullmatch(name)}
    assert unknown <= names_of_the_contract() | SHARES
    assert not [mistake for section in compose(facts, OUTLINE, STARTERS) for mistake in mistakes(section.text, names)]


@pytest.mark.parametrize("facts", QUARTERS.values(), ids=QUARTERS)
def test_no_section_that_composes_itself_is_empty(facts):
    silent = {
        section.key for section in compose(facts, OUTLINE, STARTERS) if not section.text and section.key in COMPOSERS
    }
    assert silent == set()


def test_the_sample_reaches_every_figure_that_is_typed():
    assert set(FIGURES) - named_in(quarter()) <= {
        "overdue.explained",  # told by what is left unexplained
        "digitisation.due",  # all done: told as one figure
        "payments.total",
        "overdue.by_cause.KQ-01",  # 0
        "impact.assessed",  # 0, as all of these
        "impact.issued",
        "feedback.opening",
        "feedback.on_regulation",
        "feedback.on_conduct",  # the only one: told in words
        "feedback.pending",
        "inspections.corrective_overdue",
        "discipline.disciplined",
    }


def test_a_blank_is_missing_and_a_full_quarter_misses_nothing():
    assert missing(compose(quarter(), OUTLINE, STARTERS), quarter()) == {}
    blanks = missing(compose(nothing_known(), OUTLINE, STARTERS), nothing_known())
    assert blanks["impact_assessment"] == ("impact.assessed", "impact.issued")
    assert {"dossiers.received", "dossiers.pending"} <= set(blanks["dossiers"])


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries({name: st.none() | st.sampled_from([0, 1, 2, 30]) for name in FIGURES}))
def test_any_figures_compose_to_a_text_without_marks(values):
    text = text_of(facts_of(values))
    assert not re.search(r"None|[{}\[\]]| {2}| [.,;:)]", text)


def test_titles_follow_the_period():
    last = {
        section.key: section.title for section in compose(quarter(period=Period.parse("2026-Y")), OUTLINE, STARTERS)
    }
    assert last["text.outlook"] == "Phương hướng, nhiệm vụ năm 2027"


def test_a_composed_section_follows_the_figures_and_ends_with_what_it_takes_over():
    outline = (Heading("impact_assessment", 1, "I", "A"),)
    (section,) = compose(quarter(), outline, {"impact_assessment": "Căn cứ."})
    assert section.text == "Trong kỳ không phát sinh việc đánh giá tác động quy định về TTHC.\nCăn cứ."


def test_figures_stay_by_name_so_that_kept_text_follows_them():
    before = compose(quarter(), OUTLINE, STARTERS)
    after = quarter({"dossiers.received": 1570, "dossiers.received_online": 1570})
    assert "Trong kỳ tiếp nhận 1.570 hồ sơ" in plain_text(printed(before, after))


def test_names_of_fields_come_from_the_office():
    assert {slug for slug, _ in FIELDS} == {name.split(".")[2] for name in FIGURES if BY_FIELD.fullmatch(name)}
