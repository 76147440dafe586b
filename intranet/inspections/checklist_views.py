"""The controller's pages about the checklist and its versions."""

from typing import Any

from flask import Blueprint, flash, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from intranet.accounts.permissions import requires
from intranet.inspections import checklist_operations as operations
from intranet.inspections.checklist_forms import ChecklistForm, VersionForm
from intranet.inspections.models import Checklist
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused

blueprint = Blueprint("checklists", __name__, url_prefix="/checklists")


@blueprint.get("/")
@requires("checklist.edit")
def index() -> Any:
    versions = select(Checklist).options(selectinload(Checklist.items)).order_by(Checklist.effective_from.desc())
    checklists = db.session.scalars(versions).all()
    return page("checklists/index.html", checklists=checklists, uses=operations.uses(), entries=operations.history())


@blueprint.route("/new", methods=["GET", "POST"])
@requires("checklist.edit")
def new() -> Any:
    form = VersionForm()
    if form.validate_on_submit():
        try:
            checklist = operations.new_version(form.name.data, form.effective_from.data, current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã lập “{checklist}”. Hãy sửa các tiêu chí nếu cần.")
            return go_to(url_for(".edit", checklist_id=checklist.id))
    return page("checklists/new.html", form=form)


@blueprint.get("/<int:checklist_id>")
@requires("checklist.edit")
def show(checklist_id: int) -> Any:
    checklist = db.get_or_404(Checklist, checklist_id)
    return page("checklists/show.html", checklist=checklist, used=operations.uses().get(checklist_id, 0))


@blueprint.route("/<int:checklist_id>/edit", methods=["GET", "POST"])
@requires("checklist.edit")
def edit(checklist_id: int) -> Any:
    checklist = db.get_or_404(Checklist, checklist_id)
    operations.refuse_used(checklist)
    form = ChecklistForm(checklist)
    if form.validate_on_submit():
        lines = operations.arranged(form.placed())
        try:
            operations.change_version(checklist, form.name.data, form.effective_from.data, lines, current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã lưu “{checklist}”.")
            return go_to(url_for(".show", checklist_id=checklist.id))
    return page("checklists/edit.html", form=form, checklist=checklist)
