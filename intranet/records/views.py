"""What every register's pages share: steps, files, history, inbox."""

from io import BytesIO
from typing import Any

from flask import Blueprint, abort, flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer

from intranet.accounts.permissions import demand, may, requires, rights_over
from intranet.kernel.db import db
from intranet.kernel.page import go_to, leave_to, page
from intranet.kernel.workflow import Reason, Refused
from intranet.records import attachments, inbox, operations
from intranet.records.models import Attachment, AuditEntry, Record

blueprint = Blueprint("records", __name__)


@blueprint.app_context_processor
def workflow_tools() -> dict[str, Any]:
    return {
        "may": lambda permission, subject=None: may(current_user, permission, subject),
        "steps_for": lambda record: record.workflow.open_to(record.state, rights_over(current_user, record)),
        "page_of": page_of,
    }


def page_of(record: Record) -> str:
    return url_for(record.endpoint, record_id=record.id)


def visible_record(record_id: int) -> Record:
    """The record, or 404; 403 where it is not this person's to see."""
    record = db.get_or_404(Record, record_id)
    demand("record.view", record)
    return record


@blueprint.get("/inbox")
@requires("work.see")
def index() -> Any:
    return page("records/inbox.html", folders=inbox.folders(current_user))


@blueprint.post("/records/<int:record_id>/<action>")
@requires("work.see")
def act(record_id: int, action: str) -> Any:
    record = visible_record(record_id)
    note, seen = request.form.get("note", ""), request.form.get("version", type=int)
    try:
        step = operations.act(record, action, current_user, note, seen, request.form.get("content", ""))
    except Refused as refusal:
        return refused(record, refusal, note=note, action=action)
    flash(f"{step.done}: {record.title}.")
    return leave_to(page_of(record) if may(current_user, "record.view", record) else url_for(".index"))


def refused(record: Record, refusal: Refused, **typed: Any) -> Any:
    """The same panel with the reasons; nothing of what was tried is kept in the database."""
    db.session.rollback()
    context = {"record": record, "reasons": refusal.reasons, "typed": typed}
    return page("records/refused.html", parts=("records/_panel.html",), status=422, **context)


@blueprint.get("/records/<int:record_id>/history")
@requires("work.see")
def history(record_id: int) -> Any:
    record = visible_record(record_id)
    entries = select(AuditEntry).where(AuditEntry.record_id == record_id).options(joinedload(AuditEntry.actor))
    trail = db.session.scalars(entries.order_by(AuditEntry.id.desc())).all()
    return page("records/history.html", record=record, trail=trail)


@blueprint.post("/records/<int:record_id>/attachments")
@requires("work.see")
def attach(record_id: int) -> Any:
    record = visible_record(record_id)
    demand("record.edit", record)
    upload = request.files.get("file")
    try:
        if upload is None:
            raise Refused(Reason("Hãy chọn tệp cần đính kèm.", "file"))
        attachments.attach(record, upload, current_user)
    except Refused as refusal:
        return refused(record, refusal)
    return go_to(page_of(record))


@blueprint.get("/attachments/<int:attachment_id>")
@requires("work.see")
def download(attachment_id: int) -> Any:
    attachment = db.session.get(Attachment, attachment_id, options=[undefer(Attachment.content)])
    if attachment is None:
        abort(404)
    demand("record.view", attachment.record)
    return send_file(
        BytesIO(attachment.content), mimetype=attachment.media_type, as_attachment=True, download_name=attachment.name
    )


@blueprint.post("/attachments/<int:attachment_id>/remove")
@requires("work.see")
def detach(attachment_id: int) -> Any:
    attachment = db.get_or_404(Attachment, attachment_id)
    record = visible_record(attachment.record_id)
    demand("record.edit", record)
    try:
        attachments.remove(attachment, current_user)
    except Refused as refusal:
        return refused(record, refusal)
    return go_to(page_of(record))
