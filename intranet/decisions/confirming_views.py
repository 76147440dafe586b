"""The one page on which the texts a report takes over are read and answered, one by one or together."""

from typing import Any

from flask import flash, request, url_for
from flask_login import current_user
from sqlalchemy.exc import IntegrityError

from intranet.accounts.permissions import requires
from intranet.decisions import confirming
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Reason, Refused
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.carried import CarriedAnswer
from intranet.reports.current import CurrentReport, current_report

TOGETHER = "Có người vừa trả lời cùng lúc với bạn. Hãy xem lại rồi lưu lần nữa."


@blueprint.get("/<period>/texts")
@requires("report.see")
def texts(period: str) -> Any:
    return sheet(current_report(report_or_404(period).period))


@blueprint.post("/<period>/texts")
@requires("report.edit")
def confirm(period: str) -> Any:
    """Keep what was chosen; with the button for all, what was not chosen is kept as it is."""
    report = report_or_404(period)
    now, answers = current_report(report.period), answered("rest" in request.form)
    try:
        count = confirming.confirm(report, answers, current_user, now)
    except Refused as refusal:
        return sheet(now, 422, refusal.reasons, answers)
    except IntegrityError:
        db.session.rollback()
        return sheet(current_report(report_or_404(period).period), 409, (Reason(TOGETHER),), answers)
    flash(f"Đã xác nhận {count} nội dung." if count else "Chưa có câu trả lời mới nào được chọn.")
    return go_to(url_for(".texts", period=period))


def answered(keep_the_rest: bool) -> dict[str, tuple[str, str]]:
    """By the section's key, what was chosen and the digest of what was shown."""
    found = {}
    for name, digest in request.form.items():
        if name.startswith("seen-"):
            key = name.removeprefix("seen-")
            chosen = request.form.get(f"answer-{key}", CarriedAnswer.KEPT if keep_the_rest else "")
            if chosen:
                found[key] = (chosen, digest)
    return found


def sheet(now: CurrentReport, status: int = 200, reasons: tuple[Reason, ...] = (), chosen: Any = None) -> Any:
    found = confirming.taken_over(now)
    last, changed = confirming.changed_since_last(now)
    context: dict[str, Any] = {
        "waiting": [one for one in found if one.is_waiting],
        "answered": [one for one in found if one.answer],
        "edited": [one for one in found if one.is_edited],
        "last": last,
        "changed": changed,
        "chosen": {key: answer for key, (answer, _) in (chosen or {}).items()},
        "wrong": {reason.anchor: reason.message for reason in reasons},
        "reasons": reasons,
    }
    return page("reports/carried_texts.html", status=status, now=now, record=now.report, **context)
