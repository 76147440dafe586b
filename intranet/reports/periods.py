"""Which periods a report may be written for, and how far each is."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.reports.models import Outline, Report


@dataclass(frozen=True)
class PeriodLine:
    """A period and its report, None where it is not begun."""

    period: Period
    report: Report | None


def years() -> list[tuple[int, list[PeriodLine]]]:
    """This year, the last, and every year with a report; of each, newest first, what has begun under an outline."""
    reports = {
        report.period: report for report in db.session.scalars(select(Report).options(joinedload(Report.author)))
    }
    first_outline = db.session.scalar(select(func.min(Outline.effective_from)))
    this_year = Period.containing(today(), "Y").year
    found = []
    for year in sorted({this_year, this_year - 1, *(period.year for period in reports)}, reverse=True):
        periods = [
            period
            for period in reversed(Period.of_year(year))
            if period in reports or (first_outline and first_outline <= period.end and period.start <= today())
        ]
        if periods:
            found.append((year, [PeriodLine(period, reports.get(period)) for period in periods]))
    return found


def recent() -> list[Period]:
    """The periods of this year and the last, newest first."""
    this_year = Period.containing(today(), "Y").year
    return [period for year in (this_year, this_year - 1) for period in reversed(Period.of_year(year))]
