"""Facts and an outline in, the sections of a report out. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from intranet.figures.comparing import PREVIOUS
from intranet.figures.facts import Facts
from intranet.reports.outline import Heading
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


def compose(facts: Facts, headings: Iterable[Heading], previous: Mapping[str, str]) -> tuple[Section, ...]:
    """Each section as it stands before anybody edits it; `previous` are the last period's texts by key."""
    return tuple(
        Section(
            heading.key,
            heading.number,
            heading.level,
            with_period(heading.title, facts.period),
            text(facts, heading, previous),
        )
        for heading in headings
    )


def of_facts(facts: Facts, headings: Iterable[Heading]) -> tuple[Section, ...]:
    """What the sections say of facts and records alone: neither starters nor what people wrote before."""
    return compose(facts, [replace(heading, starter="") for heading in headings], {})


def text(facts: Facts, heading: Heading, previous: Mapping[str, str]) -> str:
    """What the figures say, then the starter; without a composer the text of the last period, else the starter."""
    if heading.key in COMPOSERS:
        return paragraphs(COMPOSERS[heading.key](facts), heading.starter)
    added = ADDITIONS[heading.key](facts) if heading.key in ADDITIONS else ""
    return paragraphs(carried(previous.get(heading.key, "")) or heading.starter, added)


def carried(text: str) -> str:
    """What of a text goes over to the next period: not the lines that compare with the one before."""
    return "\n".join(line for line in text.splitlines() if f"{{{{{PREVIOUS}." not in line)
