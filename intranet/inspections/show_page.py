"""The page of one inspection, whole or a part of it, for every view that ends there."""

from collections.abc import Sequence
from typing import Any

from flask import abort
from flask_login import current_user

from intranet.accounts.models import Unit
from intranet.accounts.permissions import may
from intranet.accounts.units import units_to_choose
from intranet.inspections import operations
from intranet.inspections.forms import CONCLUSION, ConclusionForm, as_stored
from intranet.inspections.item_forms import ItemForm
from intranet.inspections.models import Inspection, InspectionItem
from intranet.kernel.page import page, target
from intranet.kernel.workflow import Reason, Refused

PARTS = ("inspections/_item.html", "records/_panel.html")


def show_page(
    inspection: Inspection,
    *,
    row: ItemForm | None = None,
    conclusion: ConclusionForm | None = None,
    reasons: Sequence[Reason] = (),
    status: int = 0,
) -> Any:
    """The page, or the row or panel that htmx asks for. `row` and `conclusion` are forms that were not taken."""
    is_editable = inspection.is_editable and may(current_user, "record.edit", inspection)
    units = units_to_choose(*units_named(inspection)) if is_editable and inspection.items else []
    item = wanted_item(inspection)
    return page(
        "inspections/show.html",
        parts=PARTS,
        status=status,
        record=inspection,
        inspection=inspection,
        is_editable=is_editable,
        item=item,
        out_of_band=item is not None,
        row=row,
        form_of=lambda item: row if row and row.item is item else ItemForm(item, units, formdata=None),
        conclusion=conclusion or ConclusionForm(formdata=None, obj=as_stored(inspection, CONCLUSION)),
        checklist=checklist_to_copy(inspection) if is_editable and not inspection.items else None,
        reasons=reasons,
    )


def units_named(inspection: Inspection) -> list[Unit]:
    return [inspection.inspected_unit, *(finding.responsible_unit for finding in inspection.findings)]


def wanted_item(inspection: Inspection) -> InspectionItem | None:
    """The row htmx is about to replace, if it is one; 404 where the inspection has none of that number."""
    word, number = target()
    if word != "item":
        return None
    return next((item for item in inspection.items if item.id == number), None) or abort(404)


def checklist_to_copy(inspection: Inspection) -> Any:
    try:
        return operations.in_force(inspection.started_on)
    except Refused:
        return None
