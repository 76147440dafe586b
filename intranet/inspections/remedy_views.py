"""The pages of remedies: what is to be remedied, and each remedy's way to being verified."""

from typing import Any

from flask import Blueprint, abort, flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import demand, requires
from intranet.inspections import remedies, remedy_list
from intranet.inspections.models import Finding
from intranet.inspections.remedy_forms import RemedyForm
from intranet.inspections.remedy_list import Shelf
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused

blueprint = Blueprint("corrective_actions", __name__, url_prefix="/corrective-actions")


@blueprint.get("/")
@requires("work.see")
def index() -> Any:
    shelf = request.args.get("shelf", Shelf.UNFINISHED, type=Shelf)
    number = request.args.get("page", 1, type=int)
    listing = remedy_list.listing(current_user, shelf, number)
    return page("corrective_actions/index.html", listing=listing, shelves=Shelf)


@blueprint.get("/<int:finding_id>")
@requires("work.see")
def show(finding_id: int) -> Any:
    return shown(visible_finding(finding_id), RemedyForm(formdata=None))


@blueprint.post("/<int:finding_id>/report")
@requires("work.see")
def report(finding_id: int) -> Any:
    finding = visible_finding(finding_id)
    demand("remedy.report", finding)
    form = RemedyForm()
    if not form.validate():
        return shown(finding, form)
    try:
        remedies.report_remedy(finding, form.text.data, form.done_on.data, current_user, form.file.data or [])
    except Refused as refusal:
        db.session.rollback()
        form.refuse(refusal)
        general = [reason for reason in refusal.reasons if reason.anchor not in form]
        return shown(finding, form, status=422, reasons=general)
    flash("Đã gửi báo cáo khắc phục. Cán bộ kiểm soát TTHC sẽ xem và xác nhận.")
    return go_to(url_for(".show", finding_id=finding_id))


@blueprint.post("/<int:finding_id>/<action>")
@requires("work.see")
def decide(finding_id: int, action: str) -> Any:
    finding = visible_finding(finding_id)
    demand("remedy.verify", finding)
    note = request.form.get("note", "")
    try:
        if action == "verify":
            remedies.verify_remedy(finding, current_user)
        elif action == "send_back":
            remedies.send_back_remedy(finding, current_user, note)
        else:
            abort(404)
    except Refused as refusal:
        db.session.rollback()
        return shown(finding, RemedyForm(formdata=None), status=422, reasons=refusal.reasons, note=note)
    flash(f"{finding.state.label}: tiêu chí {finding.item.position}.")
    return go_to(url_for(".show", finding_id=finding_id))


def visible_finding(finding_id: int) -> Finding:
    """The finding, or 404; 403 where its inspection is not this person's to see."""
    finding = db.get_or_404(Finding, finding_id)
    demand("record.view", finding.inspection)
    return finding


def shown(finding: Finding, form: RemedyForm, **context: Any) -> Any:
    steps = remedies.open_steps(finding, current_user)
    history = remedies.turns(finding)
    return page("corrective_actions/show.html", finding=finding, form=form, steps=steps, turns=history, **context)
