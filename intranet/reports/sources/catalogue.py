"""The figures that follow from the catalogue of procedures, once it holds any in force on the period's last day."""

from datetime import date

from sqlalchemy import func, select

from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.procedures.catalogue import Procedure
from intranet.procedures.catalogue_counting import MARKS, counts
from intranet.reports.sources.source import Tally

SUBJECT, TOTAL = "procedures", "procedures.total"


def is_counted(name: str) -> bool:
    """Whether a figure counts procedures of the catalogue."""
    return name in MARKS


def tallies(period: Period) -> dict[str, Tally]:
    """By name, what the catalogue says; nothing until it is in use."""
    found = counts(period)
    return {name: Tally(value, value, True) for name, value in found.items()} if found[TOTAL] else {}


def first_day() -> date | None:
    """The first day any procedure of the catalogue is in force."""
    return db.session.scalar(select(func.min(Procedure.effective_from)))
