"""What the office owes by its settings and by the reports there are; and changing these settings."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from intranet.accounts.models import AccountEntry, User
from intranet.accounts.settings_trail import change_noted
from intranet.kernel.calendar import workdays_after
from intranet.kernel.clock import VIETNAM, today
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Reason, Refused
from intranet.records.approval import State
from intranet.reports.duties.due import Begun, Duty, OwedReports
from intranet.reports.duties.models import MOST_DAYS, ReportDuty
from intranet.reports.models import Report

CHANGED = "change_report_duty"


def owed_reports() -> OwedReports:
    """What is owed today. One query, and the announced working days where nobody asked for them yet."""
    began = select(AccountEntry.at).order_by(AccountEntry.id).limit(1).scalar_subquery()
    report = (Report.period_code, Report.state, Report.number, Report.issued_on)
    rows = select(ReportDuty, began, *report).outerjoin(Report, func.substr(Report.period_code, 6) == ReportDuty.shape)
    duties: dict[str, Duty] = {}
    begun: dict[Period, Begun] = {}
    for duty, set_up_at, code, state, number, issued_on in db.session.execute(rows):
        if duty.is_owed:
            set_up_on = set_up_at.astimezone(VIETNAM).date() if set_up_at else today()
            duties[duty.shape] = Duty(duty.working_days, duty.owed_from or set_up_on)
        if code:
            begun[Period.parse(code)] = Begun(state.label.lower(), is_done(state, number, issued_on))
    return OwedReports(today(), duties, begun, workdays_after)


def is_done(state: State, number: str, issued_on: date | None) -> bool:
    """Approved, or gone out under a number and a day though it was opened again since."""
    return state is State.APPROVED or bool(number and issued_on and issued_on <= today())


def all_duties() -> Sequence[ReportDuty]:
    """In the order of a year: Q1, Q2, H1, Q3, 9M, Q4, Y."""
    return db.session.scalars(select(ReportDuty).order_by(ReportDuty.id)).all()


def change(duty: ReportDuty, values: dict[str, Any], actor: User) -> None:
    if not 0 <= values["working_days"] <= MOST_DAYS:
        raise Refused(Reason(f"Hãy nhập số ngày làm việc từ 0 đến {MOST_DAYS}.", "working_days"))
    change_noted(duty, values, actor, CHANGED)
