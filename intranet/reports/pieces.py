"""A text in pieces: words, and printed figures that still know which fact they print. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from intranet.figures.facts import Facts
from intranet.reports.marks.figures import MARK, Reference, printed_figure, reference
from intranet.reports.marks.words import with_words, without_word_marks
from intranet.reports.wording import with_period


@dataclass(frozen=True)
class Piece:
    """Words, or a figure as it is printed; with a `reason`, a value that somebody wrote for this one place."""

    text: str
    figure: str = ""
    reason: str = ""


Pieces = tuple[Piece, ...]


def pieces_of(line: str, facts: Facts, in_table: bool = False) -> Pieces:
    """One line in pieces, with each figure and each name of the period in place of its mark."""
    return tuple(piece for piece in _pieces(with_period(with_words(line, facts), facts.period), facts, in_table))


def _pieces(line: str, facts: Facts, in_table: bool) -> Iterator[Piece]:
    end = 0
    for match in MARK.finditer(line):
        if match.start() > end:
            yield Piece(line[end : match.start()])
        it, end = reference(match[1]), match.end()
        yield Piece(printed_figure(it, facts.figures.get(it.name), in_table), it.name, it.reason or "")
    if end < len(line):
        yield Piece(line[end:])


def text_of(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def references(text: str) -> tuple[Reference, ...]:
    """Every figure a text refers to, as often as it does; tables and charts aside."""
    marks = MARK.findall(without_word_marks(text))
    return tuple(reference(mark) for mark in marks if not mark.startswith(("table:", "chart:")))
