"""The controller's pages about what dossiers are told by: fields and overdue causes."""

from typing import Any

from flask import Blueprint, abort, flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.accounts.settings_trail import latest
from intranet.categories.families import Family
from intranet.categories.models import FigureCategory
from intranet.figures import category_operations as operations
from intranet.figures.category_forms import FORMS, NEW_FORMS
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused

blueprint = Blueprint("categories", __name__, url_prefix="/categories")


@blueprint.get("/")
@requires("reference.edit")
def index() -> Any:
    families = {family: operations.members(family) for family in Family}
    entries = latest(operations.CREATED, operations.CHANGED)
    return page("categories/index.html", families=families, entries=entries, day=today())


@blueprint.route("/new/<family>", methods=["GET", "POST"])
@requires("reference.edit")
def new(family: str) -> Any:
    if family not in set(Family):
        abort(404)
    kind = Family(family)
    form = NEW_FORMS[kind]()
    if form.validate_on_submit():
        try:
            category = operations.create(kind, form.values(), current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã thêm “{category}”, mã {category.code}.")
            return go_to(url_for(".index"))
    return page("categories/new.html", form=form, family=kind)


@blueprint.route("/<int:category_id>", methods=["GET", "POST"])
@requires("reference.edit")
def edit(category_id: int) -> Any:
    category, status = db.get_or_404(FigureCategory, category_id), 0
    form = FORMS[category.family](obj=category)
    if form.validate_on_submit():
        if form.overtaken(category):
            status = 409
        elif is_certain(form, category) and form.is_taken(
            lambda values: operations.change(category, values, current_user)
        ):
            flash(f"Đã lưu “{category}”.")
            return go_to(url_for(".index"))
    return page("categories/edit.html", form=form, category=category, status=status)


def is_certain(form: Any, category: FigureCategory) -> bool:
    is_told: bool = form.confirms(operations.doubts(category, form.values()))
    return is_told
