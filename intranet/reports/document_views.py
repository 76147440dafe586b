"""The report as a file."""

from typing import Any

from flask import Response, abort

from intranet.accounts.permissions import requires
from intranet.reports.blueprint import blueprint, current_or_404
from intranet.reports.render import FORMATS

# The page stands alone, its style inside; opened from here it may do nothing else.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@blueprint.get("/<period>.<ending>")
@requires("report.see")
def document(period: str, ending: str) -> Any:
    if ending not in FORMATS:
        abort(404)
    now, wanted = current_or_404(period), FORMATS[ending]
    response = Response(wanted.render(now), content_type=f"{wanted.media_type}; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"bao-cao-{now.period.code}.{ending}")
    response.headers["Content-Security-Policy"] = ALONE
    return response
