"""The report, its figures and their sums as one file."""

from typing import Any

from flask import Response

from intranet.accounts.permissions import requires
from intranet.decisions.bundle import bundle as packed
from intranet.reports.blueprint import blueprint, current_or_404


@blueprint.get("/<period>/bundle.zip")
@requires("report.see")
def bundle(period: str) -> Any:
    now = current_or_404(period)
    response = Response(packed(now), content_type="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=f"bao-cao-{now.period.code}.zip")
    return response
