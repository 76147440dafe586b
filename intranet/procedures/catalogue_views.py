"""The pages of the catalogue of TTHC: the list, one procedure, what may be changed, a published list taken over."""

from typing import Any

from flask import Blueprint, abort, request, send_file, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from intranet.accounts.permissions import requires
from intranet.accounts.settings_pages import SettingKind, SettingWords, hang
from intranet.accounts.settings_trail import latest
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.period import Period
from intranet.kernel.spreadsheet import MEDIA_TYPE, spreadsheet
from intranet.procedures import catalogue_operations as operations
from intranet.procedures.catalogue import Procedure
from intranet.procedures.catalogue_counting import MARKS
from intranet.procedures.catalogue_forms import CatalogueForm
from intranet.procedures.catalogue_listing import BETWEEN, LISTING, SHEET
from intranet.procedures.models import InternalProcedure
from intranet.procedures.portal import address
from intranet.records.approval import State
from intranet.records.visibility import visible_to

blueprint = Blueprint("procedures", __name__, url_prefix="/procedures")


@blueprint.get("/")
@requires("work.see")
def index() -> Any:
    found = LISTING.find(request.args, LISTING.of, url_for(".index"))
    text, status = page("procedures/index.html", parts=("procedures/_rows.html",), found=found)
    return text, status, {"HX-Push-Url": found.here}


@blueprint.get("/export.xlsx")
@requires("work.see")
def export() -> Any:
    """Every row of the list as it is searched, filtered and sorted."""
    file = spreadsheet("Danh mục TTHC", SHEET, LISTING.every(request.args, LISTING.of))
    return send_file(file, mimetype=MEDIA_TYPE, as_attachment=True, download_name="danh-muc-tthc.xlsx")


@blueprint.get("/counted/<period>/<name>")
@requires("work.see")
def figure(period: str, name: str) -> Any:
    """From a figure to the list of exactly what it counts."""
    try:
        code = Period.parse(period).code
    except ValueError:
        abort(404)
    if name not in MARKS:
        abort(404)
    return go_to(url_for(".index", figure=f"{code}{BETWEEN}{name}"))


@blueprint.get("/<int:procedure_id>")
@requires("work.see")
def show(procedure_id: int) -> Any:
    procedure = db.get_or_404(Procedure, procedure_id)
    portal = address(operations.the_portal().pattern, procedure.code)
    return page("procedures/show.html", procedure=procedure, portal=portal, internal=internal(procedure))


def internal(procedure: Procedure) -> list[InternalProcedure]:
    """The quy trình nội bộ by which the office settles it, as far as the person may see them."""
    wanted = (InternalProcedure.procedure_code == procedure.code, InternalProcedure.state != State.CANCELLED)
    found = select(InternalProcedure).where(*wanted, visible_to(current_user))
    ordered = found.order_by(InternalProcedure.code, InternalProcedure.revision.desc())
    return list(db.session.scalars(ordered.options(selectinload(InternalProcedure.revisions))))


CATALOGUE = SettingKind(
    name="procedure",
    model=Procedure,
    right="reference.edit",
    words=SettingWords(
        title="Thủ tục hành chính",
        adding="Thêm TTHC",
        editing="Sửa TTHC {0.code}",
        added="Đã thêm TTHC {0.code}.",
        saved="Đã lưu TTHC {0.code}.",
    ),
    form=lambda procedure: CatalogueForm(obj=procedure),
    form_page="procedures/form.html",
    create=operations.create,
    change=operations.change,
    after=lambda procedure: url_for(".show", procedure_id=procedure.id),
    ending="/edit",
)
hang(blueprint, CATALOGUE)


@blueprint.get("/history")
@requires("reference.edit")
def history() -> Any:
    return page("procedures/history.html", entries=latest(*operations.ACTIONS))
