"""What somebody should look at before a report is submitted."""

from collections.abc import Sequence
from dataclasses import dataclass

from intranet.figures.identities import Contradiction, contradictions
from intranet.inspections.models import Inspection
from intranet.kernel.db import db
from intranet.reports import sources
from intranet.reports.markup import missing
from intranet.reports.sections.compose import Section
from intranet.reports.standing import Standing

Missing = tuple[Section, tuple[str, ...]]


@dataclass(frozen=True)
class Review:
    """`missing` are the labels of unfilled figures by section; `outdated` the keys of sections composed anew since."""

    missing: tuple[Missing, ...]
    contradictions: tuple[Contradiction, ...]
    pending: Sequence[Inspection]
    outdated: frozenset[str]

    @property
    def count_missing(self) -> int:
        return len({label for _, labels in self.missing for label in labels})


def review(now: Standing) -> Review:
    counts = {name: fact.value for name, fact in now.facts.figures.items() if fact.unit != "%"}
    return Review(
        unfilled(now),
        contradictions(counts),  # type: ignore[arg-type]  # without the rates all are integers
        db.session.scalars(sources.pending(now.period)).all(),
        outdated(now),
    )


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
