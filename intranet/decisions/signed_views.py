"""The signed report: attached, compared with what was approved, given out."""

from io import BytesIO
from typing import Any

from flask import abort, flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy.orm import undefer

from intranet.accounts.permissions import requires
from intranet.decisions import signed as copies
from intranet.decisions.models import SignedCopy
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Reason, Refused
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.models import Report


@blueprint.get("/<period>/signed")
@requires("report.see")
def signed(period: str) -> Any:
    return signed_page(report_or_404(period))


@blueprint.post("/<period>/signed")
@requires("report.edit")
def attach_signed(period: str) -> Any:
    report = report_or_404(period)
    reason = (clean(request.form.get("reason")) or "")[:2_000]
    try:
        copy = copies.attach(report, request.files.get("file"), reason, current_user)
    except Refused as refusal:
        db.session.rollback()
        return signed_page(report_or_404(period), status=422, reasons=refusal.reasons, reason=reason)
    flash(f"Đã đính kèm bản ký. Kết quả đối chiếu: {copy.verdict.label}.")
    return go_to(url_for(".signed", period=period))


@blueprint.get("/<period>/signed/<int:number>.pdf")
@requires("report.see")
def signed_file(period: str, number: int) -> Any:
    copy = db.session.get(SignedCopy, number, options=[undefer(SignedCopy.content)])
    if copy is None or copy.report_id != report_or_404(period).id:
        abort(404)
    return send_file(BytesIO(copy.content), mimetype="application/pdf", as_attachment=True, download_name=copy.name)


def signed_page(report: Report, status: int = 0, reasons: tuple[Reason, ...] = (), reason: str = "") -> Any:
    found = copies.comparison(report)
    is_old = found is not None and copies.is_of_another_text(report, found.copy)
    typed = {"reasons": reasons, "reason": reason}
    context: dict[str, Any] = {"found": found, "is_old": is_old, "earlier": copies.copies(report)[1:]}
    return page("reports/signed.html", status=status, record=report, **typed | context)
