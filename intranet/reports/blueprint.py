"""The door of reports: views, section_views and document_views hang their pages on it."""

from flask import Blueprint, abort, make_response

from intranet.kernel.period import Period
from intranet.kernel.refusals import answer
from intranet.kernel.workflow import Refused
from intranet.reports.charts.picture import address
from intranet.reports.current import CurrentReport, current_report, report_of
from intranet.reports.models import Report

blueprint = Blueprint("reports", __name__, url_prefix="/reports")
blueprint.add_app_template_filter(address, "picture")


def period_or_404(code: str) -> Period:
    try:
        return Period.parse(code)
    except ValueError:
        abort(404)


def report_or_404(code: str) -> Report:
    return report_of(period_or_404(code)) or abort(404)


def current_or_404(code: str) -> CurrentReport:
    """The report of a period as it stands; where no outline is in force, a page that says so."""
    try:
        return current_report(period_or_404(code))
    except Refused as refusal:
        abort(make_response(answer(404, reasons=refusal.reasons)))
