"""What the dashboard counts beside the figures of the report, and the days of weeks: conditions, like counting.py's."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy import and_, or_

from intranet.dossiers.counting import COUNTED, IT, Condition, ended, pending_late, resolved_late
from intranet.dossiers.counting import LABELS as REPORTED
from intranet.dossiers.lateness import is_due_by, is_due_from
from intranet.dossiers.standing import NOW, late_at
from intranet.dossiers.vocabulary import Status
from intranet.kernel.calendar import workdays_after
from intranet.kernel.clock import today
from intranet.kernel.labels import Labelled
from intranet.kernel.period import Period

SOON = 2  # working days
WEEK = re.compile(r"((?:19|20|21)[0-9]{2})-W([0-9]{2})")


def in_hand(period: Period) -> Condition:
    """What was left over from before and what came in: everything any figure of the period counts."""
    return and_(IT.received_on <= period.end, or_(IT.finished_on.is_(None), IT.finished_on >= period.start))


def late(period: Period) -> Condition:
    """What the period has to explain."""
    return or_(resolved_late(period), pending_late(period))


TOTALS: dict[str, tuple[str, Callable[[Period], Condition]]] = {
    "dossiers.in_hand": ("Phải giải quyết", in_hand),
    "dossiers.ended": ("Đã kết thúc", ended),
    "dossiers.late": ("Quá hạn, đã trả hoặc chưa xong", late),
}
LISTED = COUNTED | {name: condition for name, (_, condition) in TOTALS.items()}
LABELS = REPORTED | {name: label for name, (label, _) in TOTALS.items()}


class Urgent(Labelled):
    """What cannot wait, of the dossiers being handled now; what is paused can."""

    LATE = "late", "Đã quá hạn, chưa xong"
    SOON = "soon", f"Đến hạn trong {SOON} ngày làm việc"


def is_urgent(urgent: Urgent) -> Condition:
    """Late from the moment after the due one; soon until the end of the second working day after today."""
    open_now = IT.status == Status.PENDING
    if urgent is Urgent.LATE:
        return and_(open_now, late_at(IT, NOW))
    return and_(open_now, is_due_from(IT, NOW), is_due_by(IT.due_on, workdays_after(today(), SOON)))


def week_of(day: date) -> str:
    """The ISO week of a day: 2026-W03."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def days_of(week: str) -> tuple[date, date]:
    """The Monday and the Sunday of a week written so; ValueError where there is none."""
    match = WEEK.fullmatch(week)
    if match is None:
        raise ValueError(week)
    monday = datetime.fromisocalendar(int(match[1]), int(match[2]), 1).date()
    return monday, monday + timedelta(days=6)
