"""What the checks find in the report of a period, where each is mended, and what is let stand."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from flask import flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy import select

from intranet.accounts.permissions import requires
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.page import go_to, page
from intranet.kernel.refusals import answer
from intranet.kernel.workflow import Refused
from intranet.records.models import Record
from intranet.records.views import page_of
from intranet.reports import waiving
from intranet.reports.blueprint import blueprint, period_or_404, report_or_404
from intranet.reports.check_sheet import check_sheet
from intranet.reports.checks.problem import Level, Problem
from intranet.reports.prose.manuscript import section_path
from intranet.reports.standing import Standing, standing
from intranet.reports.waiving import Finding

PARTS = ("reports/_problems.html",)
OVERDUE = ("overdue-unexplained", "late-without-cause")


@blueprint.get("/<period>/checks")
@requires("report.see")
def checks(period: str) -> Any:
    try:
        now = standing(period_or_404(period))
    except Refused as refusal:
        return answer(404, reasons=refusal.reasons)
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
    try:
        now = standing(period_or_404(period))
    except Refused as refusal:
        return answer(404, reasons=refusal.reasons)
    name = f"phieu-kiem-tra-{now.period.code}.pdf"
    return send_file(BytesIO(check_sheet(now)), mimetype="application/pdf", as_attachment=True, download_name=name)


def sheet(now: Standing, status: int = 200, reasons: Any = (), typed: Any = None) -> Any:
    found = waiving.findings(now)
    groups = [(level, [one for one in found if one.problem.level is level]) for level in Level]
    keys, pages = keys_by_path(now), pages_of(found)
    return page(
        "reports/checks.html",
        parts=PARTS,
        status=status,
        now=now,
        record=now.report,
        groups=[(level, some) for level, some in groups if some],
        blocking=sum(one.blocks for one in found),
        ended=waiving.ended(now.report, found) if now.report and now.report.is_editable else [],
        section_keys=keys,
        mend=lambda problem: mend(now, problem, keys, pages),
        reasons=reasons,
        typed=typed or {},
    )


def keys_by_path(now: Standing) -> dict[str, str]:
    """Where a path as the checks name it, II.3.1, is edited: the key of its section."""
    found: dict[str, str] = {}
    path: dict[int, str] = {}
    for section in now.sections:
        path = {level: number for level, number in path.items() if level < section.level}
        path[section.level] = section.number
        found[section_path(path)] = section.key
    return found


def pages_of(found: Iterable[Finding]) -> dict[int, str]:
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
    if problem.section in keys and is_open:
        links.append(("Sửa mục này", url_for(".edit", period=code, key=keys[problem.section])))
    links += [("Mở hồ sơ", pages[record_id]) for record_id in problem.records if record_id in pages]
    if problem.rule in OVERDUE:
        links.append(("Mở sổ hồ sơ quá hạn", url_for("overdue.index", period=code)))
    elif problem.figures and not problem.records:
        links.append(("Xem số liệu", url_for("figures.show", period=code)))
    return links
