"""Where the national portal shows a TTHC: the address as a setting, its QR code, the poster for the counter."""

from typing import Any

from flask import Response

from intranet.accounts.permissions import requires
from intranet.accounts.settings_pages import SettingKind, SettingWords, edit_page
from intranet.kernel.db import db
from intranet.kernel.search import slug
from intranet.procedures import (
    catalogue_import_views,  # noqa: F401  (hangs its pages on the blueprint)
    portal,
)
from intranet.procedures import catalogue_operations as operations
from intranet.procedures.catalogue import Portal, Procedure
from intranet.procedures.catalogue_forms import PortalForm
from intranet.procedures.catalogue_views import blueprint
from intranet.records.papers import paper

SAMPLE_CODE = "1.000100"
PORTAL = SettingKind(
    name="portal",
    model=Portal,
    right="reference.edit",
    words=SettingWords(
        title="Thủ tục hành chính",
        editing="Địa chỉ TTHC trên Cổng",
        saved="Đã lưu mẫu địa chỉ. Mã QR và bảng niêm yết từ nay dùng địa chỉ mới.",
    ),
    form=lambda stored: PortalForm(obj=stored),
    form_page="procedures/portal.html",
    change=operations.change_portal,
)


@blueprint.route("/portal", methods=["GET", "POST"])
@requires("reference.edit")
def edit_portal() -> Any:
    stored = operations.the_portal()
    return edit_page(PORTAL, stored, example=portal.address(stored.pattern, SAMPLE_CODE))


@blueprint.get("/<int:procedure_id>/qr.svg")
@requires("work.see")
def qr(procedure_id: int) -> Any:
    procedure = db.get_or_404(Procedure, procedure_id)
    return Response(portal.qr_svg(address_of(procedure)), mimetype="image/svg+xml")


@blueprint.get("/<int:procedure_id>/poster.pdf")
@requires("work.see")
def poster(procedure_id: int) -> Any:
    """For the counter: what the procedure is called, how long it takes, and the way to its page."""
    procedure = db.get_or_404(Procedure, procedure_id)
    address = address_of(procedure)
    told = {"procedure": procedure, "address": address, "picture": portal.qr_png(address)}
    return paper("procedures/paper.html", f"niem-yet-{slug(procedure.code)}.pdf", False, **told)


def address_of(procedure: Procedure) -> str:
    return portal.address(operations.the_portal().pattern, procedure.code)
