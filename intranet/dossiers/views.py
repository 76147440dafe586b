"""The pages of dossiers: the list, one dossier with what each system says of it, and the rows behind a figure."""

from typing import Any

from flask import Blueprint, abort, request, send_file, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.accounts.permissions import requires
from intranet.dossiers.counting import COUNTED, seen_by
from intranet.dossiers.filters import BETWEEN
from intranet.dossiers.listing import LISTING, sheet
from intranet.dossiers.models import Dossier, ImportBatch, SourceRow, Stage
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.period import Period
from intranet.kernel.spreadsheet import MEDIA_TYPE, spreadsheet

blueprint = Blueprint("dossiers", __name__, url_prefix="/dossiers")


@blueprint.get("/")
@requires("work.see")
def index() -> Any:
    found = LISTING.find(request.args, seen_by(current_user), url_for(".index"))
    text, status = page("dossiers/index.html", parts=("dossiers/_rows.html",), found=found)
    return text, status, {"HX-Push-Url": found.here}


@blueprint.get("/export.xlsx")
@requires("work.see")
def export() -> Any:
    """Every row of the list as it is searched, filtered and sorted."""
    file = spreadsheet("Hồ sơ", sheet(), LISTING.every(request.args, seen_by(current_user)))
    return send_file(file, mimetype=MEDIA_TYPE, as_attachment=True, download_name="ho-so.xlsx")


@blueprint.get("/<int:dossier_id>")
@requires("work.see")
def show(dossier_id: int) -> Any:
    wanted = select(Dossier).where(Dossier.id == dossier_id).options(joinedload(Dossier.unit))
    dossier = db.session.scalar(wanted) or abort(404)
    if db.session.scalar(wanted.where(seen_by(current_user))) is None:
        abort(403)
    told = (
        select(SourceRow, ImportBatch)
        .join(ImportBatch, ImportBatch.id == SourceRow.batch_id)
        .where(SourceRow.code == dossier.code, ImportBatch.stage == Stage.PUBLISHED)
        .options(joinedload(ImportBatch.source))
        .order_by(ImportBatch.exported_on.desc(), SourceRow.id.desc())
    )
    return page("dossiers/show.html", dossier=dossier, told=db.session.execute(told).all())


@blueprint.get("/counted/<period>/<name>")
@requires("work.see")
def figure(period: str, name: str) -> Any:
    """From a figure to the list of exactly what it counts; a field's figure is dossiers.by_field.ho-tich.received."""
    parts = name.split(".")
    field = parts[2] if len(parts) == 4 and parts[1] == "by_field" else None
    whole = f"dossiers.{parts[-1]}"
    try:
        code = Period.parse(period).code
    except ValueError:
        abort(404)
    if whole not in COUNTED or (field is None and name != whole):
        abort(404)
    return go_to(url_for(".index", figure=f"{code}{BETWEEN}{whole}", field=field))
