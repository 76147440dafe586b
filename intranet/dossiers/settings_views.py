"""The controller's pages about the systems that export dossiers, and about who handles which field."""

from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.accounts.settings_trail import latest
from intranet.accounts.units import units_to_choose
from intranet.dossiers import settings_operations as operations
from intranet.dossiers.batches import every_source, newest_exports
from intranet.dossiers.models import Source
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.settings_forms import SourceForm, fields_form
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page

ANSWER = "answer-"
blueprint = Blueprint("dossier_sources", __name__, url_prefix="/dossiers")


@blueprint.get("/sources")
@requires("reference.edit")
def index() -> Any:
    entries = latest(operations.CHANGED, operations.FORGOTTEN, operations.ANSWERED, operations.ASSIGNED)
    return page("dossier_sources/index.html", sources=every_source(), newest=newest_exports(), entries=entries)


@blueprint.route("/sources/<int:source_id>", methods=["GET", "POST"])
@requires("reference.edit")
def edit(source_id: int) -> Any:
    source, status = db.get_or_404(Source, source_id), 0
    form, chosen = SourceForm(obj=source), answers_sent()
    if form.validate_on_submit():
        if form.overtaken(source):
            status = 409
        elif form.is_taken(lambda values: operations.change(source, values, chosen, current_user)):
            flash(f"Đã lưu “{source.name}”.")
            return go_to(url_for(".index"))
    answers = Remembered.from_json(source.known).answers()
    return page("dossier_sources/edit.html", form=form, source=source, answers=answers, chosen=chosen, status=status)


def answers_sent() -> dict[str, str]:
    """What was chosen of each answer, by its key."""
    return {name.removeprefix(ANSWER): value for name, value in request.form.items() if name.startswith(ANSWER)}


@blueprint.route("/field-units", methods=["GET", "POST"])
@requires("reference.edit")
def field_units() -> Any:
    labels, present = operations.fields(), operations.assigned()
    form = fields_form(labels, {field: it.unit for field, it in present.items()}, units_to_choose())
    if form.validate_on_submit():
        count = operations.assign(form.chosen(labels), current_user)
        flash(f"Đã lưu đơn vị phụ trách của {count} lĩnh vực." if count else "Không có gì thay đổi.")
        return go_to(url_for(".index"))
    return page("dossier_sources/field_units.html", form=form)
