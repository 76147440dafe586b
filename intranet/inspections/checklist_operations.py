"""Versions of the checklist: copied into a new one, edited until an inspection uses them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import func, select

from intranet.accounts import operations as accounts
from intranet.accounts.models import AccountEntry, User
from intranet.inspections.models import Checklist, ChecklistItem, Inspection
from intranet.kernel.db import db
from intranet.kernel.workflow import Reason, Refused

CREATED, CHANGED = "create_checklist", "change_checklist"
SHOWN = 20


@dataclass(frozen=True)
class ChecklistLine:
    """One row of a checklist as it is to be stored."""

    text: str
    basis: str
    shown_by: str
    to_confirm: bool


@dataclass(frozen=True)
class Placed:
    """A line with the place it has (none: it is new) and the place somebody wants it to have (none: no matter)."""

    line: ChecklistLine
    stands: int | None
    wanted: int | None


def arranged(rows: Sequence[Placed]) -> list[ChecklistLine]:
    """The lines in their new order: those that stay keep it, the others take the place they were given."""
    order = [row.line for row in rows if row.stands is not None and row.wanted in (None, row.stands)]
    moved = [row for row in rows if row.wanted is not None and row.wanted != row.stands]
    for row in sorted(moved, key=lambda row: row.wanted or 0):
        order.insert((row.wanted or 1) - 1, row.line)
    return [*order, *(row.line for row in rows if row.stands is None and row.wanted is None)]


def new_version(name: str, effective_from: date, actor: User) -> Checklist:
    """A version of its own that begins as a copy of the newest."""
    refuse_twin(effective_from)
    newest = db.session.scalar(select(Checklist).order_by(Checklist.effective_from.desc()).limit(1))
    checklist = Checklist(name=name, effective_from=effective_from)
    db.session.add(checklist)
    write(checklist, [line_of(item) for item in newest.items] if newest else [])
    origin = f", chép từ “{newest}”" if newest else ""
    accounts.note_down(actor, CREATED, name, f"{len(checklist.items)} tiêu chí{origin}")
    return checklist


def change_version(
    checklist: Checklist, name: str, effective_from: date, lines: Sequence[ChecklistLine], actor: User
) -> None:
    """Replace what a version says, as long as no inspection was begun with it."""
    refuse_used(checklist)
    refuse_twin(effective_from, checklist)
    if not lines:
        raise Refused("Bảng kiểm cần có ít nhất một tiêu chí. Hãy giữ lại hoặc thêm một tiêu chí.")
    before = [line_of(item) for item in checklist.items]
    checklist.name, checklist.effective_from = name, effective_from
    write(checklist, lines)
    accounts.note_down(actor, CHANGED, name, told(before, lines))


def write(checklist: Checklist, lines: Sequence[ChecklistLine]) -> None:
    """Positions are unique in the database, so each place is overwritten rather than moved."""
    for item, line in zip(checklist.items, lines, strict=False):
        for name, value in asdict(line).items():
            setattr(item, name, value)
    there = len(checklist.items)
    del checklist.items[len(lines) :]
    checklist.items += [ChecklistItem(position=at, **asdict(line)) for at, line in enumerate(lines, 1) if at > there]
    db.session.flush()


def line_of(item: ChecklistItem) -> ChecklistLine:
    return ChecklistLine(item.text, item.basis, item.shown_by, item.to_confirm)


def told(before: Sequence[ChecklistLine], after: Sequence[ChecklistLine]) -> str:
    """What changed, for the history: which criteria were added, changed, dropped."""
    old, new = {line.text: line for line in before}, {line.text: line for line in after}
    parts = (
        ("thêm", [text for text in new if text not in old]),
        ("bỏ", [text for text in old if text not in new]),
        ("sửa căn cứ, minh chứng của", [text for text in new if text in old and new[text] != old[text]]),
    )
    return "; ".join(f"{verb}: {' | '.join(texts)}" for verb, texts in parts if texts) or "đổi tên, ngày hoặc thứ tự"


def refuse_twin(effective_from: date, checklist: Checklist | None = None) -> None:
    twin = db.session.scalar(select(Checklist).where(Checklist.effective_from == effective_from))
    if twin and twin is not checklist:
        raise Refused(Reason(f"“{twin}” đã áp dụng từ ngày này. Hãy chọn ngày khác.", "effective_from"))


def refuse_used(checklist: Checklist) -> None:
    if used := uses().get(checklist.id):
        raise Refused(f"Phiên bản này đã dùng trong {used} cuộc kiểm tra nên không sửa được. Hãy lập phiên bản mới.")


def uses() -> dict[int | None, int]:
    """How many inspections were begun with each version."""
    counts = select(Inspection.checklist_id, func.count(Inspection.id)).where(Inspection.checklist_id.is_not(None))
    rows = db.session.execute(counts.group_by(Inspection.checklist_id))
    return {row[0]: row[1] for row in rows}


def history() -> Sequence[AccountEntry]:
    """What was last done to checklists."""
    entries = select(AccountEntry).where(AccountEntry.action.in_((CREATED, CHANGED)))
    return db.session.scalars(entries.order_by(AccountEntry.id.desc()).limit(SHOWN)).all()
