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
from intranet.accounts.settings_pages import SettingKind, SettingWords, hang
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page

blueprint = Blueprint("users", __name__, url_prefix="/users")


def listed() -> dict[str, Any]:
    users = select(User).options(joinedload(User.unit)).order_by(User.is_active.desc(), User.full_name)
    return {"users": db.session.scalars(users).all()}


def form_over(user: User | None) -> UserForm:
    """The account's form; of a closed unit only the user's own is offered."""
    form = UserForm(obj=user) if user else NewUserForm()
    open_units = db.session.scalars(select(Unit).where(Unit.is_active).order_by(Unit.name))
    form.unit.offer(dict.fromkeys([*open_units, *([user.unit] if user else [])]))
    return form


def create(values: dict[str, Any], actor: User) -> User:
    asked = {name: value for name, value in values.items() if name not in {"again", "is_active"}}
    return operations.create_user(actor, **asked)


USERS = SettingKind(
    name="user",
    model=User,
    right="users.manage",
    words=SettingWords(
        title="Người dùng",
        adding="Thêm người dùng",
        editing="Sửa người dùng",
        added="Đã thêm tài khoản “{0.username}”.",
        saved="Đã lưu tài khoản “{0.username}”.",
    ),
    index="accounts/users.html",
    listed=listed,
    form=form_over,
    form_page="accounts/user.html",
    create=create,
    change=operations.change_user,
)
hang(blueprint, USERS)


@blueprint.route("/<int:user_id>/password", methods=["GET", "POST"])
@requires("users.manage")
def password(user_id: int) -> Any:
    user = db.get_or_404(User, user_id)
    form = NewPassword()
    if form.validate_on_submit() and form.is_taken(
        lambda values: operations.reset_password(user, values["password"], current_user)
    ):
        flash(f"Đã đặt lại mật khẩu của “{user.username}”. Hãy báo cho người dùng và nhắc họ đổi ngay.")
        return go_to(url_for(".index"))
    return page("accounts/reset_password.html", form=form, user=user)
