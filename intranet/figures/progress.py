"""How far the figures of each period have come."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from intranet.categories.models import in_use, typed_for
from intranet.figures.models import FigureEntry
from intranet.figures.recorded import Books, open_books
from intranet.figures.sources import catalogue, dossiers
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.period import Period

Asked = Mapping[Period, frozenset[str]]
Moments = Mapping[str, Mapping[str, datetime]]


@dataclass(frozen=True)
class TypingProgress:
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


def years() -> dict[int, list[TypingProgress]]:
    """Every period of this reporting year and the one before, the later year first."""
    this_year = Period.containing(today()).year
    found = progress(period for year in (this_year, this_year - 1) for period in Period.of_year(year))
    return {year: [one for one in found if one.period.year == year] for year in (this_year, this_year - 1)}


def progress(periods: Iterable[Period]) -> list[TypingProgress]:
    periods = list(periods)
    quarters = {quarter for period in periods for quarter in period.quarters}
    typed = typed_moments({period.code for period in (*periods, *quarters)})
    books = open_books()
    asked = {period: asked_for(period, books) for period in (*periods, *quarters)}
    return [progress_of(period, asked, typed) for period in periods]


def progress_of(period: Period, asked: Asked, typed: Moments) -> TypingProgress:
    """A figure of a longer period is there once it is typed for it, or there in each of its quarters."""
    typed_here = {name: moment for name, moment in typed.get(period.code, {}).items() if name in asked[period]}
    filled = set(typed_here)
    if period.kind != "Q":
        in_quarters = [there_in(quarter, asked, typed) for quarter in period.quarters]
        filled |= {name for name in asked[period] if all(name in there for there in in_quarters)}
    return TypingProgress(period, len(filled), len(asked[period]), max(typed_here.values(), default=None), today())


def there_in(quarter: Period, asked: Asked, typed: Moments) -> set[str]:
    """The figures a quarter has: typed, or not asked of people in it."""
    everything = {name for names in asked.values() for name in names}
    return everything - asked[quarter] | set(typed.get(quarter.code, {}))


def asked_for(period: Period, books: Books) -> frozenset[str]:
    """The figures that people must type for a period, because no records tell them."""
    told = subjects_told(period, books)
    definitions = typed_for(in_use(books.categories, period))
    return frozenset(
        name for name, definition in definitions.items() if not definition.kept and name.partition(".")[0] not in told
    )


def subjects_told(period: Period, books: Books) -> set[str]:
    """The subjects of figures ("dossiers") that records tell all of."""
    uses = {catalogue.KEY: books.uses[catalogue.KEY].tells_of(period)}
    uses[dossiers.SUBJECT] = all(books.exports.are_complete(quarter) for quarter in period.quarters)
    return {subject for subject, is_told in uses.items() if is_told}


def typed_moments(codes: Collection[str]) -> Moments:
    """By period, the figures that have a value, each with the moment it was typed."""
    newest = select(func.max(FigureEntry.id)).where(FigureEntry.period_code.in_(codes))
    newest = newest.group_by(FigureEntry.period_code, FigureEntry.name)
    there = select(FigureEntry.period_code, FigureEntry.name, FigureEntry.entered_at)
    rows = db.session.execute(there.where(FigureEntry.id.in_(newest), FigureEntry.value.is_not(None)))
    found: dict[str, dict[str, datetime]] = {}
    for code, name, moment in rows:
        found.setdefault(code, {})[name] = moment
    return found
