"""The forms that go with a report: which they are, and what each says."""

from types import SimpleNamespace
from typing import Any

from flask import abort, flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.figures.fact import Origin
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused
from intranet.reports import annex_choice
from intranet.reports.annexes.annex import PrintedCell
from intranet.reports.annexes.forms import TO_BE_CHECKED, forms_for, needed, printed_form
from intranet.reports.blueprint import blueprint, current_or_404, report_or_404
from intranet.reports.current import CurrentReport, current_report
from intranet.reports.forms import AnnexesForm


@blueprint.get("/<period>/annexes")
@requires("report.see")
def annexes(period: str) -> Any:
    now = current_or_404(period)
    return annex_list(now, AnnexesForm(obj=as_stored(now)))


@blueprint.post("/<period>/annexes")
@requires("report.edit")
def choose_annexes(period: str) -> Any:
    report = report_or_404(period)
    now, form = current_report(report.period), AnnexesForm()
    if not form.validate_on_submit():
        return annex_list(now, form)
    if form.overtaken(as_stored(now)):
        return annex_list(now, form, status=409)
    try:
        annex_choice.choose(report, form.annexes.data or [], current_user)
    except Refused as refusal:
        form.refuse(refusal)
        return annex_list(now, form)
    flash("Đã lưu các biểu kèm theo.")
    return go_to(url_for(".annexes", period=period))


@blueprint.get("/<period>/annexes/<code>")
@requires("report.see")
def annex(period: str, code: str) -> Any:
    """One form as it would be printed, whether it goes with the report or not."""
    now = current_or_404(period)
    attached = next((one for one in now.print.annexes if one.code == code), None)
    found = attached or printed_form(code, now.facts) or abort(404)

    def lead(cell: PrintedCell) -> str | None:
        """The list of what a cell counts, where it is one figure of the registers."""
        one = now.facts.figures.get(cell.names[0]) if len(cell.names) == 1 else None
        is_listed = one is not None and one.origin is Origin.RECORDS
        return url_for(".figure", period=period, name=cell.names[0]) if is_listed else None

    form = next((form for form in forms_for(now.period) if form.code == code), None)
    return page("reports/annex.html", now=now, annex=found, form=form, mark=TO_BE_CHECKED, lead=lead)


def as_stored(now: CurrentReport) -> Any:
    """The choice as a form shows it: what goes with the report, chosen or not."""
    return SimpleNamespace(annexes=list(now.facts.annexes), version=now.report.version if now.report else 0)


def annex_list(now: CurrentReport, form: AnnexesForm, status: int = 0) -> Any:
    offered: dict[str, Any] = {"known": forms_for(now.period), "needed": needed(now.facts), "mark": TO_BE_CHECKED}
    return page("reports/annexes.html", status=status, now=now, record=now.report, form=form, **offered)
