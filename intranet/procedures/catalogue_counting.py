"""What each figure of procedures counts: a condition by which they are counted and listed alike.

A figure is as of the period's last day: what was abolished in May still counts in March.
"""

from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select, true

from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.procedures.catalogue import Handling, OnlineLevel, Procedure

Condition = ColumnElement[bool]
PROCEDURES = Procedure.__table__
IT = PROCEDURES.c

# What a procedure in force must be to count; what goes through one-stop and is interlinked counts as interlinked only.
MARKS: dict[str, Condition] = {
    "procedures.total": true(),
    "procedures.one_stop": IT.handling == Handling.ONE_STOP,
    "procedures.interlinked": IT.handling == Handling.INTERLINKED,
    "procedures.postal": IT.postal,
    "procedures.online_full": IT.online == OnlineLevel.FULL,
    "procedures.online_partial": IT.online == OnlineLevel.PARTIAL,
    "procedures.online_total": IT.online != OnlineLevel.NONE,
    "procedures.on_site": IT.on_site,
    "procedures.published": IT.is_published,
}
LABELS = {
    "procedures.total": "Tất cả TTHC",
    "procedures.one_stop": "TTHC một cửa",
    "procedures.interlinked": "TTHC một cửa liên thông",
    "procedures.postal": "TTHC qua BCCI",
    "procedures.online_full": "TTHC trực tuyến toàn trình",
    "procedures.online_partial": "TTHC trực tuyến một phần",
    "procedures.online_total": "TTHC trực tuyến",
    "procedures.on_site": "TTHC “4 tại chỗ”",
    "procedures.published": "TTHC đã công khai",
}


def in_force(day: date) -> Condition:
    return and_(IT.effective_from <= day, or_(IT.effective_to.is_(None), IT.effective_to >= day))


def counted(name: str, period: Period) -> Condition:
    """The procedures behind a figure."""
    return and_(in_force(period.end), MARKS[name])


def counts(period: Period) -> dict[str, int]:
    """Every figure, in one query."""
    columns = (func.count().filter(mark) for mark in MARKS.values())
    row = db.session.execute(select(*columns).select_from(PROCEDURES).where(in_force(period.end))).one()
    return dict(zip(MARKS, row, strict=True))
