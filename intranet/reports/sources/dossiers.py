"""The figures that follow from dossiers; complete once every expected system has an export dated after the period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, select

from intranet.dossiers.counting import COUNTED, counts_by_field
from intranet.dossiers.models import ImportBatch, Source, Stage
from intranet.figures.catalogue import CATALOGUE, Definition
from intranet.figures.categories import FIELD_MEASURES, by_field
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.reports.sources.source import Tally

SUBJECT = "dossiers"
# What is carried over follows from two of the others, as it does where these are typed.
MEASURES = tuple(name for name in COUNTED if name != "dossiers.carried_over")


@dataclass(frozen=True)
class Exports:
    """The expected systems, each with the day of its newest export that was imported."""

    newest: tuple[tuple[str, date | None], ...]

    def lacking(self, period: Period) -> tuple[str, ...]:
        """The systems whose export would still tell of the period."""
        return tuple(name for name, day in self.newest if day is None or day <= period.end)

    def are_complete(self, period: Period) -> bool:
        return bool(self.newest) and not self.lacking(period)

    @property
    def is_any(self) -> bool:
        return any(day for _, day in self.newest)


def exports() -> Exports:
    counts = and_(ImportBatch.source_id == Source.id, ImportBatch.stage == Stage.PUBLISHED)
    newest = select(Source.name, func.max(ImportBatch.exported_on)).outerjoin(ImportBatch, counts)
    rows = db.session.execute(newest.where(Source.is_expected).group_by(Source.id, Source.name).order_by(Source.name))
    return Exports(tuple((name, day) for name, day in rows))


def is_counted(name: str) -> bool:
    """Whether a figure counts dossiers."""
    leaf = name.rpartition(".")[2] if name.startswith("dossiers.by_field.") else ""
    return name in MEASURES or f"dossiers.{leaf}" in MEASURES


def measured(fields: Iterable[tuple[str, str]]) -> dict[str, Definition]:
    """What only dossiers tell of a field, beyond the figures people can type of it."""
    told = {
        by_field(slug, leaf(name)): f"{CATALOGUE[name].label} lĩnh vực {label}"
        for slug, label in fields
        for name in MEASURES
        if leaf(name) not in FIELD_MEASURES
    }
    return {name: Definition(name, label, "hồ sơ", "dossiers-by-field", typed=False) for name, label in told.items()}


def leaf(name: str) -> str:
    """received, of dossiers.received"""
    return name.removeprefix("dossiers.")


def tallies(period: Period, fields: Sequence[str], known: Exports) -> dict[str, Tally]:
    """By name, what the dossiers say, all of it of each of these fields that has any; none where none was imported."""
    if not known.is_any:
        return {}
    told = counts_by_field(period, *MEASURES)
    found = {name: sum(of_field[name] for of_field in told.values()) for name in MEASURES}
    for field in fields:
        of_field = told.get(field, {})
        found |= {by_field(field, measure): of_field.get(f"dossiers.{measure}", 0) for measure in FIELD_MEASURES}
        found |= {by_field(field, leaf(name)): count for name, count in of_field.items()}
    is_complete = known.are_complete(period)
    return {name: Tally(value, value, is_complete, fills=False) for name, value in found.items()}
