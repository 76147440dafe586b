"""Where the numbers of a list, (1), (2), or "thứ nhất", "thứ hai", do not follow one another. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from intranet.reading.layout import WORD_NUMBERS
from intranet.reading.manuscript import Manuscript, Paragraph

WORDS = ("một", *WORD_NUMBERS[1:])
ITEM = re.compile(r"(?:^|(?<=[:;.,]\s)|(?<=và\s))\((?P<place>\d{1,2})\)(?=\s*[^\W\d])")
THIRD = re.compile(
    rf"^(?:[-+•]\s*)?thứ\s+(?P<place>{'|'.join(WORD_NUMBERS)}|bốn)(?=\s*[,:–-]|\s+là(?!\w))", re.IGNORECASE
)
FIRST = re.compile(rf"^(?:[-+•]\s*)?(?P<place>{'|'.join(WORDS)}|bốn)\s+là(?=\s*[,:–-])", re.IGNORECASE)
WIDEST_GAP = 3


@dataclass(frozen=True)
class ListFault:
    kind: Literal["repeated", "gap"]
    paragraph: Paragraph
    start: int
    end: int
    message: str


@dataclass
class _Run:
    """A list under way: the numbers met and the paragraph of the last."""

    seen: list[int] = field(default_factory=list)
    at: int = -1

    def fault(self, place: int, at: int) -> Literal["", "repeated", "gap"]:
        """What is wrong with the next number, which the run then goes on from."""
        before, last = self.seen, self.seen[-1] if self.seen else 0
        begins_anew = place == 1 and not (before == [1] and at == self.at + 1)
        if begins_anew:
            self.seen, self.at = [1], at
            return ""
        if not before or place > last + WIDEST_GAP:
            return ""
        self.seen, self.at = [*before, max(place, last)], at
        if place in before:
            return "repeated"
        return "gap" if place != last + 1 else ""


def list_faults(manuscript: Manuscript) -> Iterator[ListFault]:
    """Beneath one heading, each list in order; one that begins at 1 is another."""
    runs: dict[re.Pattern[str], _Run] = {}
    for paragraph in manuscript.body:
        if paragraph.kind == "heading":
            runs = {}
        if paragraph.kind in ("heading", "row"):
            continue
        for pattern in (ITEM, THIRD, FIRST):
            run = runs.setdefault(pattern, _Run())
            for match in pattern.finditer(paragraph.text):
                kind = run.fault(_place(match["place"].lower()), paragraph.place)
                if kind:
                    start, end = match.span("place")
                    yield ListFault(kind, paragraph, start, end, _message(kind, match[0].strip("- +•")))


def _place(word: str) -> int:
    if word.isdigit():
        return int(word)
    word = {"một": "nhất", "bốn": "tư"}.get(word, word)
    return WORD_NUMBERS.index(word) + 1


def _message(kind: str, number: str) -> str:
    if kind == "repeated":
        return f"Ý {number} đã có ở trên. Hãy đánh số lại các ý từ đây."
    return f"Ý {number} không nối tiếp ý trước. Hãy bổ sung ý thiếu hoặc đánh số lại."
