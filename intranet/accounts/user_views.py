"""The administrator's pages about people."""

from typing import Any

from flask import Blueprint, flash, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.accounts import operations
from intranet.accounts.forms import NewPassword, NewUserForm, UserForm
from intranet.accounts.models import Unit, User
from intranet.accounts.permissions import requires
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused

blueprint = Blueprint("users", __name__, url_prefix="/users")


def open_units() -> list[Unit]:
    return list(db.session.scalars(select(Unit).where(Unit.is_active).order_by(Unit.name)))


@blueprint.get("/")
@requires("users.manage")
def index() -> Any:
    users = db.session.scalars(
        select(User).options(joinedload(User.unit)).order_by(User.is_active.desc(), User.full_name)
    )
    return page("accounts/users.html", users=users.all())


@blueprint.route("/new", methods=["GET", "POST"])
@requires("users.manage")
def new() -> Any:
    form = NewUserForm()
    form.unit.offer(open_units())
    if form.validate_on_submit():
        values = {name: value for name, value in form.values().items() if name not in {"again", "is_active"}}
        try:
            operations.create_user(current_user, **values)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã thêm tài khoản “{form.username.data}”.")
            return go_to(url_for(".index"))
    return page("accounts/new_user.html", form=form)


@blueprint.route("/<int:user_id>", methods=["GET", "POST"])
@requires("users.manage")
def edit(user_id: int) -> Any:
    user, status = db.get_or_404(User, user_id), 0
    form = UserForm(obj=user)
    form.unit.offer({*open_units(), user.unit})
    if form.validate_on_submit():
        if form.overtaken(user):
            status = 409
        elif form.is_taken(lambda values: operations.change_user(user, values, current_user)):
            flash(f"Đã lưu tài khoản “{user.username}”.")
            return go_to(url_for(".index"))
    return page("accounts/edit_user.html", form=form, user=user, status=status)


@blueprint.route("/<int:user_id>/password", methods=["GET", "POST"])
@requires("users.manage")
def password(user_id: int) -> Any:
    user = db.get_or_404(User, user_id)
    form = NewPassword()
    if form.validate_on_submit():
        try:
            operations.reset_password(user, form.password.data, current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã đặt lại mật khẩu của “{user.username}”. Hãy báo cho người dùng và nhắc họ đổi ngay.")
            return go_to(url_for(".index"))
    return page("accounts/reset_password.html", form=form, user=user)
