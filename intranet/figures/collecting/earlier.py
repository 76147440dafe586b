"""Which earlier periods a report can be compared with, and what they said."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import select

from intranet.figures.comparing import LAST_YEAR, PREVIOUS, Earlier
from intranet.figures.fact import Fact
from intranet.figures.figures_of import figures_of
from intranet.figures.models import FigureEntry
from intranet.figures.recorded import Books
from intranet.figures.snapshots import said_when_approved
from intranet.kernel.db import db
from intranet.kernel.period import FIRST_YEAR, Period


def earlier_figures(period: Period, books: Books) -> dict[str, Earlier]:
    """The period that ended the day before, and the same one a year ago, each where it has figures.

    What was approved counts as it was approved; else what somebody typed for that period, and what the records say.
    Records alone make a period only where the exports tell all of it: an office's first import reaches only as far
    back as what was still open.
    """
    wanted = {PREVIOUS: before(period), LAST_YEAR: a_year_ago(period)}
    if not any(wanted.values()):
        return {}
    known = known_figures([one for periods in wanted.values() for one in periods], books)
    found = {side: next((one for one in periods if one in known), None) for side, periods in wanted.items()}
    return {side: Earlier(one, known[one]) for side, one in found.items() if one}


def before(period: Period) -> list[Period]:
    """The periods that end where this one begins, the one as long as it first."""
    if period.year == FIRST_YEAR and period.start.year < FIRST_YEAR:
        return []
    years = {period.year, period.year - 1} - {FIRST_YEAR - 1}
    ended = [one for year in years for one in Period.of_year(year) if (period.start - one.end).days == 1]
    return sorted(ended, key=lambda one: one.months != period.months)


def a_year_ago(period: Period) -> list[Period]:
    """The same period of the year before; the year before a year is what ended before it."""
    return [replace(period, year=period.year - 1)] if period.year > FIRST_YEAR and period.kind != "Y" else []


def known_figures(periods: list[Period], books: Books) -> dict[Period, Mapping[str, Fact]]:
    """The figures of those periods that have any of their own."""
    asked = {quarter for period in periods for quarter in (period, *period.quarters)}
    approved = said_when_approved(asked)
    exported = {one for one in asked if one.kind == "Q" and books.exports.are_complete(one)}
    told = typed_periods(asked) | approved.keys() | exported
    known: dict[Period, Mapping[str, Fact]] = {period: approved[period] for period in periods if period in approved}
    for period in periods:
        if period not in approved and (period in told or told.issuperset(period.quarters)):
            known[period] = figures_of(period, books).facts
    return known


def typed_periods(periods: Collection[Period]) -> set[Period]:
    """Those of which somebody typed a figure."""
    by_code = {period.code: period for period in periods}
    typed = select(FigureEntry.period_code).where(FigureEntry.period_code.in_(by_code), FigureEntry.value.is_not(None))
    return {by_code[code] for code in db.session.scalars(typed.distinct())}
