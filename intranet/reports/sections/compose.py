"""Facts and an outline in, the sections of a report out. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intranet.figures.facts import Facts
from intranet.reports.outlines.headings import Heading
from intranet.reports.sections.composers import ADDITIONS, COMPOSERS
from intranet.reports.wording import paragraphs, with_period


@dataclass(frozen=True)
class Section:
    """One heading of a report and its text in mini markup, figures still by name."""

    key: str
    number: str
    level: int
    title: str
    text: str


def compose(facts: Facts, headings: Iterable[Heading], carried: Mapping[str, str]) -> tuple[Section, ...]:
    """Each section as it stands before anybody edits it; `carried` are the texts they take over, by key."""
    return tuple(
        Section(
            heading.key,
            heading.number,
            heading.level,
            with_period(heading.title, facts.period),
            text(facts, heading.key, carried.get(heading.key, "")),
        )
        for heading in headings
    )


def of_facts(facts: Facts, headings: Iterable[Heading]) -> tuple[Section, ...]:
    """What the sections say of facts and records alone: neither starters nor what people wrote before."""
    return compose(facts, headings, {})


def text(facts: Facts, key: str, carried: str) -> str:
    """What the figures say, then what is carried; where people write the text, the figures add to it."""
    if key in COMPOSERS:
        return paragraphs(COMPOSERS[key](facts), carried)
    return paragraphs(carried, ADDITIONS[key](facts) if key in ADDITIONS else "")
