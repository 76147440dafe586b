"""The page a report is decided on: what it says, what changed, what is open; and what was read of it."""

from typing import Any

from flask import flash, request, url_for
from flask_login import current_user
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.permissions import may, requires
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.refusals import answer, typed
from intranet.records.operations import OtherContent
from intranet.reports import readings
from intranet.reports.beside import beside
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.comments import unresolved
from intranet.reports.glance import glance
from intranet.reports.models import Report
from intranet.reports.readings import since
from intranet.reports.standing import standing
from intranet.reports.versions import Seen, version_of

WHOLE_PAGE = {"HX-Retarget": "body", "HX-Reswap": "innerHTML"}  # whichever part of a page htmx would have replaced


@blueprint.get("/<period>/decide")
@requires("report.see")
def decide(period: str) -> Any:
    return deciding(report_or_404(period))


@blueprint.post("/<period>/read")
@requires("report.see")
def read(period: str) -> Any:
    report = report_or_404(period)
    now = standing(report.period)
    try:
        readings.mark_read(now, current_user, request.form.get("shown", ""))
    except StaleDataError:
        return deciding(report, status=409, notice="Báo cáo vừa thay đổi thêm. Hãy xem lại danh sách dưới đây.")
    flash("Đã ghi nhận: bạn đã đọc các thay đổi.")
    return go_to(url_for(".decide" if "deciding" in request.form else ".show", period=period))


@blueprint.app_errorhandler(OtherContent)
def decided_on_other(error: OtherContent) -> Any:
    """A decision on a text that has been replaced: what changed since, and what was typed; nothing is decided."""
    db.session.rollback()
    report = db.session.get(Report, error.record_id)
    if report is None or not may(current_user, "report.see"):
        return answer(409, typed=typed())
    version = version_of(report, error.seen)
    before = version and Seen(version.facts, version.sections, version.submitted_at, "bản bạn đã mở, trình")
    notice = "Chưa ghi quyết định: báo cáo không còn như lúc bạn mở trang. Hãy xem những chỗ đã đổi rồi quyết định lại."
    return *deciding(report, status=409, notice=notice, before=before), WHOLE_PAGE


def deciding(report: Report, status: int = 0, notice: str = "", before: Seen | None = None) -> Any:
    now = standing(report.period)
    context = beside(now, current_user)
    if before:
        context |= {"seen": before, "changes": since(before, now)}
    context |= {"open_threads": unresolved(context["threads"]), "glance": glance(now.facts), "notice": notice}
    note = request.form.get("note", "")
    return page("reports/deciding.html", status=status, now=now, record=report, note=note, **context)
