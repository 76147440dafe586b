"""The papers of an inspection, to open and print."""

from typing import Any

from intranet.accounts.permissions import requires
from intranet.inspections import operations
from intranet.inspections.blanks import blank_inspection
from intranet.inspections.blueprint import blueprint
from intranet.inspections.models import Inspection
from intranet.inspections.register import opened
from intranet.kernel.clock import today
from intranet.kernel.refusals import answer
from intranet.kernel.workflow import Refused
from intranet.records.papers import paper


@blueprint.get("/<int:record_id>/minutes.pdf")
@requires("work.see")
def minutes(record_id: int) -> Any:
    return paper_of(opened(record_id), "minutes", "bien-ban-kiem-tra")


@blueprint.get("/<int:record_id>/notice.pdf")
@requires("work.see")
def notice(record_id: int) -> Any:
    return paper_of(opened(record_id), "notice", "thong-bao-ket-luan")


@blueprint.get("/checklist.pdf")
@requires("work.see")
def blank_checklist() -> Any:
    """The version in force today, to print and take along."""
    try:
        checklist = operations.in_force(today())
    except Refused as refusal:
        return answer(404, reasons=refusal.reasons)
    subject = blank_inspection(checklist)
    return paper("inspections/blank_checklist.html", "bang-kiem.pdf", draft=False, sample=False, inspection=subject)


def paper_of(inspection: Inspection, name: str, file: str) -> Any:
    template, file = f"inspections/{name}.html", f"{file}-{inspection.id}.pdf"
    return paper(template, file, inspection.is_draft_document, inspection=inspection)
