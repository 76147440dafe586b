"""How far the figures of each period have come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from intranet.figures.models import FigureCategory, FigureEntry, in_use, typed_for
from intranet.figures.registers import told_subjects
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.period import Period


@dataclass(frozen=True)
class Progress:
    """A period: how many of the figures that people must type are there, of how many, and when the last was typed."""

    period: Period
    filled: int
    total: int
    last_at: datetime | None
    today: date

    @property
    def is_open(self) -> bool:
        return self.period.contains(self.today)

    @property
    def is_ahead(self) -> bool:
        return self.period.start > self.today

    @property
    def is_complete(self) -> bool:
        return self.filled == self.total


def years() -> dict[int, list[Progress]]:
    """Every period of this reporting year and the one before, the later year first."""
    this_year = Period.containing(today()).year
    found = progress(period for year in (this_year, this_year - 1) for period in Period.of_year(year))
    return {year: [one for one in found if one.period.year == year] for year in (this_year, this_year - 1)}


def progress(periods: Iterable[Period]) -> list[Progress]:
    periods = list(periods)
    there = filled_in([period.code for period in periods])
    categories, day = db.session.scalars(select(FigureCategory)).all(), today()
    told = told_subjects(periods)
    found = []
    for period in periods:
        typed = typed_for(in_use(categories, period))
        subjects = told[period.code]
        wanted = {name for name, it in typed.items() if not it.kept and name.split(".")[0] not in subjects}
        moments = [moment for name, moment in there.get(period.code, ()) if name in wanted]
        found.append(Progress(period, len(moments), len(wanted), max(moments, default=None), day))
    return found


def filled_in(codes: list[str]) -> dict[str, list[tuple[str, datetime]]]:
    """By period, the figures that have a value, each with the moment it was typed."""
    newest = select(func.max(FigureEntry.id)).where(FigureEntry.period_code.in_(codes))
    newest = newest.group_by(FigureEntry.period_code, FigureEntry.name)
    there = select(FigureEntry.period_code, FigureEntry.name, FigureEntry.entered_at)
    rows = db.session.execute(there.where(FigureEntry.id.in_(newest), FigureEntry.value.is_not(None)))
    found: dict[str, list[tuple[str, datetime]]] = {}
    for code, name, moment in rows:
        found.setdefault(code, []).append((name, moment))
    return found
