"""The law of quy trình nội bộ and TTHC nội bộ: what may be submitted, and which revision applies. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from intranet.kernel.formats import date_text
from intranet.kernel.labels import Labelled
from intranet.kernel.workflow import Reason, Workflow
from intranet.records.approval import approval

# The eleven parts of a TTHC nội bộ, in the order in which they are announced.
PARTS = {
    "course": "Trình tự thực hiện",
    "manner": "Cách thức thực hiện",
    "papers": "Thành phần, số lượng hồ sơ",
    "time_limit": "Thời hạn giải quyết",
    "subjects": "Đối tượng thực hiện",
    "agency": "Cơ quan giải quyết",
    "outcome": "Kết quả thực hiện",
    "fee": "Phí, lệ phí",
    "form_template": "Mẫu đơn, mẫu tờ khai",
    "conditions": "Yêu cầu, điều kiện",
    "legal_basis": "Căn cứ pháp lý",
}

TTHC_CODE = re.compile(r"\d\.\d{6}(\.\w+)*")


class ProcedureStanding(Labelled):
    """How an approved quy trình nội bộ stands on a day."""

    IN_FORCE = "in_force", "Đang áp dụng"
    UPCOMING = "upcoming", "Chưa đến ngày áp dụng"
    REPLACED = "replaced", "Đã được thay thế"
    ENDED = "ended", "Đã ngừng áp dụng"


def standing(
    effective_from: date, effective_to: date | None, replaced_from: date | None, day: date
) -> ProcedureStanding:
    """`replaced_from` is the first day of a later approved revision. What is replaced does not come back."""
    if replaced_from is not None and replaced_from <= day:
        return ProcedureStanding.REPLACED
    if effective_from > day:
        return ProcedureStanding.UPCOMING
    return ProcedureStanding.ENDED if effective_to is not None and effective_to < day else ProcedureStanding.IN_FORCE


def ready(procedure: Any) -> tuple[Reason, ...]:
    """Every reason why a quy trình nội bộ may not be submitted yet, each with the place that tells of it."""
    return (*unfinished(procedure), *uneven(procedure), *disordered(procedure), *alone(procedure))


def unfinished(procedure: Any) -> Iterator[Reason]:
    missing = {
        "procedure_code": "Chưa ghi mã TTHC. Hãy bấm “Sửa” để ghi.",
        "legal_basis": "Chưa ghi căn cứ pháp lý. Hãy bấm “Sửa” để ghi.",
        "papers": "Chưa ghi thành phần hồ sơ. Hãy bấm “Sửa” để ghi.",
        "effective_from": "Chưa ghi ngày bắt đầu áp dụng. Hãy bấm “Sửa” để ghi.",
    }
    return (Reason(message, name) for name, message in missing.items() if not getattr(procedure, name))


def uneven(procedure: Any) -> Iterator[Reason]:
    """No step, nobody to do one, or hours that do not make up the whole time."""
    if not procedure.steps:
        yield Reason("Chưa có bước nào. Hãy bấm “Sửa” để ghi các bước.", "steps")
        return
    for step in procedure.steps:
        if not step.doer:
            yield Reason(f"Bước {step.position} chưa ghi đơn vị, người thực hiện. Hãy bấm “Sửa” để ghi.", "steps")
    if not procedure.sum.is_even:
        yield Reason(f"{procedure.sum.sentence} Hãy sửa số giờ của các bước hoặc tổng thời gian.", "sum")


def disordered(procedure: Any) -> Iterator[Reason]:
    """A revision applies after the one it replaces."""
    old, day = procedure.replaces, procedure.effective_from
    if old is not None and old.effective_from and day and day <= old.effective_from:
        yield Reason(too_early(old), "effective_from")


def too_early(old: Any) -> str:
    first = f"Phiên bản {old.revision:02} áp dụng từ ngày {date_text(old.effective_from)}"
    return f"{first}. Hãy nhập ngày áp dụng sau ngày đó."


def alone(procedure: Any) -> tuple[Reason, ...]:
    """Why this revision may not be open now: another one is, or a later one has been approved."""
    later = [other for other in procedure.others if other.is_approved and other.revision > procedure.revision]
    if later:
        return (Reason(succeeded(later[-1]), "revisions"),)
    return tuple(Reason(open_already(other), "revisions") for other in procedure.others if is_open(other))


def is_open(procedure: Any) -> bool:
    return not procedure.is_approved and not procedure.is_cancelled


def succeeded(later: Any) -> str:
    return f"Phiên bản {later.revision:02} đã được duyệt sau phiên bản này. Cần sửa, hãy lập phiên bản mới từ bản đó."


def open_already(other: Any) -> str:
    return f"Phiên bản {other.revision:02} chưa duyệt xong. Hãy hoàn thành hoặc hủy phiên bản đó trước."


def doubts(thing: Any) -> tuple[Reason, ...]:
    """What is possible in a quy trình nội bộ but odd, of a form's values and of a record alike."""
    if not thing.procedure_code or TTHC_CODE.fullmatch(thing.procedure_code):
        return ()
    usual = "Mã TTHC thường có dạng 1.001193 hoặc 2.000815.000.00.00.H37"
    return (Reason(f"{usual}. Mã “{thing.procedure_code}” có đúng không?", "procedure_code"),)


def complete(tthc: Any) -> tuple[Reason, ...]:
    """Every part of a TTHC nội bộ says something, if only "Không"."""
    empty = (name for name in PARTS if not getattr(tthc, name))
    return tuple(Reason(f"Chưa ghi mục “{PARTS[name]}”. Nếu không có, hãy ghi “Không”.", name) for name in empty)


def life() -> Workflow:
    """That of all that is approved; but only one revision of a code is open at a time."""
    guards = {"reopen": alone, "restore": alone}
    steps = approval(ready).transitions
    return Workflow(tuple(replace(step, guard=guards.get(step.action, step.guard)) for step in steps))


PROCEDURE, TTHC = life(), approval(complete)
