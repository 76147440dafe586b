"""The page on which a published list of TTHC is taken over: all of it or nothing. It hangs on the catalogue's."""

from typing import Any

from flask import flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Reason, Refused
from intranet.procedures.catalogue_forms import CatalogueUploadForm
from intranet.procedures.catalogue_operations import TakingOutcome, take_over
from intranet.procedures.catalogue_reading import ReadList, read_file
from intranet.procedures.catalogue_views import blueprint
from intranet.procedures.catalogue_words import REQUIRED, CatalogueColumn

SHOWN = 1000  # places to mend on the page
OPTIONAL = tuple(column for column in CatalogueColumn if column not in {*REQUIRED, CatalogueColumn.ORDINAL})


@blueprint.route("/import", methods=["GET", "POST"])
@requires("reference.edit")
def take_list() -> Any:
    form, found = CatalogueUploadForm(), None
    if form.validate_on_submit():
        found = form.given_to(lambda values: read(values["file"]))
        if found and not found.errors:
            outcome = take_over(found, form.file.data.filename, current_user)
            flash(sentence(outcome))
            return go_to(url_for(".index"))
    status = 422 if found else 0
    columns = {"required": REQUIRED, "optional": OPTIONAL}
    return page("procedures/import.html", form=form, found=found, status=status, shown=SHOWN, columns=columns)


def read(file: Any) -> ReadList:
    try:
        return read_file(file.read(), file.filename)
    except Refused as refusal:
        raise Refused(*(Reason(reason.message, "file") for reason in refusal.reasons)) from refusal


def sentence(outcome: TakingOutcome) -> str:
    if not outcome.read:
        return "Tệp không có TTHC nào nên danh mục giữ nguyên."
    return f"Đã nhập {outcome.read} TTHC: {outcome}."
