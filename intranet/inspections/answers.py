"""What was found at one criterion of the checklist: its result, and the finding where it failed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm.attributes import flag_modified
from werkzeug.datastructures import FileStorage

from intranet.accounts.models import User
from intranet.inspections.models import Finding, InspectionItem
from intranet.inspections.workflow import Result, is_past
from intranet.kernel.db import db
from intranet.kernel.formats import date_text, shown
from intranet.kernel.workflow import Reason, Refused
from intranet.records import operations as records
from intranet.records.attachments import attach_proof
from intranet.records.operations import refuse_locked


def answer(
    item: InspectionItem,
    values: dict[str, Any],
    actor: User,
    finding: dict[str, Any] | None = None,
    uploads: Sequence[FileStorage] = (),
) -> None:
    """Keep the answer to one criterion.

    `values`: any of result, note, samples, evidence. `uploads` are attached to the inspection and shown here.
    `finding`: its text, severity and remedy; basis, responsible_unit and due_on unless the usual ones fit.
    Without one, the finding there was is dropped; the trail keeps its words.
    """
    inspection = item.inspection
    refuse_locked(inspection)
    added = attach_proof(inspection, uploads, actor)
    evidence = [*values.get("evidence", item.evidence), *added]
    records.change(inspection, values | {"evidence": evidence}, actor, subject=item, about=f"tiêu chí {item.position}")
    if finding and item.result is Result.FAILED:
        find(item, finding, actor)
    elif item.finding:
        drop_finding(item, actor)
    flag_modified(item, "note")  # a change of the finding alone is one of the row, too
    db.session.flush()


def find(item: InspectionItem, values: dict[str, Any], actor: User) -> None:
    """Write down what is not in order, or change what was written."""
    started_on = item.inspection.started_on
    if values.get("due_on") and is_past(values["due_on"], started_on):
        sentence = f"Hạn khắc phục trước ngày bắt đầu kiểm tra ({date_text(started_on)}). Hãy nhập lại."
        raise Refused(Reason(sentence, "due_on"))
    if item.finding is not None:
        about = f"tồn tại ở tiêu chí {item.position}"
        records.change(item.inspection, values, actor, subject=item.finding, about=about)
        return
    item.finding = Finding(**usual(item) | values)
    changes = [[label, shown(None), shown(getattr(item.finding, name))] for name, label in Finding.labels.items()]
    summary = f"Đã ghi tồn tại ở tiêu chí {item.position}"
    records.note_down(item.inspection, actor, "find", summary, changes=changes)


def usual(item: InspectionItem) -> dict[str, Any]:
    """What a new finding says unless somebody says otherwise."""
    inspection = item.inspection
    return {"basis": item.basis, "responsible_unit": inspection.inspected_unit, "due_on": inspection.remedy_by}


def drop_finding(item: InspectionItem, actor: User) -> None:
    finding = item.finding
    changes = [[label, shown(getattr(finding, name)), shown(None)] for name, label in Finding.labels.items()]
    db.session.delete(finding)
    summary = f"Đã bỏ tồn tại ở tiêu chí {item.position}"
    records.note_down(item.inspection, actor, "drop_finding", summary, changes=changes)
    db.session.expire(item, ["finding"])
