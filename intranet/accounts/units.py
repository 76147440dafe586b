"""Which units a person may choose from."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from intranet.accounts.models import Unit
from intranet.kernel.db import db


def units_to_choose(*chosen: Unit) -> Sequence[Unit]:
    """The units that work today, and those chosen before they were closed."""
    units = select(Unit).where(or_(Unit.is_active, Unit.id.in_([unit.id for unit in chosen])))
    return db.session.scalars(units.order_by(Unit.sort_key, Unit.id)).all()
