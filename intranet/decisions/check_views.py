"""What the checks find in the report of a period, where each is mended, and what is let stand."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from flask import flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy import select

from intranet.accounts.permissions import requires
from intranet.checks.problem import Level, Problem
from intranet.decisions import waiving
from intranet.decisions.check_sheet import check_sheet
from intranet.decisions.waiving import FoundProblem
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused
from intranet.records.models import Record
from intranet.records.views import page_of
from intranet.reports.blueprint import blueprint, report_or_404, standing_or_404
from intranet.reports.paths import paths
from intranet.reports.standing import Standing, standing

PARTS = ("reports/_problems.html",)
UNCONFIRMED = "text-unconfirmed"
OVERDUE = ("overdue-unexplained", "late-without-cause")


@blueprint.get("/<period>/checks")
@requires("report.see")
def checks(period: str) -> Any:
    now = standing_or_404(period)
    return sheet(now)


@blueprint.post("/<period>/checks/waive")
@requires("report.edit")
def waive(period: str) -> Any:
    report = report_or_404(period)
    now, key = standing(report.period), request.form.get("key", "")
    reason = clean(request.form.get("reason")) or ""
    try:
        waiving.waive(report, key, reason, now, current_user)
    except Refused as refusal:
        return sheet(now, status=422, reasons=refusal.reasons, typed={key: reason})
    flash("Đã ghi giải trình. Giải trình hết hiệu lực khi câu văn hoặc số liệu thay đổi.")
    return go_to(url_for(".checks", period=period))


@blueprint.post("/<period>/checks/revoke")
@requires("report.edit")
def revoke(period: str) -> Any:
    report = report_or_404(period)
    try:
        waiving.revoke(report, request.form.get("key", ""), current_user)
    except Refused as refusal:
        return sheet(standing(report.period), status=422, reasons=refusal.reasons)
    flash("Đã bỏ giải trình.")
    return go_to(url_for(".checks", period=period))


@blueprint.get("/<period>/checks.pdf")
@requires("report.see")
def check_paper(period: str) -> Any:
    """The sheet on paper, for the director beside the report."""
    now = standing_or_404(period)
    name = f"phieu-kiem-tra-{now.period.code}.pdf"
    return send_file(BytesIO(check_sheet(now)), mimetype="application/pdf", as_attachment=True, download_name=name)


def sheet(now: Standing, status: int = 200, reasons: Any = (), typed: Any = None) -> Any:
    context = checked(now) | {"reasons": reasons, "typed": typed or {}}
    return page("reports/checks.html", parts=PARTS, status=status, now=now, record=now.report, **context)


def checked(now: Standing) -> dict[str, Any]:
    """What the checks say of a report, by level, and where each finding leads."""
    findings = waiving.findings(now)
    groups = {level: [finding for finding in findings if finding.problem.level is level] for level in Level}
    keys = {path: key for key, path in paths(now.sections).items()}
    pages = pages_of(findings)
    return {
        "groups": [(level, of_level) for level, of_level in groups.items() if of_level],
        "blocking": sum(finding.blocks for finding in findings),
        "ended": waiving.ended(now.report, findings) if now.report and now.report.is_editable else [],
        "section_keys": keys,
        "mend": lambda problem: mend(now, problem, keys, pages),
        "typed": {},
    }


def pages_of(found: Iterable[FoundProblem]) -> dict[int, str]:
    """The page of every record that a finding concerns, by its number."""
    wanted = {record_id for one in found for record_id in one.problem.records}
    if not wanted:
        return {}
    known = db.session.scalars(select(Record).where(Record.id.in_(wanted)))
    return {record.id: page_of(record) for record in known}


def mend(now: Standing, problem: Problem, keys: Mapping[str, str], pages: Mapping[int, str]) -> list[tuple[str, str]]:
    """Links to where a problem may be mended, each with its words."""
    code, links = now.period.code, []
    is_open = now.report is not None and now.report.is_editable
    if problem.rule == UNCONFIRMED and is_open:
        links.append(
            ("Xem và xác nhận", url_for("reports.texts", period=code, _anchor=f"text-{keys[problem.section]}"))
        )
    if problem.section in keys and is_open:
        links.append(("Sửa mục này", url_for("reports.edit", period=code, key=keys[problem.section])))
    links += [("Mở hồ sơ", pages[record_id]) for record_id in problem.records if record_id in pages]
    if problem.rule in OVERDUE:
        links.append(("Mở sổ hồ sơ quá hạn", url_for("overdue.index", period=code)))
    elif problem.figures and not problem.records:
        links.append(("Xem số liệu", url_for("figures.show", period=code)))
    return links
