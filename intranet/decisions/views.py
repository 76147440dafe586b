"""Reports: the list of periods, the report of one, and where its figures come from."""

from typing import Any

from flask import flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import may, requires
from intranet.decisions import (  # noqa: F401  (hang their pages on the blueprint)
    bundle_views,
    check_views,
    comment_views,
    confirming_views,
    deciding_views,
    merge_views,
    operations,
    section_views,
    signed_views,
)
from intranet.decisions.side_notes import side_notes
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused
from intranet.records.approval import State
from intranet.reports import (  # noqa: F401  (hang their pages on the blueprint)
    annex_views,
    document_views,
    source_views,
)
from intranet.reports.awaited import awaited
from intranet.reports.blueprint import blueprint, current_or_404, period_or_404, report_or_404
from intranet.reports.duties.owed import owed_reports
from intranet.reports.figure_groups import grouped
from intranet.reports.forms import IssueForm
from intranet.reports.models import Report
from intranet.reports.periods import years


@blueprint.get("/")
@requires("report.see")
def index() -> Any:
    return page("reports/index.html", years=years(), owed=owed_reports())


@blueprint.get("/<int:record_id>")
@requires("report.see")
def record(record_id: int) -> Any:
    """The address every record has, by its number, leads to the one people know; who can decide, to where they do."""
    report = db.get_or_404(Report, record_id)
    waits_for_them = report.state is State.SUBMITTED and may(current_user, "record.approve", report)
    return go_to(url_for(".decide" if waits_for_them else ".show", period=report.period_code))


@blueprint.get("/<period>")
@requires("report.see")
def show(period: str) -> Any:
    now = current_or_404(period)
    return page("reports/show.html", now=now, record=now.report, awaited=awaited(now), **side_notes(now, current_user))


@blueprint.post("/<period>")
@requires("report.edit")
def begin(period: str) -> Any:
    report = operations.open_report(period_or_404(period), current_user)
    flash(f"Đã lập {report.title}. Hãy rà soát từng mục rồi trình duyệt.")
    return go_to(url_for(".show", period=period))


@blueprint.route("/<period>/issue", methods=["GET", "POST"])
@requires("report.edit")
def issue(period: str) -> Any:
    report = report_or_404(period)
    form = IssueForm(obj=report)
    if form.validate_on_submit():
        if form.overtaken(report):
            return page("reports/issue.html", status=409, form=form, report=report)
        try:
            operations.issue(report, form.number.data or "", form.issued_on.data, current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Đã lưu số và ngày ban hành.")
            return go_to(url_for(".show", period=period))
    return page("reports/issue.html", form=form, report=report)


@blueprint.get("/<period>/figures")
@requires("report.see")
def figures(period: str) -> Any:
    now = current_or_404(period)
    return page("reports/figures.html", now=now, groups=grouped(now.facts))
