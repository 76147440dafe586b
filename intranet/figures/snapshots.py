"""What the approved report of a period said of its figures: kept when it is approved, dropped when it is reopened."""

from collections.abc import Collection, Mapping

from sqlalchemy import delete, select

from intranet.figures.fact import Fact, figures_to_plain
from intranet.figures.models import FigureSnapshot
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.plain import from_plain

Figures = dict[str, Fact]


def keep(period: Period, figures: Mapping[str, Fact]) -> None:
    """Take what a report says as what was approved for its period."""
    drop(period)
    db.session.add(FigureSnapshot(period_code=period.code, figures=figures_to_plain(figures), taken_at=now()))


def drop(period: Period) -> None:
    db.session.execute(delete(FigureSnapshot).where(FigureSnapshot.period_code == period.code))


def said_when_approved(periods: Collection[Period]) -> dict[Period, Figures]:
    """By period, the figures of those whose report is approved."""
    by_code = {period.code: period for period in periods}
    rows = db.session.scalars(select(FigureSnapshot).where(FigureSnapshot.period_code.in_(by_code)))
    return {by_code[row.period_code]: from_plain(row.figures, Figures) for row in rows}
