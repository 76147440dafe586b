"""The law of inspections: when one may be submitted, and how a remedy goes on. Pure."""

from datetime import date
from typing import Any

from intranet.kernel.labels import Labelled
from intranet.kernel.workflow import Reason, Transition, Workflow


class Kind(Labelled):
    PERIODIC = "periodic", "Định kỳ"
    AD_HOC = "ad_hoc", "Đột xuất"
    SELF_CHECK = "self_check", "Tự kiểm tra"


class Method(Labelled):
    ON_SITE = "on_site", "Trực tiếp"
    BY_SYSTEM = "by_system", "Qua hệ thống"


class Result(Labelled):
    PASSED = "passed", "Đạt"
    FAILED = "failed", "Chưa đạt"
    NOT_APPLICABLE = "not_applicable", "Không áp dụng"


class Severity(Labelled):
    MINOR = "minor", "Nhẹ"
    MODERATE = "moderate", "Trung bình"
    SERIOUS = "serious", "Nghiêm trọng"


class Remedy(Labelled):
    OPEN = "open", "Chưa khắc phục"
    REPORTED = "reported", "Chờ xác nhận"
    RETURNED = "returned", "Cần khắc phục tiếp"
    VERIFIED = "verified", "Đã khắc phục"


# A remedy goes on after its inspection is approved and locked.
REMEDY = Workflow(
    (
        Transition(
            "report",
            "Báo cáo khắc phục",
            frozenset({Remedy.OPEN, Remedy.RETURNED}),
            Remedy.REPORTED,
            "remedy.report",
            "Đã báo cáo khắc phục",
        ),
        Transition(
            "verify",
            "Xác nhận đã khắc phục",
            frozenset({Remedy.REPORTED}),
            Remedy.VERIFIED,
            "remedy.verify",
            "Đã xác nhận khắc phục",
        ),
        Transition(
            "send_back",
            "Yêu cầu khắc phục tiếp",
            frozenset({Remedy.REPORTED}),
            Remedy.RETURNED,
            "remedy.verify",
            "Đã yêu cầu khắc phục tiếp",
            needs_note=True,
        ),
    )
)


def ready(inspection: Any) -> tuple[Reason, ...]:
    """Every reason why an inspection may not be submitted yet, each with the row where it is mended."""
    if not inspection.items:
        return (Reason("Cuộc kiểm tra chưa bắt đầu nên chưa có bảng kiểm. Hãy bấm “Bắt đầu kiểm tra”.", "start"),)
    return (*unanswered(inspection), *unfinished(inspection))


def unanswered(inspection: Any) -> tuple[Reason, ...]:
    reasons = []
    for item in inspection.items:
        if item.result is None:
            reasons.append(Reason(f"Tiêu chí {item.position} chưa có kết quả.", f"item-{item.id}"))
        elif item.result is Result.FAILED and item.finding is None:
            reasons.append(Reason(f"Tiêu chí {item.position} chưa đạt nhưng chưa ghi tồn tại.", f"item-{item.id}"))
    return tuple(reasons)


def unfinished(inspection: Any) -> tuple[Reason, ...]:
    """What an approved inspection must say of its end: the report counts it by that day."""
    missing = (
        (inspection.ended_on, "Chưa ghi ngày kết thúc kiểm tra.", "ended_on"),
        (inspection.concluded_on, "Chưa ghi ngày kết luận.", "concluded_on"),
        (inspection.conclusion, "Chưa ghi nội dung kết luận.", "conclusion"),
    )
    return tuple(Reason(message, anchor) for value, message, anchor in missing if not value)


def is_overdue(state: Remedy, due_on: date, today: date) -> bool:
    """A remedy is late from the day after its due date until it is verified."""
    return state is not Remedy.VERIFIED and is_past(due_on, today)


def is_past(due_on: Any, day: Any) -> Any:
    """Whether a due date is past on a day: of a finding at hand, or of the column of a query."""
    return due_on < day
