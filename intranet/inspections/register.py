"""Inspections as a register: its list, its forms, and what a page about one loads."""

from functools import partial
from typing import Any

from sqlalchemy.orm import joinedload, selectinload

from intranet.accounts.units import units_to_choose
from intranet.inspections import operations
from intranet.inspections.forms import PLAN, InspectionForm, as_stored
from intranet.inspections.listing import LISTING, SHEET, seen_by
from intranet.inspections.models import Finding, Inspection, InspectionItem
from intranet.records import pages
from intranet.records.register import Register, RegisterWords


def plan_form(stored: Any) -> InspectionForm:
    form = InspectionForm(obj=stored)
    form.inspected_unit.offer(units_to_choose(stored.inspected_unit) if stored else units_to_choose())
    return form


INSPECTIONS = Register(
    folder="inspections",
    words=RegisterWords("Kiểm tra", "cuộc kiểm tra", "cuoc-kiem-tra", "Tên, nội dung, căn cứ, đơn vị, trưởng đoàn"),
    model=Inspection,
    listing=LISTING,
    sheet=SHEET,
    form=plan_form,
    create=operations.plan,
    change=operations.change,
    stored=lambda inspection: as_stored(inspection, PLAN),
    whole=(
        joinedload(Inspection.inspected_unit),
        selectinload(Inspection.items).selectinload(InspectionItem.finding).joinedload(Finding.responsible_unit),
    ),
    seen_by=seen_by,
)

opened = partial(pages.opened, INSPECTIONS)
