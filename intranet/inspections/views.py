"""The pages of an inspection: planned, shown, changed, begun, concluded."""

from typing import Any

from flask import flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.inspections import document_views, index_views, item_views, operations  # noqa: F401  (their pages, too)
from intranet.inspections.blueprint import blueprint
from intranet.inspections.forms import CONCLUSION, PLAN, ConclusionForm, InspectionForm, as_stored
from intranet.inspections.opened import opened
from intranet.inspections.show_page import show_page, units_to_choose
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused


@blueprint.route("/new", methods=["GET", "POST"])
@requires("record.create")
def new() -> Any:
    form = InspectionForm()
    form.inspected_unit.offer(units_to_choose())
    if form.validate_on_submit():
        try:
            inspection = operations.plan(form.values(), current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Đã lưu bản nháp. Đến ngày kiểm tra, hãy bấm “Bắt đầu kiểm tra”.")
            return go_to(url_for(".show", record_id=inspection.id))
    return page("inspections/new.html", form=form)


@blueprint.get("/<int:record_id>")
@requires("work.see")
def show(record_id: int) -> Any:
    return show_page(opened(record_id))


@blueprint.route("/<int:record_id>/edit", methods=["GET", "POST"])
@requires("work.see")
def edit(record_id: int) -> Any:
    inspection = opened(record_id, "record.edit")
    operations.refuse_locked(inspection)
    stored, status = as_stored(inspection, PLAN), 0
    form = InspectionForm(obj=stored)
    form.inspected_unit.offer(units_to_choose(inspection.inspected_unit))
    if form.validate_on_submit():
        if form.overtaken(stored):
            status = 409
        elif changed(inspection, form, operations.change):
            flash("Đã lưu thông tin cuộc kiểm tra.")
            return go_to(url_for(".show", record_id=record_id))
    return page("inspections/edit.html", form=form, inspection=inspection, status=status)


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
    operations.refuse_locked(inspection)
    stored, status = as_stored(inspection, CONCLUSION), 422
    form = ConclusionForm(obj=stored)
    if form.validate():
        if form.overtaken(stored):
            status = 409
        elif changed(inspection, form, operations.conclude):
            flash("Đã lưu kết luận.")
            return go_to(url_for(".show", record_id=record_id, _anchor="ending"))
    return show_page(inspection, conclusion=form, status=status)


def changed(inspection: Any, form: Any, operation: Any) -> bool:
    """Whether the operation took what was typed; otherwise the form says why not."""
    try:
        operation(inspection, form.values(), current_user)
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True
