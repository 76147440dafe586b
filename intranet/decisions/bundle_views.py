"""The report, its figures and their sums as one file."""

from typing import Any

from flask import Response

from intranet.accounts.permissions import requires
from intranet.decisions.bundle import bundle as packed
from intranet.kernel.refusals import answer
from intranet.kernel.workflow import Refused
from intranet.reports.blueprint import blueprint, period_or_404
from intranet.reports.standing import standing


@blueprint.get("/<period>/bundle.zip")
@requires("report.see")
def bundle(period: str) -> Any:
    when = period_or_404(period)
    try:
        now = standing(when)
    except Refused as refusal:
        return answer(404, reasons=refusal.reasons)
    response = Response(packed(now), content_type="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=f"bao-cao-{when.code}.zip")
    return response
