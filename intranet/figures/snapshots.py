"""What the approved report of a period said of its figures: kept when it is approved, dropped when it is reopened."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select

from intranet.figures.fact import Fact, Origin
from intranet.figures.models import FigureSnapshot
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.period import Period

Figures = dict[str, Fact]


def keep(period: Period, figures: Mapping[str, Fact]) -> None:
    """Take what a report says as what was approved for its period."""
    drop(period)
    plain = {name: as_plain(fact) for name, fact in figures.items()}
    db.session.add(FigureSnapshot(period_code=period.code, figures=plain, taken_at=now()))


def drop(period: Period) -> None:
    db.session.execute(delete(FigureSnapshot).where(FigureSnapshot.period_code == period.code))


def said_when_approved(periods: Collection[Period]) -> dict[Period, Figures]:
    """By period, the figures of those whose report is approved."""
    by_code = {period.code: period for period in periods}
    rows = db.session.scalars(select(FigureSnapshot).where(FigureSnapshot.period_code.in_(by_code)))
    return {by_code[row.period_code]: figures_from(row.figures) for row in rows}


def figures_from(plain: Mapping[str, Any]) -> Figures:
    return {name: fact_from(fact) for name, fact in plain.items()}


def as_plain(fact: Fact) -> dict[str, Any]:
    """A fact as JSON; a percentage as text, lest its decimal be lost."""
    value = str(fact.value) if isinstance(fact.value, Decimal) else fact.value
    return {
        "name": fact.name,
        "value": value,
        "label": fact.label,
        "unit": fact.unit,
        "origin": fact.origin.value,
        "sources": fact.sources,
    }


def fact_from(plain: Mapping[str, Any]) -> Fact:
    value = plain["value"]
    return Fact(
        plain["name"],
        Decimal(value) if isinstance(value, str) else value,
        plain["label"],
        plain["unit"],
        Origin(plain["origin"]),
        plain["sources"],
    )
