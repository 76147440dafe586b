"""What the checks look at: a report's text, its period, and what is known besides it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from intranet.checks.problem import Spot
from intranet.figures.facts import Facts
from intranet.figures.legal_notes import LegalNote
from intranet.kernel.period import Period
from intranet.reading.letters import small
from intranet.reading.manuscript import Manuscript, Paragraph
from intranet.reading.mentions import Mention, Share
from intranet.reading.periods import report_date
from intranet.reading.reader import Reader, reader_of
from intranet.reading.scope import is_ahead


@dataclass(frozen=True)
class Awaiting:
    """A record of the period that nobody has approved yet; `meaning` says what follows for the report."""

    record_id: int
    title: str
    meaning: str


@dataclass(frozen=True)
class View:
    """The figures told in one place of a text, by name."""

    told: Mapping[str, Sequence[Mention]]

    def value(self, name: str) -> Decimal | None:
        """The value it gives a figure, where it gives one and no other."""
        values = {mention.value for mention in self.told.get(name, ())}
        return values.pop() if len(values) == 1 else None


@dataclass(frozen=True)
class Paper:
    """A report under check.

    `period` is the one it ought to tell, None where nobody said and the text does not either. `facts` are our own
    figures of that period, None for another office's text checked by itself. `is_own` where it is the report the
    system holds, so that its records can be asked as well; `waiting` are those of the period that are not approved.
    `legal` is the register of legal texts, `today` the day it is looked at.
    """

    manuscript: Manuscript
    period: Period | None = None
    facts: Facts | None = None
    issued_on: date | None = None
    is_own: bool = False
    waiting: tuple[Awaiting, ...] = ()
    legal: tuple[LegalNote, ...] = ()
    today: date | None = None

    @cached_property
    def day(self) -> date | None:
        """The report's day: that of its issue, else what its head says, else the last of its period."""
        if self.issued_on is not None:
            return self.issued_on
        written = report_date(self.manuscript)
        return written[1].value if written and written[1].value else self.period.end if self.period else None

    @cached_property
    def reader(self) -> Reader:
        return reader_of(self.manuscript, self.period)

    @property
    def mentions(self) -> list[Mention]:
        """Every figure the text tells, in its order; a mention's `parent` is a place in this list."""
        return self.reader.mentions

    @property
    def shares(self) -> list[Share]:
        return self.reader.shares

    @cached_property
    def told(self) -> dict[str, list[Mention]]:
        """By name, what the text tells of the whole office and period in numbers."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.name and mention.is_whole and not mention.is_claim:
                found.setdefault(mention.name, []).append(mention)
        return found

    @cached_property
    def done(self) -> tuple[Paragraph, ...]:
        """The prose about what was done; the chapters on what is to be done next are left out."""
        chapters = (it for it in self.manuscript.headings if it.level == 1)
        ahead = {chapter.section for chapter in chapters if is_ahead(small(chapter.text))}
        return tuple(it for it in self.manuscript.prose if it.section.split(".")[0] not in ahead or not it.section)

    @cached_property
    def typed(self) -> tuple[Paragraph, ...]:
        """What of it is not, word for word, what the system composed."""
        return tuple(it for it in self.done if not it.is_own)

    def are_facts(self, spots: Sequence[Spot]) -> bool:
        """Whether nothing but facts printed these, as they are."""
        bounds = [self.manuscript.paragraphs[it.place].bound_at(it.start) for it in spots]
        return all(bound and not bound.reason for bound in bounds)

    def paragraph(self, one: Mention | Share) -> Paragraph:
        return self.manuscript.paragraphs[one.place]

    def parts(self, place: int) -> Iterator[Mention]:
        """The mentions that divide the one of this place."""
        return (mention for mention in self.mentions[place + 1 :] if mention.parent == place)

    @cached_property
    def whole(self) -> View:
        return View(self.told)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """What each section tells in its prose, and what in its tables."""
        found: dict[tuple[str, bool], dict[str, list[Mention]]] = {}
        for name, mentions in self.told.items():
            for mention in mentions:
                key = (mention.section, self.paragraph(mention).kind == "row")
                found.setdefault(key, {}).setdefault(name, []).append(mention)
        return tuple(View(told) for told in found.values())

    def one_value(self, name: str) -> Decimal | None:
        """The value the text gives a figure, where it gives one and no other."""
        return self.whole.value(name)
