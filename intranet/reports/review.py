"""What somebody should look at before a report is submitted."""

from collections.abc import Sequence
from dataclasses import dataclass

from intranet.figures.identities import Contradiction, contradictions
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records.models import Record
from intranet.reports.facts import Facts, Origin
from intranet.reports.markup import missing
from intranet.reports.overdue_gap import gap, gives_causes, progress
from intranet.reports.sections.compose import Section
from intranet.reports.sources import dossiers
from intranet.reports.sources.registry import WAITING
from intranet.reports.sources.source import Listing
from intranet.reports.standing import Standing

Missing = tuple[Section, tuple[str, ...]]


@dataclass(frozen=True)
class Waiting:
    """Records of the period that nobody has approved yet, and what that means for the report."""

    heading: str
    records: Sequence[Record]


@dataclass(frozen=True)
class Review:
    """`missing` are the labels of unfilled figures by section; `outdated` the keys of sections composed anew since.

    `overdue` says where the register of overdue cases and the late dossiers do not add up.
    """

    missing: tuple[Missing, ...]
    contradictions: tuple[Contradiction, ...]
    overdue: str
    waiting: tuple[Waiting, ...]
    outdated: frozenset[str]
    explained: str = ""  # 11/11: of the late dossiers, those that are explained
    lacking: tuple[str, ...] = ()  # the systems whose exports the figures of dossiers still wait for

    @property
    def says_something(self) -> bool:
        return bool(self.missing or self.contradictions or self.overdue or self.waiting or self.lacking)

    @property
    def count_missing(self) -> int:
        return len({label for _, labels in self.missing for label in labels})


def review(now: Standing) -> Review:
    return Review(
        unfilled(now),
        contradicting(now.facts),
        gap(now.facts),
        waiting(now.period),
        outdated(now),
        progress(now.facts),
        lacking(now),
    )


def lacking(now: Standing) -> tuple[str, ...]:
    """Where what was typed about dossiers counts because of these; nothing where no system has given anything yet."""
    exports = dossiers.exports()
    is_waiting = exports.is_any and now.facts.figures["dossiers.received"].origin is not Origin.RECORDS
    return exports.lacking(now.period) if is_waiting else ()


def contradicting(facts: Facts) -> tuple[Contradiction, ...]:
    """What cannot all be right; of causes that come from the register, `gap` tells more."""
    counts = {name: fact.value for name, fact in facts.figures.items() if fact.unit != "%"}
    found = contradictions(counts)  # type: ignore[arg-type]  # without the rates all are integers
    told = "overdue." if gives_causes(facts) else "-"
    return tuple(one for one in found if not any(name.startswith(told) for name in one.names))


def waiting(period: Period) -> tuple[Waiting, ...]:
    found = (Waiting(heading, db.session.scalars(in_order(listing(period))).all()) for heading, listing in WAITING)
    return tuple(one for one in found if one.records)


def in_order(listing: Listing) -> Listing:
    return listing.order_by(Record.occurs_on, Record.id)


def unfilled(now: Standing) -> tuple[Missing, ...]:
    found = missing(now.sections, now.facts)
    figures = now.facts.figures
    return tuple(
        (section, tuple(figures[name].label if name in figures else name for name in found[section.key]))
        for section in now.sections
        if section.key in found
    )


def outdated(now: Standing) -> frozenset[str]:
    """Sections people edited for which the system would by now write something else than it did then."""
    kept = now.report.sections if now.report and not now.report.is_frozen else []
    return frozenset(row.key for row in kept if row.key in now.composed and row.composed != now.composed[row.key])
