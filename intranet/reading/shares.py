"""Percentages, each with the figure it follows and the words before it. Pure."""

import re
from collections.abc import Sequence

from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph
from intranet.reading.mentions import Mention, Share
from intranet.reading.numerals import Numeral

ENDS = re.compile(r"[;(:]|\d[\d.,]*%?")


def share_of(paragraph: Paragraph, one: Numeral, sentence: tuple[int, int], mentions: Sequence[Mention]) -> Share:
    """The percentage with the last figure of its sentence; its words go back to the last mark or number."""
    bound = paragraph.bound_at(one.start)
    last = len(mentions) - 1
    near = last >= 0 and mentions[last].place == paragraph.place and mentions[last].start >= sentence[0]
    before = small(paragraph.text)[sentence[0] : one.start]
    ends = [match.end() for match in ENDS.finditer(before)]
    return Share(
        paragraph.place,
        one.start,
        one.end,
        paragraph.section,
        one.value,
        one.decimals,
        before[ends[-1] if ends else 0 :],
        sentence,
        last if near else None,
        bound.figure if bound else "",
    )
