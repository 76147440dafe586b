"""The pages of imports: upload, questions, preview, confirm, undo."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, flash, request, send_file, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.dossiers import operations
from intranet.dossiers.batches import BATCHES, batch_before, every_source, rejected_rows, twin
from intranet.dossiers.control_totals import HEADINGS, TotalLine, lines
from intranet.dossiers.coverage import proposed
from intranet.dossiers.import_forms import ConfirmForm, ExportUploadForm, answers_form, confirm_form
from intranet.dossiers.models import ImportBatch, Source, Stage
from intranet.dossiers.rejected_sheet import rejected_sheet
from intranet.dossiers.staging import is_standing_still
from intranet.kernel.db import db
from intranet.kernel.forms import BaseForm
from intranet.kernel.page import go_to, page
from intranet.kernel.spreadsheet import MEDIA_TYPE
from intranet.kernel.workflow import Refused

blueprint = Blueprint("imports", __name__, url_prefix="/dossiers")

SHOWN = 500  # rejected rows on the page; all of them are in the workbook


@blueprint.route("/import", methods=["GET", "POST"])
@requires("dossiers.import")
def new() -> Any:
    form = ExportUploadForm(source=chosen_source())
    form.source.offer(every_source())
    if form.validate_on_submit():
        file = form.file.data
        batch = operations.upload(form.system, file.read(), file.filename, form.exported_on.data, current_user)
        return go_to(url_for(".show", batch_id=batch.id))
    found = BATCHES.find(request.args, BATCHES.of, url_for(".new"))
    return page("imports/new.html", parts=("imports/_rows.html",), form=form, found=found)


def chosen_source() -> Source | None:
    """The one a link asks for, as where a file is corrected and imported again."""
    wanted = request.args.get("for", "")
    return next((source for source in every_source() if str(source.id) == wanted), None)


@blueprint.get("/imports/<int:batch_id>")
@requires("dossiers.import")
def show(batch_id: int) -> Any:
    batch = db.get_or_404(ImportBatch, batch_id)
    return shown(batch, confirm_form(batch), answers_form(batch.told))


@blueprint.post("/imports/<int:batch_id>/answers")
@requires("dossiers.import")
def answer(batch_id: int) -> Any:
    batch = db.get_or_404(ImportBatch, batch_id)
    answers = answers_form(batch.told)
    if batch.stage is Stage.ASKING and not answers.validate():
        return shown(batch, confirm_form(batch), answers, 422)
    operations.answer(batch, answers.answers(), current_user)
    return go_to(url_for(".show", batch_id=batch.id))


@blueprint.post("/imports/<int:batch_id>/compare")
@requires("dossiers.import")
def compare(batch_id: int) -> Any:
    """Hold the file's totals against those that the source system itself says."""
    batch, form = db.get_or_404(ImportBatch, batch_id), ConfirmForm()
    if not form.validate():
        return shown(batch, form, answers_form(batch.told), 422)
    operations.compare(batch, form.typed, current_user)
    return go_to(url_for(".show", batch_id=batch.id))


@blueprint.post("/imports/<int:batch_id>/confirm")
@requires("dossiers.import")
def confirm(batch_id: int) -> Any:
    batch, form = db.get_or_404(ImportBatch, batch_id), ConfirmForm()
    if not form.validate():
        return shown(batch, form, answers_form(batch.told), 422)
    try:
        operations.confirm(
            batch,
            form.skips_rejected.data,
            current_user,
            skips_unread=form.skips_unread.data,
            reopens=form.reopens.data,
            compared=form.typed,
        )
    except Refused as refusal:
        if batch.stage is not Stage.STAGED:
            raise
        for reason in refusal.reasons:
            form[reason.anchor or "skips_rejected"].errors = [reason.message]
        return shown(batch, form, answers_form(batch.told), 422)
    flash(f"Đã nhập tệp “{batch.file_name}”.")
    return go_to(url_for(".show", batch_id=batch.id))


@blueprint.post("/imports/<int:batch_id>/<any(discard, undo, read_again):step>")
@requires("dossiers.import")
def take(batch_id: int, step: str) -> Any:
    batch = db.get_or_404(ImportBatch, batch_id)
    getattr(operations, step)(batch, current_user)
    flash({"discard": "Đã bỏ tệp này.", "undo": "Đã hoàn tác cả đợt nhập.", "read_again": "Đang đọc lại tệp."}[step])
    return go_to(url_for(".show", batch_id=batch.id))


@blueprint.get("/imports/<int:batch_id>/rejected.xlsx")
@requires("dossiers.import")
def rejected(batch_id: int) -> Any:
    """The rejected rows as the file has them, each with what is to be mended."""
    batch = db.get_or_404(ImportBatch, batch_id)
    rows = rejected_rows(batch)
    if not rows:
        abort(404)
    file = rejected_sheet(batch.told["lists"], rows)
    return send_file(file, mimetype=MEDIA_TYPE, as_attachment=True, download_name="dong-bi-tu-choi.xlsx")


def totals_shown(batch: ImportBatch) -> Sequence[TotalLine]:
    """A file's totals beside those of the last one of its system; none of one that was read before totals were kept."""
    totals = batch.told.get("totals")
    if not totals:
        return ()
    last = batch_before(batch)
    before, both = (last.told.get("totals", {}), last.elsewhere) if last else ({}, 0)
    return lines(totals, before, batch.compared, batch.elsewhere, both)


def shown(batch: ImportBatch, form: ConfirmForm, answers: BaseForm, status: int = 0) -> Any:
    return page(
        "imports/show.html",
        parts=("imports/_import.html",),
        batch=batch,
        form=form,
        answers=answers,
        rejected=rejected_rows(batch, SHOWN),
        twin=twin(batch),
        totals=totals_shown(batch),
        first_row_headings=HEADINGS,
        covers_from=batch.source.covers_from if batch.source.covers_is_set else proposed(batch.source, batch),
        is_standing_still=is_standing_still(batch),
        status=status,
    )
