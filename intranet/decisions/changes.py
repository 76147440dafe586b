"""What became of a report between two times: figures, and the words of its sections. Pure."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from intranet.figures.fact import Fact
from intranet.figures.facts import Facts
from intranet.kernel.plain import from_plain, to_plain
from intranet.procedures.comparing import Comparison, compare
from intranet.reports.markup import blocks, tables_in
from intranet.reports.merging import merge
from intranet.reports.pieces import references
from intranet.reports.sections.compose import Section
from intranet.reports.tables import TABLES
from intranet.reports.wording import figure_text


@dataclass(frozen=True)
class ReportState:
    """What a report said at one time; the sections hold their figures by name."""

    facts: Facts
    sections: tuple[Section, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of what is stored of it, in hexadecimal."""
        return digest_of(self)

    def sections_json(self) -> list[dict[str, Any]]:
        plain: list[dict[str, Any]] = to_plain(self.sections)
        return plain

    @classmethod
    def from_json(cls, facts: dict[str, Any], sections: list[dict[str, Any]]) -> "ReportState":
        return cls(Facts.from_json(facts), from_plain(sections, tuple[Section, ...]))


@lru_cache(maxsize=8)  # every page of a report asks it of what is mostly the same state
def digest_of(state: ReportState) -> str:
    said = [state.facts.to_json(), state.sections_json()]
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class FigureChange:
    """A figure that was another one, both as a text prints them, and the sections whose text holds it."""

    name: str
    label: str
    unit: str
    old: str
    new: str
    places: tuple[Section, ...] = ()


@dataclass(frozen=True)
class SectionChange:
    """A section whose words changed: each paragraph as it was and as it is, empty where there is none."""

    section: Section
    paragraphs: tuple[Comparison, ...]
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True)
class Changes:
    figures: tuple[FigureChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.sections)

    @property
    def summary(self) -> str:
        """How much changed, in words: 3 số liệu và lời văn của 1 mục."""
        parts = ("{} số liệu", len(self.figures)), ("lời văn của {} mục", len(self.sections))
        return " và ".join(words.format(count) for words, count in parts if count)

    @property
    def told(self) -> tuple[FigureChange, ...]:
        """The figures that stand in the text."""
        return tuple(change for change in self.figures if change.places)

    @property
    def untold(self) -> tuple[FigureChange, ...]:
        return tuple(change for change in self.figures if not change.places)


def changes(old: ReportState, new: ReportState) -> Changes:
    return Changes(figure_changes(old.facts, new.facts, new.sections), tuple(_sections(old, new)))


def figure_changes(old: Facts, new: Facts, sections: Iterable[Section] = ()) -> tuple[FigureChange, ...]:
    """The figures whose values differ, in the order of the newer facts; then those there are no more."""
    held = [(section, _held(section.text, new)) for section in sections]
    return tuple(
        FigureChange(
            name,
            _known(name, old, new).label,
            _known(name, old, new).unit,
            figure_text(old.figures.get(name)),
            figure_text(new.figures.get(name)),
            tuple(section for section, names in held if name in names),
        )
        for name in dict.fromkeys([*new.figures, *old.figures])
        if old.value(name) != new.value(name)
    )


def _known(name: str, old: Facts, new: Facts) -> Fact:
    return new.figures.get(name) or old.figures[name]


def _held(text: str, facts: Facts) -> set[str]:
    """The figures a text follows, those of its tables too; one written by hand for its place follows nothing."""
    cells = [cell for name in tables_in(text) if name in TABLES for row in TABLES[name](facts).rows for cell in row]
    return {it.name for it in references("\n".join([text, *cells])) if not it.is_one_off}


def _sections(old: ReportState, new: ReportState) -> Iterator[SectionChange]:
    before = {section.key: section for section in old.sections}
    after = {section.key: section for section in new.sections}
    for section in new.sections:
        was = before.get(section.key)
        if paragraphs := tuple(_paragraphs(was.text if was else "", section.text, old.facts, new.facts)):
            yield SectionChange(section, paragraphs, is_new=was is None)
    for section in old.sections:
        if section.key not in after:
            yield SectionChange(section, tuple(_paragraphs(section.text, "", old.facts, new.facts)), is_gone=True)


def _paragraphs(old: str, new: str, before: Facts, after: Facts) -> Iterator[Comparison]:
    """Each paragraph whose own words changed; one that only follows its figures did not."""
    for chunk in merge(old, new, old).chunks:
        if chunk.kind == "mine":
            yield compare("", printed(chunk.base, before), printed(chunk.mine, after))


def printed(lines: Iterable[str], facts: Facts) -> str:
    """Lines of a section as the report prints them; a table by its caption."""
    return "\n".join(block.text or block.caption for block in blocks("\n".join(lines), facts))
