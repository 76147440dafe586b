"""The controller's pages about working days: the holidays of a year and what was announced otherwise."""

from typing import Any

from flask import Blueprint, abort, flash, request, url_for
from flask_login import current_user

from intranet.accounts import workday_operations as operations
from intranet.accounts.permissions import requires
from intranet.accounts.settings_pages import SettingKind, SettingWords, hang
from intranet.accounts.settings_trail import latest
from intranet.accounts.special_days import special_days, workdays_in
from intranet.accounts.workday_forms import DayChangeForm
from intranet.kernel.clock import today
from intranet.kernel.day_changes import DayChange
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.page import go_to

blueprint = Blueprint("working_days", __name__, url_prefix="/working-days")

FIRST, LAST = 2000, 2100


def listed() -> dict[str, Any]:
    """What one year has, this one where none is asked for."""
    year = request.args.get("year", today().year, type=int)
    if not FIRST <= year <= LAST:
        abort(404)
    return {
        "year": year,
        "years": [each for each in (year - 1, year, year + 1) if FIRST <= each <= LAST],
        "days": special_days(year, operations.changes_of(year)),
        "workdays": workdays_in(year),
        "entries": latest(operations.ADDED, operations.CHANGED, operations.REMOVED),
    }


SAVED = "Đã lưu thay đổi của ngày {0}."
DAY_CHANGES = SettingKind(
    name="change",
    model=DayChange,
    right="reference.edit",
    words=SettingWords(
        title="Ngày làm việc",
        adding="Thêm thay đổi",
        editing="Sửa thay đổi của ngày {0}",
        added=SAVED,
        saved=SAVED,
    ),
    index="accounts/working_days.html",
    listed=listed,
    form=lambda change: DayChangeForm(obj=change),
    form_page="accounts/working_day.html",
    create=operations.add,
    change=operations.correct,
    doubts=lambda change, values: operations.doubts(values["day"], values["kind"]),
    after=lambda change: url_for(".index", year=change.day.year),
)
hang(blueprint, DAY_CHANGES)


@blueprint.post("/<int:change_id>/remove")
@requires("reference.edit")
def remove(change_id: int) -> Any:
    change = db.get_or_404(DayChange, change_id)
    day = change.day
    operations.remove(change, current_user, request.form.get("version", type=int))
    flash(f"Đã bỏ thay đổi của ngày {date_text(day)}.")
    return go_to(url_for(".index", year=day.year))
