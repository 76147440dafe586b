"""The pages of an inspection: planned, shown, changed, begun, concluded."""

from typing import Any

from flask import flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.inspections import document_views, item_views, operations  # noqa: F401  (their pages, too)
from intranet.inspections.blueprint import blueprint
from intranet.inspections.forms import CONCLUSION, ConclusionForm, as_stored
from intranet.inspections.register import INSPECTIONS, opened
from intranet.inspections.show_page import show_page
from intranet.kernel.page import go_to
from intranet.kernel.workflow import Refused
from intranet.records import pages
from intranet.records.operations import refuse_locked

pages.hang_list(blueprint, INSPECTIONS)
pages.hang_forms(blueprint, INSPECTIONS)


@blueprint.get("/<int:record_id>")
@requires("work.see")
def show(record_id: int) -> Any:
    return show_page(opened(record_id))


@blueprint.post("/<int:record_id>/start")
@requires("work.see")
def start(record_id: int) -> Any:
    inspection = opened(record_id, "record.edit")
    try:
        operations.start(inspection, current_user)
    except Refused as refusal:
        return show_page(inspection, reasons=refusal.reasons, status=422)
    return go_to(url_for(".show", record_id=record_id, _anchor="checklist"))


@blueprint.post("/<int:record_id>/conclusion")
@requires("work.see")
def conclude(record_id: int) -> Any:
    inspection = opened(record_id, "record.edit")
    refuse_locked(inspection)
    stored, status = as_stored(inspection, CONCLUSION), 422
    form = ConclusionForm(obj=stored)
    if form.validate():
        if form.overtaken(stored):
            status = 409
        elif form.is_taken(lambda values: operations.conclude(inspection, values, current_user)):
            flash("Đã lưu kết luận.")
            return go_to(url_for(".show", record_id=record_id, _anchor="ending"))
    return show_page(inspection, conclusion=form, status=status)
