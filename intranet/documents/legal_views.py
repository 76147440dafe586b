"""The register of legal texts: everybody reads it, the controller keeps it."""

from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.accounts.settings_trail import latest
from intranet.documents import legal_operations as operations
from intranet.documents.legal_forms import LegalReferenceForm
from intranet.documents.models import LegalReference
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.page import go_to, page

blueprint = Blueprint("legal_references", __name__, url_prefix="/legal-references")


@blueprint.get("/")
@requires("work.see")
def index() -> Any:
    sought = clean(request.args.get("q")) or ""
    entries = latest(operations.CREATED, operations.CHANGED)
    known = operations.references(sought)
    return page("legal_references/index.html", references=known, sought=sought, entries=entries, day=today())


@blueprint.route("/new", methods=["GET", "POST"])
@requires("reference.edit")
def new() -> Any:
    form = LegalReferenceForm()
    if is_valid(form) and form.is_taken(lambda values: operations.create(values, current_user)):
        flash("Đã thêm văn bản.")
        return go_to(url_for(".index"))
    return page("legal_references/new.html", form=form)


@blueprint.route("/<int:reference_id>", methods=["GET", "POST"])
@requires("reference.edit")
def edit(reference_id: int) -> Any:
    reference, status = db.get_or_404(LegalReference, reference_id), 0
    form = LegalReferenceForm(obj=reference)
    if is_valid(form):
        if form.overtaken(reference):
            status = 409
        elif form.is_taken(lambda values: operations.change(reference, values, current_user)):
            flash(f"Đã lưu {reference}.")
            return go_to(url_for(".index"))
    return page("legal_references/edit.html", form=form, reference=reference, status=status)


def is_valid(form: LegalReferenceForm) -> bool:
    """Whether it was sent, and all of it can be."""
    if not form.validate_on_submit():
        return False
    for name, message in form.objections():
        form[name].errors = [*form[name].errors, message]
    return not form.errors
