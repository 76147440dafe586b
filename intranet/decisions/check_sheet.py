"""The sheet of checks on paper: what was found in a report, and what was let stand, by whom and why."""

from flask import render_template

from intranet.accounts.operations import the_office
from intranet.decisions.findings import matters
from intranet.kernel.pdf import render_pdf
from intranet.reports.current import CurrentReport


def check_sheet(now: CurrentReport) -> bytes:
    """A PDF for the director beside the report; errors first, what was explained last."""
    said = matters(now)
    return render_pdf(
        render_template(
            "reports/check_sheet.html",
            office=now.print.office,
            period=now.period,
            draft=now.is_draft,
            sample=the_office().is_sample,
            levels=said.levels,
            explained=said.explained,
            blocking=said.blocking,
        )
    )
