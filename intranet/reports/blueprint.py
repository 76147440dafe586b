"""The door of reports: views, section_views and document_views hang their pages on it."""

from flask import Blueprint, abort

from intranet.kernel.period import Period
from intranet.reports.chart_picture import address
from intranet.reports.models import Report
from intranet.reports.standing import report_of

blueprint = Blueprint("reports", __name__, url_prefix="/reports")
blueprint.add_app_template_filter(address, "picture")


def period_or_404(code: str) -> Period:
    try:
        return Period.parse(code)
    except ValueError:
        abort(404)


def report_or_404(code: str) -> Report:
    return report_of(period_or_404(code)) or abort(404)
