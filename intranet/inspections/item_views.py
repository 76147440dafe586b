"""Saving one row of the checklist."""

from typing import Any

from flask import abort, flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.accounts.units import units_to_choose
from intranet.inspections import answers
from intranet.inspections.blueprint import blueprint
from intranet.inspections.item_forms import ItemForm
from intranet.inspections.register import opened
from intranet.inspections.show_page import show_page, units_named
from intranet.kernel.db import db
from intranet.kernel.page import go_to, wants_part
from intranet.kernel.workflow import Refused
from intranet.records.operations import refuse_locked


@blueprint.post("/<int:record_id>/items/<int:item_id>")
@requires("work.see")
def answer(record_id: int, item_id: int) -> Any:
    form = row_form(record_id, item_id)
    item = form.item
    if not form.validate():
        return show_page(item.inspection, row=form, status=422)
    if form.overtaken(form.stored):
        return show_page(item.inspection, row=form, status=409)
    try:
        answers.answer(item, form.answer(), current_user, form.finding(), form.file.data or ())
    except Refused as refusal:
        db.session.rollback()
        form.refuse(refusal)
        return show_page(opened(record_id), row=form, status=422)
    if not wants_part():  # with htmx the row itself says so
        flash(f"Đã lưu tiêu chí {item.position}.")
    return go_to(url_for(".show", record_id=record_id, _anchor=f"item-{item_id}"))


def row_form(record_id: int, item_id: int) -> ItemForm:
    """The form of the row with what was typed into it, or 404."""
    inspection = opened(record_id, "record.edit")
    refuse_locked(inspection)
    item = next((item for item in inspection.items if item.id == item_id), None) or abort(404)
    return ItemForm(item, units_to_choose(*units_named(inspection)))
