"""A paragraph cut into sentences, and a sentence into clauses of one figure each. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from intranet.reading.layout import CAPITAL
from intranet.reading.numerals import Numeral

Opener = Literal["", ",", ";", "(", ")", ":", "of", "all"]

SENTENCE_END = re.compile(rf"(?<=[.!?…])[”\"')]*\s+(?=[“\"(]?[{CAPITAL}0-9])")
CUTS = re.compile(
    r"[;()]|(?<!phản ánh),|:(?!\s*\d)|\s[-–+]\s|"
    r"(?<!\w)(?:trong đó|trong số đó|trong số này|bao gồm|gồm|cụ thể(?: là)?|chia ra)(?!\w)(?:\s+có)?",
    re.IGNORECASE,
)
LINKS = re.compile(
    r"(?<!\w)(?:và|còn|với|trên tổng số|trên tổng|trong tổng số|trên|trong khi|có|thì)(?!\w)", re.IGNORECASE
)
WHOLE_OF = re.compile(r"tr(?:ên|ong) tổng|trên$", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """Characters `start` to `end` of a paragraph, how they join what stands before, and the numerals in them."""

    opener: Opener
    start: int
    end: int
    numerals: tuple[Numeral, ...] = ()
    is_base: bool = field(default=False)  # "trên tổng số 235 phiếu": what the figure before is a share of


def sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def clauses(text: str, start: int, end: int, numerals: Sequence[Numeral]) -> Iterator[Clause]:
    """The clauses of a sentence in order, each with one counting numeral at most."""
    inside = [one for one in numerals if start <= one.start and one.end <= end]
    opener: Opener = ""
    left = start
    for match in CUTS.finditer(text, start, end):
        if any(one.start < match.end() and match.start() < one.end for one in inside):
            continue
        yield from _split(text, Clause(opener, left, match.start(), _held(inside, left, match.start())))
        opener, left = _opener(match[0].strip().lower()), match.end()
    yield from _split(text, Clause(opener, left, end, _held(inside, left, end)))


def _held(numerals: Sequence[Numeral], start: int, end: int) -> tuple[Numeral, ...]:
    return tuple(one for one in numerals if start <= one.start and one.end <= end)


def _opener(mark: str) -> Opener:
    if mark in (",", ";", "(", ")", ":"):
        return mark  # type: ignore[return-value]  # these very marks
    if mark in ("-", "–", "+"):
        return ";"
    return "of" if mark.startswith(("trong đó", "trong số")) else "all"


def _split(text: str, clause: Clause) -> Iterator[Clause]:
    """Several figures with no mark between them part at "và", "trên tổng số" and the like, else after the first."""
    counting = [one for one in clause.numerals if one.counts or one.is_money]
    if len(counting) < 2:
        yield clause
        return
    opener, left = clause.opener, clause.start
    is_base = False
    for one, following in pairwise(counting):
        links = list(LINKS.finditer(text, one.end, following.start))
        colon = text.find(":", one.end, following.start)
        cut = colon if colon >= 0 else links[-1].start() if links else _after_unit(text, one.end, following.start)
        yield Clause(opener, left, cut, _held(clause.numerals, left, cut), is_base)
        opener, left = (":" if colon >= 0 else ","), cut
        is_share = "%" in text[one.end : following.start]
        is_base = colon < 0 and not is_share and bool(links and WHOLE_OF.match(links[-1][0]))
    yield Clause(opener, left, clause.end, _held(clause.numerals, left, clause.end), is_base)


def _after_unit(text: str, start: int, end: int) -> int:
    """The end of the two words after a numeral."""
    match = re.compile(r"\s*\S+\s+\S+").match(text, start, end)
    return match.end() if match else start
