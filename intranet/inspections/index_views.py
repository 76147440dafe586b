"""The list of inspections, on the screen and as an Excel file."""

from typing import Any

from flask import request, send_file, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.inspections.blueprint import blueprint
from intranet.inspections.listing import LISTING, SHEET, seen_by
from intranet.kernel.page import page
from intranet.kernel.spreadsheet import MEDIA_TYPE, spreadsheet


@blueprint.get("/")
@requires("work.see")
def index() -> Any:
    found = LISTING.find(request.args, seen_by(current_user), url_for(".index"))
    text, status = page("inspections/index.html", parts=("inspections/_rows.html",), found=found)
    return text, status, {"HX-Push-Url": found.here}


@blueprint.get("/export.xlsx")
@requires("work.see")
def export() -> Any:
    """Every row of the list as it is searched, filtered and sorted, not only those of one page."""
    file = spreadsheet("Cuộc kiểm tra", SHEET, LISTING.every(request.args, seen_by(current_user)))
    return send_file(file, mimetype=MEDIA_TYPE, as_attachment=True, download_name="cuoc-kiem-tra.xlsx")
