"""Where the numbers of headings do not follow one another. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from intranet.checks.structure.numbering import (
    LETTERS,
    PART_LETTERS,
    ROMAN_VALUES,
    NumberedGroup,
    groups_of,
    is_letter,
    prefix,
    rank,
)
from intranet.reading.layout import WORD_NUMBERS
from intranet.reading.manuscript import CHAPTER, Manuscript, Paragraph

UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = tuple(f"{tens}{unit}" for tens in ("", "X", "XX") for unit in UNITS)


@dataclass(frozen=True)
class Fault:
    kind: Literal["repeated", "gap"]
    paragraph: Paragraph
    message: str


def faults(manuscript: Manuscript) -> Iterator[Fault]:
    for group in groups_of(manuscript):
        yield from _misplaced(group)
        yield from _disordered(group)


def _misplaced(group: NumberedGroup) -> Iterator[Fault]:
    first = group.members[0]
    if group.parent is not None and not _may_stand_under(first, group.parent):
        message = f"Mục {first.number} đứng dưới mục {group.parent.number}. Hãy đánh lại số cho khớp với mục trên."
        yield Fault("gap", first, message)


def _may_stand_under(first: Paragraph, parent: Paragraph) -> bool:
    """Whether the number before the last dot is that of the heading above; II does not say what it stands under."""
    said, above = prefix(first), parent.number
    if not said or not above or said[:1].isdigit() != CHAPTER.sub("", above)[:1].isdigit():
        return True
    return said in (above, CHAPTER.sub("", above))


def _disordered(group: NumberedGroup) -> Iterator[Fault]:
    """Numbers met twice, and numbers left out; a number written twice explains one that is left out beside it."""
    written = Counter(rank(one) for one in group.members)
    seen: set[int] = set()
    last = 0 if _starts_at_one(group) else rank(group.members[0]) - 1
    repeats = 0
    for one in group.members:
        place = rank(one)
        if place in seen:
            repeats += 1
            yield Fault("repeated", one, f"Mục {one.number} đã có ở trên. Hãy đánh số lại các mục từ đây.")
        elif message := (_out_of_place(one, last, group.members[0]) or _left_out(one, last, repeats, written)):
            yield Fault("gap", one, message)
        repeats = 0 if place == last + 1 else repeats
        seen.add(place)
        last = max(last, place)


def _out_of_place(one: Paragraph, last: int, first: Paragraph) -> str:
    """What to say of a number below that of the first of its siblings."""
    if rank(one) >= rank(first) or rank(one) == last + 1:
        return ""
    return f"Mục {one.number} đứng sau mục {first.number}. Hãy đánh lại số các mục."


def _starts_at_one(group: NumberedGroup) -> bool:
    first = group.members[0]
    is_under = group.parent is None or not prefix(first) or _is_same_chapter(prefix(first), group.parent.number)
    return is_under and not group.is_open


def _is_same_chapter(said: str, above: str) -> bool:
    return said == above or CHAPTER.sub("", above) == said


def _left_out(one: Paragraph, last: int, repeats: int, written: Counter[int]) -> str:
    """What to say of the numbers between the last and this one; "" where none is left out."""
    place = rank(one)
    missing = [number for number in range(last + 1, place) if not _may_be_left_out(one, number)]
    if len(missing) <= repeats + written[place] - 1:
        return ""
    if all(number in written for number in missing):
        return f"Mục {one.number} đứng trước mục {_numbered(one, missing[0])}. Hãy xếp lại thứ tự các mục."
    told = ", ".join(_numbered(one, number) for number in missing if number not in written)
    return f"Trước mục {one.number} thiếu mục {told}. Hãy bổ sung mục thiếu hoặc đánh số lại."


def _may_be_left_out(one: Paragraph, number: int) -> bool:
    """đ after d is left out by many, and j, w, z stand in no list of ours."""
    if one.number in PART_LETTERS:
        return PART_LETTERS[number - 1 : number] == "Đ"
    return is_letter(one) and not prefix(one) and LETTERS[number - 1 : number] == "đ"


def _numbered(like: Paragraph, number: int) -> str:
    """The number of a sibling, written as this one's."""
    own = like.number.rsplit(".", 1)[-1]
    if own.isdigit():
        return f"{prefix(like)}.{number}" if prefix(like) else str(number)
    if " " in own:
        return f"thứ {WORD_NUMBERS[number - 1]}"
    if own.isupper():
        return ROMANS[number] if set(own) <= ROMAN_VALUES.keys() else PART_LETTERS[number - 1]
    return LETTERS[number - 1]
