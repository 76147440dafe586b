"""The pages that say which reports the office owes and by when; and what every page may tell of it."""

from typing import Any

from flask import Blueprint

from intranet.accounts.settings_pages import SettingKind, SettingWords, hang
from intranet.accounts.settings_trail import latest
from intranet.kernel.calendar import workdays_after
from intranet.kernel.clock import today
from intranet.kernel.period import Period
from intranet.reports.duties import owed as duties
from intranet.reports.duties.models import ReportDuty
from intranet.reports.forms import DutyForm

blueprint = Blueprint("report_duties", __name__, url_prefix="/report-duties")


def listed() -> dict[str, Any]:
    """Each report with its days in the reporting year that runs."""
    year = Period.containing(today(), "Y").year
    rows = [(duty, duty.of_year(year)) for duty in duties.all_duties()]
    return {
        "year": year,
        "rows": [(duty, period, workdays_after(period.end, duty.working_days)) for duty, period in rows],
        "entries": latest(duties.CHANGED),
    }


DUTIES = SettingKind(
    name="duty",
    model=ReportDuty,
    right="office.edit",
    words=SettingWords(title="Kỳ báo cáo phải gửi", editing="{0}", saved="Đã lưu hạn gửi của {0}."),
    index="reports/duties.html",
    listed=listed,
    form=lambda duty: DutyForm(obj=duty),
    change=duties.change,
)
hang(blueprint, DUTIES)


@blueprint.app_context_processor
def for_every_page() -> dict[str, Any]:
    """The pages of figures tell by when their report is due, and stand below the reports."""
    return {"owed_reports": duties.owed_reports}
