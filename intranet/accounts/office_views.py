"""The office as its documents name it."""

from typing import Any

from flask import Blueprint, url_for

from intranet.accounts import operations
from intranet.accounts.forms import OfficeForm
from intranet.accounts.models import Office
from intranet.accounts.permissions import requires
from intranet.accounts.settings_pages import SettingKind, SettingWords, edit_page

blueprint = Blueprint("office", __name__, url_prefix="/office")

TITLE = "Thông tin cơ quan"
OFFICE = SettingKind(
    name="office",
    model=Office,
    right="office.edit",
    words=SettingWords(
        title=TITLE, editing=TITLE, saved="Đã lưu thông tin cơ quan. Văn bản in từ nay dùng thông tin mới."
    ),
    form=lambda office: OfficeForm(obj=office),
    form_page="accounts/office.html",
    change=lambda office, values, actor: operations.change_office(values, actor),
    after=lambda office: url_for(".edit"),
)


@blueprint.route("/", methods=["GET", "POST"])
@requires(OFFICE.right)
def edit() -> Any:
    return edit_page(OFFICE, operations.the_office())
