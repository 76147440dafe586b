"""The office as its documents name it."""

from typing import Any

from flask import Blueprint, flash, url_for
from flask_login import current_user

from intranet.accounts import operations
from intranet.accounts.forms import OfficeForm
from intranet.accounts.permissions import requires
from intranet.kernel.page import go_to, page

blueprint = Blueprint("office", __name__, url_prefix="/office")


@blueprint.route("/", methods=["GET", "POST"])
@requires("office.edit")
def edit() -> Any:
    office, status = operations.the_office(), 0
    form = OfficeForm(obj=office)
    if form.validate_on_submit():
        if form.overtaken(office):
            status = 409
        else:
            operations.change_office(form.values(), current_user)
            flash("Đã lưu thông tin cơ quan. Văn bản in từ nay dùng thông tin mới.")
            return go_to(url_for(".edit"))
    return page("accounts/office.html", form=form, status=status)
