"""Which numbered paragraphs of a text stand beside one another: those beneath one heading, of one kind. Pure."""

import re
from dataclasses import dataclass, field

from intranet.reading.layout import CAPITAL, WORD_NUMBERS
from intranet.reading.manuscript import Manuscript, Paragraph

LETTERS = "abcdđeghiklmnopqrstuvxy"
PART_LETTERS = "ABCDĐE"
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
RUN_IN_TITLE = re.compile(r"[^:.;]{3,120}:\s")
TITLE = re.compile(rf"[{CAPITAL}“\"(]")


@dataclass
class NumberedGroup:
    """Numbered paragraphs beneath one heading, of one kind; `is_open` where its beginning may lie outside the text."""

    parent: Paragraph | None
    is_open: bool
    members: list[Paragraph] = field(default_factory=list)

    @property
    def last(self) -> int:
        return rank(self.members[-1]) if self.members else 0


Path = list[tuple[float, Paragraph, NumberedGroup]]


def rank(paragraph: Paragraph) -> int:
    """The place a number names among its siblings: 2 for II, 3.2, b), B, "thứ hai"; 0 for a title without one."""
    own = paragraph.number.rsplit(".", 1)[-1]
    if own.isdigit() or not own:
        return int(own or 0)
    if set(own) <= ROMAN_VALUES.keys():
        values = [ROMAN_VALUES[letter] for letter in own]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    if " " in own:
        word = own.split()[-1].lower()
        return WORD_NUMBERS.index("tư" if word == "bốn" else word) + 1
    return (PART_LETTERS if own.isupper() else LETTERS).find(own) + 1


def prefix(paragraph: Paragraph) -> str:
    """The number of the heading it says it stands under: 3 of 3.2, II of II.3."""
    return paragraph.number.rpartition(".")[0]


def is_letter(paragraph: Paragraph) -> bool:
    """Whether it is numbered a), b) …: so are lists as well as headings."""
    return paragraph.number.split(".")[0] in LETTERS


def is_firm(paragraph: Paragraph) -> bool:
    """Whether it is a heading for certain, be it one with its text behind a colon; a sentence may begin with "15."."""
    if paragraph.kind == "heading" and not paragraph.text.endswith("."):
        return True
    return bool(TITLE.match(paragraph.title) and RUN_IN_TITLE.match(paragraph.title))


def groups_of(manuscript: Manuscript) -> list[NumberedGroup]:
    """The numbered paragraphs of the body, each beside its siblings; those of another part stand by themselves."""
    groups: list[NumberedGroup] = []
    path: Path = []
    before = None
    for paragraph in manuscript.body:
        if paragraph.number:
            _place(paragraph, path, groups, before is not None and before.text.endswith(":"))
        elif paragraph.kind == "heading":
            path = [(float(paragraph.level), paragraph, NumberedGroup(None, True))]
        before = paragraph
    return groups


def _place(paragraph: Paragraph, path: Path, groups: list[NumberedGroup], is_list: bool) -> None:
    """Put a paragraph beside those it goes on from, in the innermost group of its level that it fits."""
    place = rank(paragraph)
    open_groups = [one for one in path if int(one[0]) == paragraph.level and prefix(one[1]) == prefix(paragraph)]
    fitting = [one for one in open_groups if place == one[2].last + 1]
    if fitting:
        level, _, group = fitting[-1]
    elif is_list and place == 1 and open_groups:
        level, group = path[-1][0] + 0.5, _new_group(paragraph, path[-1][1], groups)
    elif not _counts(paragraph, open_groups[-1][2] if open_groups else None):
        return
    elif open_groups:
        level, _, group = open_groups[0]
    else:
        level, group = float(paragraph.level), None
    path[:] = [one for one in path if one[0] < level]
    group = group or _begun(paragraph, path, groups)
    group.members.append(paragraph)
    path.append((level, paragraph, group))


def _counts(paragraph: Paragraph, group: NumberedGroup | None) -> bool:
    """Whether a number that does not go on from the last is a numbering all the same, not a sentence's beginning."""
    if is_letter(paragraph):
        return _letter_counts(paragraph, group)
    if is_firm(paragraph) or rank(paragraph) == 1:
        return True
    return group is not None and 0 <= rank(paragraph) - group.last <= 2 and bool(TITLE.match(paragraph.title))


def _letter_counts(paragraph: Paragraph, group: NumberedGroup | None) -> bool:
    place, starts_anew = rank(paragraph), paragraph.number[0] == "a"
    if not place or not TITLE.match(paragraph.title):
        return False
    return starts_anew or place <= (group.last if group else 0) + 3


def _begun(paragraph: Paragraph, path: Path, groups: list[NumberedGroup]) -> NumberedGroup:
    parent = path[-1][1] if path else None
    group = next((one for one in reversed(groups) if one.parent is parent and _is_same(one, paragraph)), None)
    if group is not None and not (is_letter(paragraph) and rank(paragraph) == 1):
        return group
    return _new_group(paragraph, parent, groups)


def _is_same(group: NumberedGroup, paragraph: Paragraph) -> bool:
    first = group.members[0]
    return first.level == paragraph.level and prefix(first) == prefix(paragraph)


def _new_group(paragraph: Paragraph, parent: Paragraph | None, groups: list[NumberedGroup]) -> NumberedGroup:
    """Beneath the first heading of an extract, or where a whole text counts on, a group need not begin at 1."""
    alike = [one for one in groups if one.members[0].level == paragraph.level]
    counts_on = bool(alike) and alike[-1].last + 1 == rank(paragraph)
    is_extract = parent is None or (len(groups) == 1 and len(groups[0].members) == 1 and rank(parent) > 1)
    groups.append(NumberedGroup(parent, is_extract or counts_on or rank(paragraph) > 2))
    return groups[-1]
