"""The papers of an inspection: minutes, notice of conclusion, and an empty checklist to fill in by hand."""

from types import SimpleNamespace

from flask import render_template

from intranet.accounts.operations import the_office
from intranet.inspections.models import Checklist, Inspection
from intranet.kernel.pdf import render_pdf

BLANK = "…" * 16


def minutes(inspection: Inspection) -> bytes:
    return paper("minutes", inspection, inspection.is_draft_document)


def notice(inspection: Inspection) -> bytes:
    return paper("notice", inspection, inspection.is_draft_document)


def blank_checklist(checklist: Checklist) -> bytes:
    """The checklist as one inspects with it: nothing known yet but what is to be checked."""
    subject = checklist.name.removeprefix("Bảng kiểm").strip() or checklist.name
    inspection = SimpleNamespace(
        title=subject[0].upper() + subject[1:],
        inspected_unit=SimpleNamespace(name=BLANK),
        started_on=None,
        ended_on=None,
        place="",
        items=checklist.items,
    )
    return paper("blank_checklist", inspection, draft=False)


def paper(name: str, inspection: Inspection | SimpleNamespace, draft: bool) -> bytes:
    """The PDF of one of our templates; without an office's profile its head stays empty."""
    office = the_office()
    sample = office.is_sample and isinstance(inspection, Inspection)
    context = {"inspection": inspection, "office": office, "draft": draft, "sample": sample}
    return render_pdf(render_template(f"inspections/{name}.html", **context))
