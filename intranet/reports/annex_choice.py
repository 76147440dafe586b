"""The choice of the forms that go with a report."""

from collections.abc import Collection

from intranet.accounts.models import User
from intranet.kernel.workflow import Reason, Refused
from intranet.records import operations as records
from intranet.reports.annexes.forms import forms_for, in_order, needed
from intranet.reports.current import current_report
from intranet.reports.models import LOCKED, Report


def choose(report: Report, codes: Collection[str], actor: User) -> None:
    """Let the report carry these forms; where they are those its figures call for, it goes on following the figures."""
    if not report.is_editable:
        raise Refused(LOCKED)
    if set(codes) - {form.code for form in forms_for(report.period)}:
        raise Refused(Reason("Hãy chọn các biểu trong danh sách.", "annexes"))
    chosen = in_order(codes, report.period)
    follows = chosen == needed(current_report(report.period).facts)
    records.change(report, {"annexes": None if follows else list(chosen)}, actor, about="biểu kèm theo")
