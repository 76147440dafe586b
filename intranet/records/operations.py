"""The only writers of a record's state and of its trail."""

from typing import Any

from blinker import Signal
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.models import User
from intranet.accounts.permissions import rights_over
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.formats import change_shown
from intranet.kernel.search import words
from intranet.kernel.workflow import Refused, Transition
from intranet.records.approval import State
from intranet.records.models import AuditEntry, Record

# Sent with the record's class, `record` and `step`, after the state is set and before the trail is
# written: a register that must do something of its own at a step listens here.
stepped = Signal()


def create(record: Record, actor: User) -> Record:
    """Put a new draft into its register."""
    record.author, record.created_at = actor, now()
    db.session.add(record)
    db.session.flush()
    make_findable(record)
    note_down(record, actor, "create", "Đã lập")
    return record


def change(record: Record, values: dict[str, Any], actor: User, subject: Any = None, about: str = "") -> None:
    """Set fields of the record, or of a `subject` that is part of it; what changed goes to the trail."""
    subject = subject if subject is not None else record
    changes = []
    for name, new in values.items():
        old = getattr(subject, name)
        if old != new:
            changes.append([subject.labels[name], *change_shown(old, new)])
            setattr(subject, name, new)
    if changes:
        make_findable(record)
        note_down(record, actor, "change", f"Đã sửa {about}".strip(), changes=changes)


def make_findable(record: Record) -> None:
    """Keep what searches look in: the words of the record, without diacritics."""
    record.search = " ".join(words(record.search_text()))


def refuse_locked(record: Record) -> None:
    if not record.is_editable:
        raise Refused(f"“{record}” đã trình, đã duyệt hoặc đã hủy nên không sửa được. Hãy đề nghị mở lại.")


class OtherContent(StaleDataError):
    """Somebody decides on content that is no longer there; `seen` is its fingerprint."""

    def __init__(self, record: Record, seen: str):
        super().__init__(f"{record} no longer says what was decided on")
        self.record_id, self.seen = record.id, seen


def check_version(thing: Any, seen: int | None) -> None:
    """Refuse a save over somebody else's: `seen` is the version the form was opened with."""
    if seen is not None and seen != thing.version:
        raise StaleDataError(f"{thing} is at version {thing.version}, the form at {seen}")


def act(
    record: Record, action: str, actor: User, note: str = "", seen: int | None = None, content: str = ""
) -> Transition:
    """Take one step of the record's workflow, or raise Refused.

    `content` is the fingerprint of what a person decides on: where it is given, what else happened beside it since,
    a remark for one, is no reason against the step; otherwise `seen`, the version, must still be the record's.
    """
    if not content:
        check_version(record, seen)
    elif content != record.fingerprint():
        raise OtherContent(record, content)
    step = record.workflow.check(record, record.state, action, rights_over(actor, record), note)
    if action == "approve" and record.fingerprint() != submitted_fingerprint(record):
        raise Refused("Nội dung đã khác với lúc trình. Hãy trả lại để trình lần nữa.")
    decided_on = record.fingerprint()
    record.state = State(step.target)
    record.approved_by, record.approved_at = (actor, now()) if record.is_approved else (None, None)
    stepped.send(type(record), record=record, step=step)
    if action == "submit":  # a register may freeze something of its own as it is submitted
        decided_on = record.fingerprint()
    note_down(record, actor, action, step.done, note.strip(), fingerprint=decided_on)
    return step


def submitted_fingerprint(record: Record) -> str:
    """What the record's content was when it was last submitted."""
    return next((entry.fingerprint for entry in record.trail if entry.action == "submit"), "")


def note_down(record: Record, actor: User, action: str, summary: str, note: str = "", **more: Any) -> None:
    """Write one line of the trail. `more`: part, changes, fingerprint."""
    entry = AuditEntry(
        record=record, actor=actor, action=action, summary=summary, state=record.state, note=note, at=now(), **more
    )
    db.session.add(entry)
    touch(record)
    db.session.flush()
    db.session.expire(record, ["trail"])


def touch(record: Record) -> None:
    """Count a change of a part as a change of the record, so that a stale decision is noticed."""
    flag_modified(record, "search")
