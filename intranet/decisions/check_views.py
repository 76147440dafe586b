"""What the checks find in the report of a period, where each is mended, and what is let stand."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from flask import flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy import select

from intranet.accounts.permissions import requires
from intranet.categories.catalogue import CATALOGUE
from intranet.checks.figure_missing import ONLY_BY_REGISTER
from intranet.checks.figure_missing import RULE as MISSING
from intranet.checks.text_unconfirmed import RULE as UNCONFIRMED
from intranet.decisions import waiving
from intranet.decisions.check_sheet import check_sheet
from intranet.decisions.findings import FoundProblem, Matter, matters
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.page import go_to, page
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records.models import Record
from intranet.records.views import page_of
from intranet.reports.blueprint import blueprint, current_or_404, report_or_404
from intranet.reports.current import CurrentReport, current_report
from intranet.reports.section_paths import section_paths

PARTS = ("reports/_problems.html",)
OVERDUE = ("overdue-unexplained", "late-without-cause")


@blueprint.get("/<period>/checks")
@requires("report.see")
def checks(period: str) -> Any:
    now = current_or_404(period)
    return sheet(now)


@blueprint.post("/<period>/checks/waive")
@requires("report.edit")
def waive(period: str) -> Any:
    report = report_or_404(period)
    now, keys = current_report(report.period), request.form.getlist("key")
    reason = clean(request.form.get("reason")) or ""
    try:
        waiving.waive(report, keys, reason, now, current_user)
    except Refused as refusal:
        return sheet(now, status=422, reasons=refusal.reasons, typed=dict.fromkeys(keys, reason))
    flash("Đã ghi giải trình. Giải trình hết hiệu lực khi câu văn hoặc số liệu thay đổi.")
    return go_to(url_for(".checks", period=period))


@blueprint.post("/<period>/checks/revoke")
@requires("report.edit")
def revoke(period: str) -> Any:
    report = report_or_404(period)
    try:
        waiving.revoke(report, request.form.getlist("key"), current_user)
    except Refused as refusal:
        return sheet(current_report(report.period), status=422, reasons=refusal.reasons)
    flash("Đã bỏ giải trình.")
    return go_to(url_for(".checks", period=period))


@blueprint.get("/<period>/checks.pdf")
@requires("report.see")
def check_paper(period: str) -> Any:
    """The sheet on paper, for the director beside the report."""
    now = current_or_404(period)
    name = f"phieu-kiem-tra-{now.period.code}.pdf"
    return send_file(BytesIO(check_sheet(now)), mimetype="application/pdf", as_attachment=True, download_name=name)


def sheet(now: CurrentReport, status: int = 200, reasons: Any = (), typed: Any = None) -> Any:
    context = checked(now) | {"reasons": reasons, "typed": typed or {}}
    return page("reports/checks.html", parts=PARTS, status=status, now=now, record=now.report, **context)


def checked(now: CurrentReport) -> dict[str, Any]:
    """What the checks say of a report: what is open by level, what was explained, and where each is mended."""
    said = matters(now)
    found = [one for matter in (*said.open, *said.explained) for one in matter.findings]
    keys = {path: key for key, path in section_paths(now.sections).items()}
    pages = pages_of(found)
    return {
        "levels": said.levels,
        "explained": said.explained,
        "blocking": said.blocking,
        "ended": waiving.ended(now.report, found) if now.report and now.report.is_editable else [],
        "section_keys": keys,
        "links": lambda matter: links(now, matter, keys, pages),
        "typed": {},
    }


def pages_of(found: Iterable[FoundProblem]) -> dict[int, str]:
    """The page of every record that a finding concerns, by its number."""
    wanted = {record_id for one in found for record_id in one.problem.records}
    if not wanted:
        return {}
    known = db.session.scalars(select(Record).where(Record.id.in_(wanted)))
    return {record.id: page_of(record) for record in known}


def links(
    now: CurrentReport, matter: Matter, keys: Mapping[str, str], pages: Mapping[int, str]
) -> list[tuple[str, str]]:
    """Where a matter may be mended outside the editor, each link once with its words."""
    code = now.period.code
    is_open = now.report is not None and now.report.is_editable
    found: dict[str, str] = {}
    for problem in (one.problem for one in matter.findings):
        if problem.rule == UNCONFIRMED and is_open:
            found[url_for("reports.texts", period=code, _anchor=f"text-{keys[problem.section]}")] = "Xem và xác nhận"
        found |= {pages[record_id]: "Mở hồ sơ" for record_id in problem.records if record_id in pages}
        if problem.rule in OVERDUE:
            found[url_for("overdue.index", period=code)] = "Mở sổ hồ sơ quá hạn"
        elif problem.rule == MISSING and problem.figures:
            found |= where_given(problem.figures[0], code)
        elif problem.figures and not problem.records:
            found[url_for("figures.show", period=code)] = "Xem số liệu"
    return [(words, url) for url, words in found.items()]


def where_given(figure: str, code: str) -> dict[str, str]:
    """Where a figure that is missing can be given: in its field, in the quarters, or by its register."""
    definition = CATALOGUE.get(figure)
    if definition and definition.group == ONLY_BY_REGISTER:
        return {
            url_for("inspections.index"): "Mở sổ kiểm tra",
            url_for("register_uses.edit", key=ONLY_BY_REGISTER): "Đặt ngày bắt đầu dùng sổ",
        }
    if Period.parse(code).kind != "Q":
        return {url_for("reports.figure", period=code, name=figure): "Xem quý nào còn thiếu"}
    return {url_for("figures.show", period=code, _anchor=figure): "Nhập số liệu"}
