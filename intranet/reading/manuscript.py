"""A report's text as paragraphs: what each is, under which heading, in which part of the document.

Reads the text of any office's report, wrapped or not, with or without the frame of an official document. Our own
report comes in with its figures bound: a `Bound` says which fact printed which characters. Pure.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from typing import Literal

from intranet.reading.layout import (
    BULLET,
    CLOSED,
    TAIL,
    Numbered,
    begins_annex,
    begins_body,
    folded_paragraphs,
    has_frame,
    is_capitals,
    names_annex,
    numbered,
)

Kind = Literal["heading", "paragraph", "item", "note", "row"]
Part = Literal["head", "body", "tail", "annex"]
LETTERS = tuple("ABCDĐE")
CHAPTER = re.compile(r"^[IVX]+\.(?=\d)")  # II of II.3.1


@dataclass(frozen=True)
class Bound:
    """Characters that print a fact: by its name and, where it is a deliberate one-off value, the reason for it."""

    start: int
    end: int
    figure: str
    reason: str = ""


@dataclass(frozen=True)
class TypedOver:
    """Characters that a person typed where the system prints a figure, and how it prints it."""

    start: int
    end: int
    figure: str
    printed: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `place` counts from 0, `line` is its first line in the text, from 1.

    `section` is the path of the heading it stands under, "" above the first; of a heading its own path. `number` is
    what a numbered paragraph begins with, as written. A `row` holds cells with tabs between.

    `is_own` where the system composed it of facts and records: its figures are the bound ones, and what else it says
    are the words of records. `typed_over` is where a person changed such a paragraph. `carried_from` says where one
    comes from that nobody has confirmed for its period.
    """

    place: int
    line: int
    text: str
    kind: Kind = "paragraph"
    part: Part = "body"
    section: str = ""
    number: str = ""
    level: int = 0
    bound: tuple[Bound, ...] = ()
    is_own: bool = False
    typed_over: tuple[TypedOver, ...] = ()
    carried_from: str = ""

    def figure_at(self, place: int) -> str:
        """The figure this character belongs to: the one that printed it, or that is printed there otherwise."""
        spans: tuple[Bound | TypedOver, ...] = (*self.bound, *self.typed_over)
        return next((it.figure for it in spans if it.start <= place < it.end), "")

    def bound_at(self, place: int) -> Bound | None:
        """What printed the character of this place, None where a person wrote it."""
        return next((it for it in self.bound if it.start <= place < it.end), None)

    @property
    def title(self) -> str:
        """A heading's words without its number."""
        return self.text[self.number_ends :].lstrip(" .)/:–-") if self.number else self.text

    @property
    def number_ends(self) -> int:
        """Where the number ends that it begins with: after "Phần II", "3.1"."""
        return self.text.find(self.number) + len(self.number)


@dataclass(frozen=True)
class Manuscript:
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        return tuple(it for it in self.paragraphs if it.part == "body")

    @cached_property
    def headings(self) -> tuple[Paragraph, ...]:
        return tuple(it for it in self.paragraphs if it.kind == "heading" and it.part == "body")

    @cached_property
    def prose(self) -> tuple[Paragraph, ...]:
        """What is said in sentences: neither headings nor rows of a table, nor what stands beside the report itself."""
        return tuple(it for it in self.body if it.kind not in ("heading", "row"))

    def part(self, part: Part) -> tuple[Paragraph, ...]:
        return tuple(it for it in self.paragraphs if it.part == part)

    def under(self, heading: Paragraph) -> tuple[Paragraph, ...]:
        """What stands beneath a heading, down to the next one of its level or above."""
        below: list[Paragraph] = []
        for paragraph in self.paragraphs[heading.place + 1 :]:
            if paragraph.part != heading.part or (paragraph.kind == "heading" and paragraph.level <= heading.level):
                break
            below.append(paragraph)
        return tuple(below)


def read(text: str) -> Manuscript:
    """The paragraphs of a text as somebody pasted it; text is taken in NFC."""
    text = unicodedata.normalize("NFC", text)
    lines = tuple(folded_paragraphs(text))
    return Manuscript(tuple(_placed(lines, _style(lines), "head" if has_frame(text) else "body")))


@dataclass(frozen=True)
class _Style:
    """How a text numbers its chapters: under parts, under letters that are parts, by capitals alone."""

    has_parts: bool
    has_letters: bool
    has_capitals: bool
    within: int  # how many levels are numbered II.1, II.1.1, above 1. and a)

    def numbered(self, text: str) -> Numbered | None:
        """What a paragraph begins with; all below a part stands one level lower where chapters begin anew in each."""
        head = numbered(text)
        if head is None or (head.is_part and len(head.number) == 1 and head.number in LETTERS and not self.has_letters):
            return None
        lower = 0 if head.is_part else int(self.has_parts)
        lower += 0 if head.level == 1 or CHAPTER.match(head.number) else self.within
        return replace(head, level=head.level + lower)


def _style(lines: Sequence[tuple[int, str]]) -> _Style:
    before_tail = takewhile(lambda line: not TAIL.match(line[1]), lines)
    heads = [(head, text) for _, text in before_tail if (head := numbered(text)) and head.is_title]
    letters = {head.number for head, _ in heads if head.is_part and head.number in LETTERS}
    has_letters = len(letters) > 1 or any(it.is_part and it.number in LETTERS and text.isupper() for it, text in heads)
    top = [head for head, _ in heads if head.level == 1 and (has_letters or head.number not in LETTERS)]
    parts = {head.number for head in top if head.is_part}
    chapters = {head.number for head in top if not head.is_part and not CHAPTER.match(head.number)}
    is_above = bool(chapters) and top[0].is_part and (len(parts) > 1 or bool(parts & chapters))
    within = max((head.number.count(".") for head, _ in heads if CHAPTER.match(head.number)), default=0)
    return _Style(is_above, has_letters, not top, within)


def _placed(lines: Sequence[tuple[int, str]], style: _Style, part: Part) -> Iterator[Paragraph]:
    path: dict[int, str] = {}
    is_closed = False
    for place, (line, text) in enumerate(lines):
        head = style.numbered(text)
        part = _part(part, text, head, is_closed)
        is_closed = is_closed or text.endswith(CLOSED)
        paragraph = Paragraph(place, line, text, _kind(text, part, head), part)
        if part == "body" and head is not None:
            paragraph = replace(paragraph, number=head.number, level=head.level)
        elif part == "body" and style.has_capitals and paragraph.kind == "paragraph" and is_capitals(text):
            paragraph = replace(paragraph, kind="heading", level=1)
        if paragraph.kind == "heading":
            above = {level: number for level, number in path.items() if level < paragraph.level}
            path = above | {paragraph.level: paragraph.number}
        yield replace(paragraph, section=section_path(path) if part == "body" else "")


def _part(part: Part, text: str, head: Numbered | None, is_closed: bool) -> Part:
    """The part goes on only forwards: head, body, tail, annex."""
    if part == "head":
        return "body" if begins_body(text, head is not None) else "head"
    if part in ("body", "tail") and begins_annex(text):
        return "annex" if part == "tail" or text.isupper() or (is_closed and names_annex(text)) else part
    return "tail" if part == "body" and TAIL.match(text) else part


def _kind(text: str, part: Part, head: Numbered | None) -> Kind:
    if "\t" in text:
        return "row"
    if part == "body" and head is not None and head.is_title:
        return "heading"
    if BULLET.match(text):
        return "item"
    return "note" if text.startswith("Chú thích:") else "paragraph"


def section_path(path: dict[int, str]) -> str:
    """II, II.5, II.3.1: a number with a dot holds that of the one above already."""
    told: list[str] = []
    for level in sorted(path):
        number = CHAPTER.sub("", path[level])
        if "." in number and told and told[-1][:1].isdigit():
            told[-1] = number
        elif number:
            told.append(number)
    return ".".join(told)
