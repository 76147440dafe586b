"""The administrator's pages about units."""

from typing import Any

from flask import Blueprint, flash, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from intranet.accounts import operations
from intranet.accounts.forms import UnitForm
from intranet.accounts.models import Unit
from intranet.accounts.permissions import requires
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused

blueprint = Blueprint("units", __name__, url_prefix="/units")


@blueprint.get("/")
@requires("users.manage")
def index() -> Any:
    units = select(Unit).options(selectinload(Unit.users)).order_by(Unit.is_active.desc(), Unit.name)
    return page("accounts/units.html", units=db.session.scalars(units).all())


@blueprint.route("/new", methods=["GET", "POST"])
@requires("users.manage")
def new() -> Any:
    form = UnitForm()
    if form.validate_on_submit():
        try:
            operations.create_unit(current_user, code=form.code.data, name=form.name.data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã thêm đơn vị “{form.name.data}”.")
            return go_to(url_for(".index"))
    return page("accounts/unit.html", form=form, unit=None)


@blueprint.route("/<int:unit_id>", methods=["GET", "POST"])
@requires("users.manage")
def edit(unit_id: int) -> Any:
    unit, status = db.get_or_404(Unit, unit_id), 0
    form = UnitForm(obj=unit)
    if form.validate_on_submit():
        if form.overtaken(unit):
            status = 409
        elif form.is_taken(lambda values: operations.change_unit(unit, values, current_user)):
            flash(f"Đã lưu đơn vị “{unit.name}”.")
            return go_to(url_for(".index"))
    return page("accounts/unit.html", form=form, unit=unit, status=status)
