"""Signing in and out, one's own password, and the first account of an empty installation."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Flask, abort, current_app, flash, redirect, request, session, url_for
from flask_login import LoginManager, current_user, login_user, logout_user
from sqlalchemy import select, true

from intranet.accounts import operations
from intranet.accounts.forms import FirstRunForm, PasswordForm, SignInForm
from intranet.accounts.models import Office, Role, User
from intranet.accounts.permissions import requires
from intranet.kernel.db import SAFE_METHODS, db
from intranet.kernel.page import go_to, own_address, page
from intranet.kernel.refusals import answer, typed
from intranet.kernel.workflow import Refused

blueprint = Blueprint("sign_in", __name__)
login = LoginManager()


def init_app(app: Flask) -> None:
    login.init_app(app)
    app.config.setdefault("PERMANENT_SESSION_LIFETIME", timedelta(hours=8))


@login.user_loader
def load_user(session_id: str) -> User | None:
    """The user of a session, while their account is open; the office comes along, for every page shows it."""
    user_id, _, version = session_id.partition(":")
    # The session forgets a row that nothing holds; `info` holds the office until the request ends.
    known = select(User, Office).outerjoin(Office, true()).where(User.id == int(user_id))
    user, db.session.info["office"] = db.session.execute(known).one_or_none() or (None, None)
    if user is None or not user.is_active or (user.is_sample and current_app.config["PRODUCTION"]):
        return None
    return user if str(user.session_version) == version else None


@login.unauthorized_handler
def unauthorized() -> Any:
    """A page leads to the sign-in and back; a sent form answers 401 and shows what was typed."""
    if request.method in SAFE_METHODS and not request.headers.get("HX-Request"):
        return redirect(url_for("sign_in.enter", next=request.full_path.rstrip("?")))
    return answer(401, typed=typed())


@blueprint.route("/login", methods=["GET", "POST"])
def enter() -> Any:
    if not db.session.scalar(select(User.id).limit(1)):
        return redirect(url_for(".first_run"))
    form = SignInForm()
    if not form.validate_on_submit():
        return page("accounts/sign_in.html", form=form)
    try:
        user = operations.sign_in(
            form.username.data,
            form.password.data,
            request.remote_addr or "",
            production=current_app.config["PRODUCTION"],
        )
    except Refused as refusal:
        db.session.commit()  # the failure must survive the refusal, or guessing would be free
        return page("accounts/sign_in.html", form=form, reasons=refusal.reasons, status=422)
    begin_session(user)
    return go_to(own_address(request.args.get("next")) or url_for("home.index"))


def begin_session(user: User) -> None:
    """A fresh session for this person: nothing of an earlier one is carried over."""
    session.clear()
    session.permanent = True
    login_user(user)


@blueprint.post("/logout")
@requires("own.account")
def leave() -> Any:
    logout_user()
    session.clear()
    return go_to(url_for(".enter"))


@blueprint.route("/password", methods=["GET", "POST"])
@requires("own.account")
def password() -> Any:
    form = PasswordForm()
    if not form.validate_on_submit():
        return page("accounts/password.html", form=form)
    try:
        operations.change_password(current_user, form.current.data, form.password.data)
    except Refused as refusal:
        form.refuse(refusal)
        return page("accounts/password.html", form=form)
    login_user(current_user)
    flash("Đã đổi mật khẩu. Những nơi khác đang đăng nhập bằng tài khoản này sẽ phải đăng nhập lại.")
    return go_to(url_for("home.index"))


@blueprint.route("/first-run", methods=["GET", "POST"])
def first_run() -> Any:
    """The administrator of an installation that has no account yet; afterwards this page does not exist."""
    if db.session.scalar(select(User.id).limit(1)):
        abort(404)
    form = FirstRunForm()
    if not form.validate_on_submit():
        return page("accounts/first_run.html", form=form)
    try:
        unit = operations.create_unit(None, code=form.unit_code.data, name=form.unit_name.data)
        values = {"username": form.username.data, "password": form.password.data, "full_name": form.full_name.data}
        user = operations.create_user(None, **values, role=Role.ADMINISTRATOR, unit=unit)
    except Refused as refusal:
        form.refuse(refusal)
        return page("accounts/first_run.html", form=form)
    begin_session(user)
    return go_to(url_for("office.edit"))
