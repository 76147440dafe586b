"""The inspection that a page is about: loaded with all it shows, and permitted, in one step."""

from flask import abort
from sqlalchemy.orm import joinedload, selectinload

from intranet.accounts.permissions import demand
from intranet.inspections.models import Finding, Inspection, InspectionItem
from intranet.kernel.db import db
from intranet.records.models import AuditEntry

WHOLE = (
    joinedload(Inspection.unit),
    joinedload(Inspection.inspected_unit),
    joinedload(Inspection.author),
    joinedload(Inspection.approved_by),
    selectinload(Inspection.items).selectinload(InspectionItem.finding).joinedload(Finding.responsible_unit),
    selectinload(Inspection.attachments),
    selectinload(Inspection.trail).joinedload(AuditEntry.actor),
)


def opened(record_id: int, permission: str = "record.view") -> Inspection:
    """The inspection, or 404; 403 where this person may not see it, or has not the further right asked for."""
    inspection = db.session.get(Inspection, record_id, options=WHOLE, populate_existing=True)
    if inspection is None:
        abort(404)
    demand("record.view", inspection)
    demand(permission, inspection)
    return inspection
