"""The papers of an inspection, to open and print."""

from io import BytesIO
from typing import Any

from flask import send_file

from intranet.accounts.permissions import requires
from intranet.inspections import documents, operations
from intranet.inspections.blueprint import blueprint
from intranet.inspections.opened import opened
from intranet.kernel.calendar import today
from intranet.kernel.refusals import answer
from intranet.kernel.workflow import Refused


@blueprint.get("/<int:record_id>/minutes.pdf")
@requires("work.see")
def minutes(record_id: int) -> Any:
    return pdf(documents.minutes(opened(record_id)), f"bien-ban-kiem-tra-{record_id}.pdf")


@blueprint.get("/<int:record_id>/notice.pdf")
@requires("work.see")
def notice(record_id: int) -> Any:
    return pdf(documents.notice(opened(record_id)), f"thong-bao-ket-luan-{record_id}.pdf")


@blueprint.get("/checklist.pdf")
@requires("work.see")
def blank_checklist() -> Any:
    """The version in force today, to print and take along."""
    try:
        checklist = operations.in_force(today())
    except Refused as refusal:
        return answer(404, reasons=refusal.reasons)
    return pdf(documents.blank_checklist(checklist), "bang-kiem.pdf")


def pdf(content: bytes, name: str) -> Any:
    return send_file(BytesIO(content), mimetype="application/pdf", download_name=name)
