"""The page a report is decided on: what it says, what changed, what is open; and what was read of it."""

from typing import Any

from flask import abort, flash, request, url_for
from flask_login import current_user
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.permissions import may, requires
from intranet.decisions import readings
from intranet.decisions.check_views import checked
from intranet.decisions.main_figures import compared_with, main_figures
from intranet.decisions.readings import since
from intranet.decisions.side_notes import side_notes
from intranet.decisions.versions import DECIDED, Seen, version_of
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.refusals import answer, reopens, typed
from intranet.kernel.workflow import Reason, Refused
from intranet.records import operations as records
from intranet.records.operations import OtherContent
from intranet.reports.awaited import lacking
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.current import current_report
from intranet.reports.models import Report

WHOLE_PAGE = {"HX-Retarget": "body", "HX-Reswap": "innerHTML"}  # whichever part of a page htmx would have replaced
NO_CONTENT = "-"  # no fingerprint: a decision that names none is refused like one on another text
ENDED = "Phiên làm việc đã được mở lại. Chưa ghi quyết định nào; ghi chú còn nguyên: hãy xem lại rồi bấm lần nữa."


@blueprint.get("/<period>/decide")
@requires("report.see")
def decide(period: str) -> Any:
    return deciding(report_or_404(period))


@requires("report.see")
def reopened(period: str) -> Any:
    """The page with the note that was typed before the session ended; nothing is decided until it is sent again."""
    return deciding(report_or_404(period), status=400, notice=ENDED)


@blueprint.post("/<period>/decide")
@reopens(reopened)
@requires("report.see")
def take_decision(period: str) -> Any:
    report, action = report_or_404(period), request.form.get("action", "")
    if action not in DECIDED:
        abort(400)
    content, note = request.form.get("content") or NO_CONTENT, request.form.get("note", "")
    try:
        step = records.act(report, action, current_user, note, content=content)
    except Refused as refusal:
        db.session.rollback()
        return deciding(report_or_404(period), status=422, refusal=refusal.reasons)
    flash(f"{step.done}: {report.title}.")
    return go_to(url_for(".decide", period=period))


@blueprint.post("/<period>/read")
@requires("report.see")
def read(period: str) -> Any:
    report = report_or_404(period)
    now = current_report(report.period)
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
    before = version and Seen(version, version.submitted_at, "bản bạn đã mở, trình")
    notice = "Chưa ghi quyết định: báo cáo không còn như lúc bạn mở trang. Hãy xem những chỗ đã đổi rồi quyết định lại."
    return *deciding(report, status=409, notice=notice, before=before), WHOLE_PAGE


def deciding(
    report: Report, status: int = 0, notice: str = "", before: Seen | None = None, refusal: tuple[Reason, ...] = ()
) -> Any:
    now = current_report(report.period)
    context = side_notes(now, current_user) | checked(now)
    if before:
        context |= {"seen": before, "changes": since(before, now)}
    context |= {"main_figures": main_figures(now.facts), "before": compared_with(now.facts), "lacking": lacking(now)}
    context |= {"notice": notice, "refusal": refusal, "note": request.form.get("note", "")}
    return page("reports/deciding.html", status=status, now=now, record=report, **context)
