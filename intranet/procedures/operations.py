"""The verbs of a quy trình nội bộ: drafted, changed, brought out in a new revision, ended."""

from datetime import date
from typing import Any

from sqlalchemy import func, select

from intranet.accounts.models import User
from intranet.kernel.clock import VIETNAM, today
from intranet.kernel.db import db
from intranet.kernel.formats import date_text, shown
from intranet.kernel.workflow import Reason, Refused
from intranet.procedures.models import InternalProcedure
from intranet.procedures.steps import Step, Steps, hours_of, in_order
from intranet.procedures.workflow import alone, too_early
from intranet.records import operations as records
from intranet.records.approval import State

COPIED = ("title", "code", "procedure_code", "legal_basis", "papers", "total_hours", "sequence")


def create(values: dict[str, Any], actor: User) -> InternalProcedure:
    """The first revision of a new code, a draft of the actor's unit. `values` are those of the form."""
    told = as_told(values)
    refuse_taken(told["code"])
    first = first_day(told["effective_from"], today())
    revision = next_revision(told["code"])
    return records.create(InternalProcedure(unit=actor.unit, revision=revision, occurs_on=first, **told), actor)


def change(procedure: InternalProcedure, values: dict[str, Any], actor: User) -> None:
    """Set what the form tells. The code, which ties revisions together, changes only while there is one."""
    records.refuse_locked(procedure)
    told = as_told(values)
    if told.get("code", procedure.code) != procedure.code:
        rename(procedure, told["code"])
    if "effective_from" in told:
        refuse_disorder(procedure, told["effective_from"])
        procedure.occurs_on = first_day(told["effective_from"], procedure.created_at.astimezone(VIETNAM).date())
    records.change(procedure, told, actor)


def as_told(values: dict[str, Any]) -> dict[str, Any]:
    """A form's values as the model takes them: the whole time in hours, the steps as one value, in their order."""
    told = {name: value for name, value in values.items() if name not in ("time", "time_unit", "steps")}
    if "time" in values:
        told["total_hours"] = hours_of(values["time"], values["time_unit"])
    if "steps" in values:
        rows = in_order(values["steps"])
        told["sequence"] = Steps(Step(row["doer"], row["task"], row["hours"], row["outcome"]) for row in rows)
    return told


def first_day(effective_from: date | None, drafted_on: date) -> date:
    """From when the register knows of it: it may have applied before it was written down."""
    return min(effective_from or drafted_on, drafted_on)


def rename(procedure: InternalProcedure, code: str) -> None:
    if procedure.others:
        raise Refused(Reason("Ký hiệu này đã có nhiều phiên bản nên được giữ nguyên.", "code"))
    refuse_taken(code)
    procedure.revision = next_revision(code)


def refuse_taken(code: str) -> None:
    taken = select(InternalProcedure.title).where(
        InternalProcedure.code == code, InternalProcedure.state != State.CANCELLED
    )
    title = db.session.scalar(taken.limit(1))
    if title is not None:
        told = f"Ký hiệu “{code}” đã dùng cho quy trình “{title}”. Hãy nhập ký hiệu khác"
        raise Refused(Reason(f"{told}, hoặc mở quy trình đó để lập phiên bản mới.", "code"))


def next_revision(code: str) -> int:
    """Numbers go on where revisions have been cancelled, too."""
    last = db.session.scalar(select(func.max(InternalProcedure.revision)).where(InternalProcedure.code == code))
    return (last or 0) + 1


def refuse_disorder(procedure: InternalProcedure, effective_from: date | None) -> None:
    old = procedure.replaces
    if old is not None and old.effective_from and effective_from and effective_from <= old.effective_from:
        raise Refused(Reason(too_early(old), "effective_from"))


def revise(procedure: InternalProcedure, actor: User) -> InternalProcedure:
    """Copy an approved revision as a draft of the next one; the approved one stays as it is."""
    if not procedure.is_approved:
        raise Refused("Chỉ lập phiên bản mới từ phiên bản đã duyệt. Phiên bản chưa duyệt thì sửa ngay trên đó.")
    if reasons := alone(procedure):
        raise Refused(*reasons)
    copied = {name: getattr(procedure, name) for name in COPIED}
    revision = next_revision(procedure.code)
    draft = InternalProcedure(unit=procedure.unit, revision=revision, replaces=procedure, occurs_on=today(), **copied)
    records.create(draft, actor)
    records.note_down(procedure, actor, "revise", f"Đã lập phiên bản {revision:02} để thay")
    return draft


def end(procedure: InternalProcedure, last_day: date | None, note: str, actor: User) -> None:
    """Say until when an approved revision applies, or None that it goes on applying; `note` says why."""
    if not procedure.is_approved or procedure.effective_from is None:
        raise Refused("Chỉ ghi ngày ngừng áp dụng cho quy trình đã duyệt.")
    if last_day is not None and last_day < procedure.effective_from:
        first = date_text(procedure.effective_from)
        raise Refused(Reason(f"Quy trình áp dụng từ ngày {first}. Hãy nhập ngày đó hoặc sau đó.", "effective_to"))
    if last_day == procedure.effective_to:
        return
    changes = [[procedure.labels["effective_to"], shown(procedure.effective_to), shown(last_day)]]
    procedure.effective_to = last_day
    summary = "Đã ghi ngày ngừng áp dụng" if last_day else "Đã bỏ ngày ngừng áp dụng"
    records.note_down(procedure, actor, "end", summary, note, changes=changes)
