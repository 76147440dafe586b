"""How many late dossiers of a period are explained: 11/11."""

from typing import NamedTuple

from sqlalchemy import and_, func, select, true

from intranet.dossiers.models import Dossier
from intranet.kernel.db import db
from intranet.kernel.listing import Condition, as_test
from intranet.kernel.period import Period
from intranet.overdue.counting import explained, late
from intranet.overdue.models import OverdueCase
from intranet.records.approval import State
from intranet.records.models import Record

DOSSIERS, CASES, RECORDS = Dossier.__table__, OverdueCase.__table__, Record.__table__
# Each dossier with its case, where there is one; a cancelled one among them.
WITH_CASES = DOSSIERS.outerjoin(CASES, CASES.c.dossier_code == DOSSIERS.c.code).outerjoin(
    RECORDS, RECORDS.c.id == CASES.c.id
)
IS_EXPLAINED = and_(RECORDS.c.state != State.CANCELLED, explained())


class ExplainingProgress(NamedTuple):
    explained: int
    late: int


def explained_of(period: Period, visible: Condition | None = None) -> ExplainingProgress:
    """Of the late dossiers, or of those a person may see, the ones whose case has a main cause and an explanation."""
    asked = select(func.count().filter(IS_EXPLAINED), func.count()).select_from(WITH_CASES)
    found = db.session.execute(asked.where(late(period), as_test(true() if visible is None else visible))).one()
    return ExplainingProgress(*found)
