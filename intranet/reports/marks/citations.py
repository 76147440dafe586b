"""Texts cited by a mark, {{văn bản:118/2025/NĐ-CP}}: in full the first time a report names them, then short. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from intranet.figures.facts import Facts
from intranet.figures.legal_notes import LegalNote, number_key
from intranet.kernel.formats import date_text
from intranet.reports.marks.suggestions import instead
from intranet.reports.sections.compose import Section

KIND = "văn bản"
MARK = re.compile(r"\{\{\s*văn bản\s*:\s*([^{}]*?)\s*\}\}", re.IGNORECASE)


def full(note: LegalNote) -> str:
    """Nghị định số 118/2025/NĐ-CP ngày 09/06/2025 của Chính phủ về …"""
    day = f" ngày {date_text(note.issued_on)}" if note.issued_on else ""
    about = f" {note.summary}" if note.summary else ""
    return f"{note.short}{day} của {note.issuer}{about}"


def known_by_number(notes: Iterable[LegalNote]) -> dict[str, LegalNote]:
    return {number_key(note.number): note for note in notes}


def with_citations(sections: Iterable[Section], facts: Facts) -> Iterator[Section]:
    """The sections in their order with each mark in words: in full where it is the report's first of that text."""
    known, told = known_by_number(facts.legal), set[str]()
    for section in sections:
        yield replace(section, text=cited(section.text, known, told))


def cited(text: str, known: Mapping[str, LegalNote], told: set[str]) -> str:
    """The text with its marks in words; `told` are the texts named before, those named here are added."""

    def words(match: re.Match[str]) -> str:
        key = number_key(match[1])
        if key not in known:
            return match[1]
        first = key not in told
        told.add(key)
        return full(known[key]) if first else known[key].short

    return MARK.sub(words, text)


def in_words(line: str, facts: Facts) -> str:
    """One line by itself, as a preview shows it: every text in full."""
    return cited(line, known_by_number(facts.legal), set())


def wrong(line: str, notes: Iterable[LegalNote] = ()) -> Iterator[str]:
    """A sentence for each mark whose text nobody knows."""
    known = known_by_number(notes)
    for match in MARK.finditer(line):
        if number_key(match[1]) not in known:
            names = [note.number for note in known.values()]
            yield f"không có văn bản “{match[1]}” trong sổ căn cứ. {instead(match[1], names)}"
