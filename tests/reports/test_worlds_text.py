"""What a report says in every world: it composes, prints the values of its figures, and denies only what is zero."""

import re
from collections.abc import Iterator

from claims import CLAIMS, SAID_WHERE_ZERO, denies, zero
from world_registers import WITH_MARKS
from world_text import CARRIED_TO, as_printed, printed_report, without_starters
from worlds import CAUSE_NAMES, FIELD_NAMES, World, in_every_world

from intranet.figures.facts import Facts
from intranet.reports.markup import PrintedSection
from intranet.reports.pieces import Piece
from intranet.reports.plain_text import plain_text

SENTENCES = re.compile(r"(?<=[.;:])\s+|\n")


@in_every_world
def test_the_text_composes_and_prints_without_a_mark_left(world: World):
    text = plain_text(printed_report(world.facts))
    assert not re.search(r"\{\{|\}\}|\[\[|\]\]|\bNone\b|Decimal|table:|chart:|so với:|phụ lục:|văn bản:", text)
    assert text.endswith("./.\n")


@in_every_world
def test_every_figure_printed_is_the_value_of_its_fact(world: World):
    for piece, in_table in figures_printed(printed_report(world.facts, without_starters(world.facts))):
        assert piece.text == as_printed(world.facts.figures.get(piece.figure), in_table), piece.figure


def figures_printed(sections: tuple[PrintedSection, ...]) -> Iterator[tuple[Piece, bool]]:
    """Each figure in the text the sections compose, and whether it stands in a table."""
    for section in sections:
        if section.key == CARRIED_TO:
            continue  # prints figures in other ways
        for block in section.blocks:
            yield from ((piece, False) for piece in block.pieces if piece.figure)
            for row in block.cells:
                yield from ((piece, True) for cell in row for piece in cell if piece.figure)


@in_every_world
def test_the_text_denies_only_what_is_known_to_be_zero(world: World):
    for sentence in denials(world.facts):
        conditions = [is_true for words, is_true in CLAIMS.items() if re.search(words, sentence)]
        assert conditions, f"claims.py does not know when this is true: {sentence}"
        assert all(is_true(world.facts) for is_true in conditions), sentence


@in_every_world
def test_marks_in_the_words_of_people_are_only_words(world: World):
    text = plain_text(printed_report(world.facts, without_starters(world.facts)))
    received = as_printed(world.facts.figures["dossiers.received"], in_table=False)
    for words in (WITH_MARKS, FIELD_NAMES["ky"], CAUSE_NAMES["HT"][0]):
        as_marks = words.replace("{{dossiers.received}}", received).replace("[[kỳ]]", world.facts.period.label)
        assert as_marks not in text


@in_every_world
def test_what_is_known_to_be_zero_is_said_to_be(world: World):
    said = "\n".join(denials(world.facts))
    for words, names in SAID_WHERE_ZERO.items():
        assert words in said or not zero(*names)(world.facts), words


def denials(facts: Facts) -> list[str]:
    """The sentences sections compose that say that something is not, or that it is all of something."""
    sections = [section for section in printed_report(facts, without_starters(facts)) if section.key != CARRIED_TO]
    lines = [block.text for section in sections for block in section.blocks]
    sentences = [sentence for line in lines for sentence in SENTENCES.split(line)]
    return [sentence for sentence in sentences if denies(sentence)]
