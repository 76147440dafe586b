"""What is submitted or approved does not change: refused in the model, whoever asks."""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from intranet.kernel.workflow import Refused
from intranet.records.approval import EDITABLE
from intranet.records.models import AuditEntry, Record

# The steps of the workflow themselves write these.
FREE = {"state", "approved_by", "approved_by_id", "approved_at", "version", "trail", "attachments", "search"}


def owner(thing: Any) -> Record | None:
    """The record whose content this is: itself, or the one its `content_of` names."""
    return thing if isinstance(thing, Record) else getattr(thing, "content_of", None)


def changed_content(thing: Any) -> bool:
    free = FREE | getattr(thing, "stays_open", frozenset())
    return any(attribute.history.has_changes() for attribute in inspect(thing).attrs if attribute.key not in free)


def stays_open(thing: Any, session: Session) -> bool:
    """What a locked record still lets through: an open field of a part, and proofs that join it."""
    if thing in session.new:
        return getattr(thing, "joins_locked", False)
    return thing not in session.deleted and not changed_content(thing)


def state_before(record: Record) -> Any:
    """The state as the database still has it."""
    history: Any = inspect(record).attrs.state.history
    return (history.deleted or history.unchanged or [record.state])[0]


@event.listens_for(Session, "before_flush")
def keep_locked(session: Session, context: Any, instances: Any) -> None:
    for thing in [*session.new, *session.dirty, *session.deleted]:
        if isinstance(thing, AuditEntry) and thing not in session.new:
            raise Refused("Nhật ký chỉ được ghi thêm, không được sửa hay xóa.")
        record = owner(thing)
        if record is None or (record in session.new and record not in session.deleted):
            continue
        if state_before(record) not in EDITABLE and not stays_open(thing, session):
            raise Refused(f"“{record.title}” đã trình hoặc đã duyệt nên không sửa được. Hãy đề nghị mở lại.")
