"""Where a person typed a number over a figure the system prints: a changed paragraph beside what was composed. Pure."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from intranet.reading.manuscript import Bound, TypedOver
from intranet.reports.pieces import Pieces, text_of

NUMBER = r"\d+(?:[.,]\d+)*"
TOKENS = re.compile(rf"({NUMBER})|\w+|[^\w\s]")
LIKE = 0.6  # how much of two paragraphs has to be the same words for the one to be the other, changed

Token = tuple[str, int, int]  # what is compared, and where it stands


def typed_over(text: str, bounds: Sequence[Bound], composed: Sequence[Pieces]) -> tuple[TypedOver, ...]:
    """The numbers of a text that stand where the likeliest of the composed paragraphs prints a figure."""
    tokens = list(_tokens(text))
    matcher = SequenceMatcher(None, [], [word for word, _, _ in tokens], autojunk=False)
    if (likeliest := _likeliest(matcher, composed)) is None:
        return ()
    return tuple(_over(text, tokens, bounds, likeliest, matcher))


def _likeliest(matcher: SequenceMatcher[str], composed: Sequence[Pieces]) -> Pieces | None:
    """The composed paragraph that has most of the text's words, where it has enough of them; `matcher` is set to it."""
    likeness, likeliest = LIKE, None
    for pieces in composed:
        matcher.set_seq1([word for word, _, _ in _tokens(text_of(pieces))])
        if matcher.real_quick_ratio() >= likeness and matcher.quick_ratio() >= likeness:
            ratio = matcher.ratio()
            if ratio > likeness or (likeliest is None and ratio == likeness):
                likeness, likeliest = ratio, pieces
    if likeliest is not None:
        matcher.set_seq1([word for word, _, _ in _tokens(text_of(likeliest))])
    return likeliest


def _over(
    text: str, tokens: list[Token], bounds: Sequence[Bound], pieces: Pieces, matcher: SequenceMatcher[str]
) -> Iterator[TypedOver]:
    printed = text_of(pieces)
    theirs, figures = list(_tokens(printed)), dict(_figures(pieces))
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            _, begin, stop = theirs[block.a + offset]
            _, start, end = tokens[block.b + offset]
            is_bound = any(bound.start <= start < bound.end for bound in bounds)
            if begin in figures and not is_bound:
                yield TypedOver(start, end, figures[begin], printed[begin:stop])


def _figures(pieces: Pieces) -> Iterator[tuple[int, str]]:
    """The figures that print one number and nothing else, by where each begins."""
    end = 0
    for piece in pieces:
        if piece.figure and re.fullmatch(NUMBER, piece.text):
            yield end, piece.figure
        end += len(piece.text)


def _tokens(text: str) -> Iterator[Token]:
    """The words of a text; every number counts as the same word."""
    for match in TOKENS.finditer(text):
        yield ("0" if match[1] else match[0].lower()), match.start(), match.end()
