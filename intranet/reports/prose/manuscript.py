"""A report's text as paragraphs: what each is, under which heading, in which part of the document. Pure.

Reads the text of any office's report, wrapped or not, with or without the frame of an official document. Our own
report comes in with its figures bound: a `Bound` says which fact printed which characters.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from intranet.reports.prose.layout import (
    BULLET,
    TAIL,
    Numbered,
    begins_annex,
    begins_body,
    folded_paragraphs,
    has_frame,
    numbered,
)

Kind = Literal["heading", "paragraph", "item", "note", "row"]
Part = Literal["head", "body", "tail", "annex"]


@dataclass(frozen=True)
class Bound:
    """Characters that print a fact: by its name and, where it is a deliberate one-off value, the reason for it."""

    start: int
    end: int
    figure: str
    reason: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `place` counts from 0, `line` is its first line in the text, from 1.

    `section` is the path of the heading it stands under, "" above the first; of a heading its own path. `number` is
    what a numbered paragraph begins with, as written. A `row` holds cells with tabs between.
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

    def bound_at(self, place: int) -> Bound | None:
        """What printed the character of this place, None where a person wrote it."""
        return next((it for it in self.bound if it.start <= place < it.end), None)

    @property
    def title(self) -> str:
        """A heading's words without its number."""
        return self.text[len(self.number) :].lstrip(" .)/-") if self.number else self.text


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
    return Manuscript(tuple(_placed(folded_paragraphs(text), "head" if has_frame(text) else "body")))


def _placed(paragraphs: Iterator[tuple[int, str]], part: Part) -> Iterator[Paragraph]:
    path: dict[int, str] = {}
    for place, (line, text) in enumerate(paragraphs):
        head = numbered(text)
        part = _part(part, text, head)
        paragraph = Paragraph(place, line, text, _kind(text, part, head), part)
        if part == "body" and head is not None:
            paragraph = replace(paragraph, number=head.number, level=head.level)
        if head is not None and paragraph.kind == "heading":
            path = {level: number for level, number in path.items() if level < head.level} | {head.level: head.number}
        yield replace(paragraph, section=section_path(path) if part == "body" else "")


def _part(part: Part, text: str, head: Numbered | None) -> Part:
    """The part goes on only forwards: head, body, tail, annex."""
    if part == "head":
        return "body" if begins_body(text, head is not None) else "head"
    if part in ("body", "tail") and begins_annex(text):
        return "annex" if part == "tail" or text.isupper() else part
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
    """II, II.5, II.3.1: a number of the third level holds that of the second already."""
    top, rest = path.get(1, ""), [path[level] for level in sorted(path) if level > 1]
    inner = ""
    for number in rest:
        inner = number if "." in number or not inner else f"{inner}.{number}"
    return ".".join(part for part in (top, inner) if part)
