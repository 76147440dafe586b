"""What a check finds: which rule, how grave, where it stands and what to do about it. Pure."""

import hashlib
from dataclasses import dataclass

from intranet.checks.rule_names import name_of
from intranet.kernel.labels import Labelled
from intranet.reading.manuscript import Paragraph

AROUND = 60  # characters of the paragraph shown before and after what is wrong


class Level(Labelled):
    """An error blocks submission until it is mended or waived."""

    ERROR = "error", "Lỗi"
    WARNING = "warning", "Cảnh báo"
    INFO = "info", "Gợi ý"


@dataclass(frozen=True)
class Spot:
    """Characters `start` to `end` of the manuscript's paragraph of that place."""

    place: int
    start: int
    end: int


@dataclass(frozen=True)
class Problem:
    """One finding. `section` is the path of the heading above it, "II.3.1", "" where it concerns the whole report.

    `spots` are what the page marks up, the first of them what the problem is about; `context` is the whole paragraph of
    that one. `figures` are the facts that contradict, for the link to where to mend it;
    `records` the numbers of records it concerns.
    """

    rule: str
    level: Level
    message: str
    section: str = ""
    excerpt: str = ""
    spots: tuple[Spot, ...] = ()
    figures: tuple[str, ...] = ()
    context: str = ""
    records: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What its rule is called."""
        return name_of(self.rule)

    @property
    def key(self) -> str:
        """What a waiver of it is bound to: another text or another figure makes it another problem."""
        told = "\n".join((self.rule, self.section, self.message, self.context))
        return hashlib.sha256(told.encode()).hexdigest()


def found(
    rule: str,
    level: Level,
    message: str,
    paragraph: Paragraph,
    start: int = 0,
    end: int | None = None,
    others: tuple[Spot, ...] = (),
    figures: tuple[str, ...] = (),
) -> Problem:
    """A problem at characters of a paragraph, the whole of it where none are given; `others` are marked as well."""
    end = len(paragraph.text) if end is None else end
    spots = (Spot(paragraph.place, start, end), *others)
    told = excerpt(paragraph.text, start, end)
    return Problem(rule, level, message, paragraph.section, told, spots, figures, paragraph.text)


def excerpt(text: str, start: int, end: int) -> str:
    """What is wrong with the words around it, cut between words."""
    left = max(start - AROUND, 0)
    right = min(max(end, start) + AROUND, len(text))
    left = text.find(" ", left, start) + 1 if left and " " in text[left:start] else left
    right = text.rfind(" ", end, right) if right < len(text) and " " in text[end:right] else right
    return f"{'… ' if left else ''}{text[left:right].strip()}{' …' if right < len(text) else ''}"
