"""The controller's pages about working days: the holidays of a year and what was announced otherwise."""

from typing import Any

from flask import Blueprint, abort, flash, request, url_for
from flask_login import current_user

from intranet.accounts import workday_operations as operations
from intranet.accounts.permissions import requires
from intranet.accounts.settings_trail import latest
from intranet.accounts.special_days import special_days, workdays_in
from intranet.accounts.workday_forms import DayChangeForm
from intranet.kernel.clock import today
from intranet.kernel.day_changes import DayChange
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.page import go_to, page

blueprint = Blueprint("working_days", __name__, url_prefix="/working-days")

FIRST, LAST = 2000, 2100


@blueprint.get("/")
@requires("reference.edit")
def index() -> Any:
    year = request.args.get("year", today().year, type=int)
    if not FIRST <= year <= LAST:
        abort(404)
    days = special_days(year, operations.changes_of(year))
    entries = latest(operations.ADDED, operations.CHANGED, operations.REMOVED)
    years = [each for each in (year - 1, year, year + 1) if FIRST <= each <= LAST]
    return page(
        "accounts/working_days.html", year=year, years=years, days=days, workdays=workdays_in(year), entries=entries
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires("reference.edit")
def new() -> Any:
    form = DayChangeForm()
    if (
        form.validate_on_submit()
        and is_certain(form)
        and form.is_taken(lambda values: operations.add(values, current_user))
    ):
        return saved(form)
    return page("accounts/working_day.html", form=form, change=None)


@blueprint.route("/<int:change_id>", methods=["GET", "POST"])
@requires("reference.edit")
def edit(change_id: int) -> Any:
    change, status = db.get_or_404(DayChange, change_id), 0
    form = DayChangeForm(obj=change)
    if form.validate_on_submit():
        if form.overtaken(change):
            status = 409
        elif is_certain(form) and form.is_taken(lambda values: operations.correct(change, values, current_user)):
            return saved(form)
    return page("accounts/working_day.html", form=form, change=change, status=status)


@blueprint.post("/<int:change_id>/remove")
@requires("reference.edit")
def remove(change_id: int) -> Any:
    change = db.get_or_404(DayChange, change_id)
    day = change.day
    operations.remove(change, current_user, request.form.get("version", type=int))
    flash(f"Đã bỏ thay đổi của ngày {date_text(day)}.")
    return go_to(url_for(".index", year=day.year))


def is_certain(form: DayChangeForm) -> bool:
    return form.confirms(operations.doubts(form.day.data, form.kind.data))


def saved(form: DayChangeForm) -> Any:
    flash(f"Đã lưu thay đổi của ngày {date_text(form.day.data)}.")
    return go_to(url_for(".index", year=form.day.data.year))
