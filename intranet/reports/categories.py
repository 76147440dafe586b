"""The fields and causes a period's report tells its dossiers by."""

from collections.abc import Sequence

from intranet.figures.categories import Category, Family
from intranet.figures.models import categories_for
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.reports.notes import Cause
from intranet.reports.sources.overdue import causes_named


def categories_of(period: Period) -> list[Category]:
    """Those in use at the period's end, and the causes its cases name even so."""
    return categories_for(period, db.session.scalars(causes_named(period)).all())


def fields_of(categories: Sequence[Category]) -> tuple[tuple[str, str], ...]:
    return tuple((category.code, category.label) for category in categories if category.family is Family.FIELD)


def causes_of(categories: Sequence[Category]) -> tuple[Cause, ...]:
    return tuple(Cause(it.code, it.label, it.side) for it in categories if it.family is Family.CAUSE)
