"""Outlines of the report: their versions, a new one from a copy, the editor."""

from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused
from intranet.reports.forms import OutlineForm
from intranet.reports.models import Outline
from intranet.reports.outlines import operations as outlines
from intranet.reports.outlines.headings import Heading, parse
from intranet.reports.sections.composers import COMPOSERS

blueprint = Blueprint("outlines", __name__, url_prefix="/outlines")
PARTS = ("outlines/_numbering.html",)


@blueprint.get("/")
@requires("outline.edit")
def index() -> Any:
    return page("outlines/index.html", outlines=outlines.all_versions(), current=outlines.current())


@blueprint.route("/new", methods=["GET", "POST"])
@requires("outline.edit")
def new() -> Any:
    """A new version, from a copy of the one named by `copy`, else of the newest."""
    copied = request.args.get("copy", type=int)
    form = OutlineForm(obj=db.get_or_404(Outline, copied) if copied else next(iter(outlines.all_versions()), None))
    if not form.is_submitted():
        form.effective_from.data = None
    if form.validate_on_submit():
        try:
            outline = outlines.create(form.values(), current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã thêm đề cương “{outline.name}”.")
            return go_to(url_for(".index"))
    return editor(form, None)


@blueprint.route("/<int:outline_id>", methods=["GET", "POST"])
@requires("outline.edit")
def edit(outline_id: int) -> Any:
    outline = db.get_or_404(Outline, outline_id)
    form = OutlineForm(obj=outline)
    if form.validate_on_submit():
        if form.overtaken(outline):
            return editor(form, outline, status=409)
        try:
            outlines.change(outline, form.values(), current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã lưu đề cương “{outline.name}”.")
            return go_to(url_for(".index"))
    return editor(form, outline)


@blueprint.post("/numbering")
@requires("outline.edit")
def numbering() -> Any:
    """How an outline would be numbered; nothing is kept."""
    edited = request.args.get("outline", type=int)
    return editor(OutlineForm(), db.get_or_404(Outline, edited) if edited else None)


def editor(form: OutlineForm, outline: Outline | None, status: int = 0) -> Any:
    headings, mistakes = numbered(form.text.data or "")
    used = outlines.deciding(outline) if outline else []
    context = {"headings": headings, "mistakes": mistakes, "used": used, "composers": COMPOSERS}
    return page("outlines/edit.html", parts=PARTS, status=status, form=form, outline=outline, **context)


def numbered(text: str) -> tuple[tuple[Heading, ...], tuple[str, ...]]:
    try:
        return parse(text), ()
    except Refused as refusal:
        return (), tuple(reason.message for reason in refusal.reasons)
