"""Remarks about a report: written on a page of their own, settled where they stand."""

from typing import Any

from flask import abort, flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.decisions import comments
from intranet.decisions.comment_forms import CommentForm, ResolveForm
from intranet.decisions.models import ReportComment
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.page import go_to, page
from intranet.kernel.refusals import reopens
from intranet.kernel.workflow import Refused
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.current import CurrentReport, current_report
from intranet.reports.markup import PrintedSection
from intranet.reports.models import Report
from intranet.reports.section_paths import section_paths

ENDED = "Phiên làm việc đã được mở lại. Nội dung bạn viết còn nguyên nhưng chưa lưu: hãy xem lại rồi bấm “Gửi góp ý”."


@requires("report.see")
def reopened(period: str, key: str) -> Any:
    """The form with what was typed before the session ended; nothing is kept until it is sent again."""
    now, section = section_or_404(report_or_404(period), key)
    return form_page(now, section, opened(section), status=400, notice=ENDED)


@blueprint.route("/<period>/sections/<key>/comment", methods=["GET", "POST"])
@reopens(reopened)
@requires("report.see")
def comment(period: str, key: str) -> Any:
    report = report_or_404(period)
    now, section = section_or_404(report, key)
    form = opened(section)
    if form.validate_on_submit():
        try:
            paragraph, text = form.paragraph.data or "", form.text.data or ""
            comments.remark(report, section, paragraph, text, current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Đã ghi góp ý.")
            return go_to(url_for(".show", period=period, _anchor=key))
    return form_page(now, section, form)


@blueprint.post("/<period>/comments/<int:number>/resolve")
@requires("report.see")
def resolve(period: str, number: int) -> Any:
    one = comment_or_404(report_or_404(period), number)
    form = ResolveForm()
    if not form.validate_on_submit():
        raise Refused(*form.resolution.errors, *form.form_errors)
    comments.resolve(one, form.resolution.data or "", current_user)
    flash("Đã đánh dấu góp ý là đã xử lý.")
    return go_to(back_to(one))


@blueprint.post("/<period>/comments/<int:number>/reopen")
@requires("report.see")
def reopen_comment(period: str, number: int) -> Any:
    one = comment_or_404(report_or_404(period), number)
    comments.reopen(one, current_user)
    flash("Đã mở lại góp ý.")
    return go_to(back_to(one))


def back_to(one: ReportComment) -> str:
    """Where the comment was settled: the page of approval, or beside its section."""
    code = one.report.period_code
    if "deciding" in request.form:
        return url_for(".decide", period=code, _anchor="comments")
    return url_for(".show", period=code, _anchor=f"comment-{one.id}")


def opened(section: PrintedSection) -> CommentForm:
    form = CommentForm(paragraph=clean(request.args.get("paragraph")) or "")
    form.offer(section)
    return form


def form_page(now: CurrentReport, section: PrintedSection, form: CommentForm, status: int = 0, notice: str = "") -> Any:
    path = section_paths(now.sections)[section.key]
    return page(
        "reports/comments_new.html", status=status, now=now, section=section, path=path, form=form, notice=notice
    )


def section_or_404(report: Report, key: str) -> tuple[CurrentReport, PrintedSection]:
    now = current_report(report.period)
    section = next((section for section in now.printed() if section.key == key), None)
    return (now, section) if section else abort(404)


def comment_or_404(report: Report, number: int) -> ReportComment:
    one = db.get_or_404(ReportComment, number)
    return one if one.report_id == report.id else abort(404)
