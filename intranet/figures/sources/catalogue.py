"""The figures that follow from the catalogue of procedures."""

from typing import Any

from sqlalchemy import select

from intranet.figures.sources.registry import Count
from intranet.kernel.period import Period
from intranet.procedures.catalogue import Procedure
from intranet.procedures.catalogue_counting import MARKS
from intranet.procedures.catalogue_counting import counts as counts_of_marks

KEY, LABEL = "procedures", "danh mục TTHC"


def is_counted(name: str) -> bool:
    """Whether a figure counts procedures of the catalogue."""
    return name in MARKS


def counts(period: Period) -> dict[str, Count]:
    """By name, what the catalogue says of the period's last day."""
    return {name: Count(value, value) for name, value in counts_of_marks(period).items()}


def first_day() -> Any:
    """The first day any procedure of the catalogue is in force; a subquery."""
    earliest = select(Procedure.effective_from).order_by(Procedure.effective_from).limit(1)
    return earliest.scalar_subquery()
