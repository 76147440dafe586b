"""A report as it is printed, but for what comes after its approval: its number and its date of issue. Pure.

A submitted report keeps its print. From then on every page, file and comparison is made of that and of nothing else:
another wording, table, form or way to write a date changes what is printed of the next report, never of this one.
So these dataclasses, with all they hold, are a stored form: a new field needs a default, and none changes its name.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from intranet.figures.ages import reach
from intranet.figures.facts import Facts, PrintedOffice
from intranet.kernel.plain import from_plain, to_plain
from intranet.reports.annexes.annex import PrintedAnnex
from intranet.reports.annexes.forms import attached
from intranet.reports.carried import Carried
from intranet.reports.markup import PrintedSection, printed
from intranet.reports.sections.compose import Section

TITLE = "Báo cáo"


@dataclass(frozen=True)
class Print:
    """Its head and its end (`office`), its sections, and the forms that go with it, all in words and pieces.

    `year` stands in the date of issue while that is not known. `reach` says under the title how far the data reach.
    """

    title: str
    subject: str
    office: PrintedOffice
    year: int
    sections: tuple[PrintedSection, ...]
    annexes: tuple[PrintedAnnex, ...]
    reach: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain values for a JSON column; `from_json` gives back an equal print."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "Print":
        """A print as it was kept; Unreadable where that is none."""
        return from_plain(plain, cls)


@lru_cache(maxsize=8)  # a page is opened again more often than its report changes
def print_of(subject: str, sections: tuple[Section, ...], facts: Facts, unconfirmed: tuple[Carried, ...] = ()) -> Print:
    """What the words, tables and forms of today make of facts and texts; `unconfirmed` are told where they stand."""
    told = printed(sections, facts, unconfirmed)
    reached = f"({reach(facts.exports)})" if facts.are_by_exports else ""
    return Print(TITLE, subject, facts.office, facts.period.end.year, told, attached(facts), reached)
