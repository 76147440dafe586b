"""The page of the evidence of a group of typed figures: a link, and files."""

from io import BytesIO
from typing import Any

from flask import Blueprint, abort, flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy.orm import undefer

from intranet.accounts.permissions import requires
from intranet.categories.catalogue import GROUP_LABELS
from intranet.figures import evidence as kept
from intranet.figures.evidence_forms import EvidenceForm
from intranet.figures.evidence_models import EvidenceFile, FigureEvidence
from intranet.figures.views import UnknownPeriod, period_of, unknown
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.period import Period
from intranet.kernel.workflow import Reason, Refused

blueprint = Blueprint("figure_evidence", __name__, url_prefix="/figures/<period>/evidence/<key>")
blueprint.register_error_handler(UnknownPeriod, unknown)


@blueprint.get("/")
@requires("figures.see")
def show(period: str, key: str) -> Any:
    evidence = evidence_or_404(period, key)
    return shown(evidence, EvidenceForm(obj=evidence))


@blueprint.post("/")
@requires("figures.enter")
def link(period: str, key: str) -> Any:
    evidence = evidence_or_404(period, key)
    form = EvidenceForm(obj=evidence)
    if not form.validate():
        return shown(evidence, form)
    if form.overtaken(evidence):
        return shown(evidence, form, status=409)
    try:
        kept.set_link(evidence, form.values()["link"], current_user)
    except Refused as refusal:
        return refused(period, key, refusal)
    flash("Đã lưu đường dẫn.")
    return go_to(url_for(".show", period=period, key=key))


@blueprint.post("/files")
@requires("figures.enter")
def attach(period: str, key: str) -> Any:
    evidence = evidence_or_404(period, key)
    uploads = [upload for upload in request.files.getlist("file") if upload.filename]
    try:
        files = kept.add_files(evidence, uploads, current_user)
    except Refused as refusal:
        return refused(period, key, refusal)
    flash(f"Đã thêm {len(files)} tệp minh chứng.")
    return go_to(url_for(".show", period=period, key=key))


@blueprint.get("/files/<int:number>")
@requires("figures.see")
def download(period: str, key: str, number: int) -> Any:
    file = file_or_404(period, key, number)
    return send_file(BytesIO(file.content), mimetype=file.media_type, as_attachment=True, download_name=file.name)


@blueprint.post("/files/<int:number>/remove")
@requires("figures.enter")
def remove(period: str, key: str, number: int) -> Any:
    file = file_or_404(period, key, number)
    try:
        kept.remove_file(file, current_user)
    except Refused as refusal:
        return refused(period, key, refusal)
    flash(f"Đã bỏ tệp “{file.name}”.")
    return go_to(url_for(".show", period=period, key=key))


def evidence_or_404(code: str, key: str) -> FigureEvidence:
    """That of the group, stored or not yet; 404 where no group has this key."""
    if key not in GROUP_LABELS:
        abort(404)
    return kept.evidence_for(period_of(code), key)


def file_or_404(code: str, key: str, number: int) -> EvidenceFile:
    evidence = evidence_or_404(code, key)
    file = db.session.get(EvidenceFile, number, options=[undefer(EvidenceFile.content)])
    if file is None or file.evidence_id != evidence.id:
        abort(404)
    return file


def refused(period: str, key: str, refusal: Refused) -> Any:
    """The same page with the reasons; nothing of what was tried is kept."""
    db.session.rollback()
    evidence = evidence_or_404(period, key)
    return shown(evidence, EvidenceForm(None, obj=evidence), status=422, reasons=refusal.reasons)


def shown(evidence: FigureEvidence, form: EvidenceForm, status: int = 0, reasons: tuple[Reason, ...] = ()) -> Any:
    return page(
        "figures/evidence.html",
        status=status,
        evidence=evidence,
        period=Period.parse(evidence.period_code),
        label=GROUP_LABELS[evidence.group_key],
        form=form,
        reasons=reasons,
        entries=kept.trail_of(evidence),
    )
