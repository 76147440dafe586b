"""The shared life of a record: drafted, submitted, returned or approved. Pure."""

from collections.abc import Callable
from typing import Any

from intranet.kernel.labels import Labelled
from intranet.kernel.workflow import Reason, Transition, Workflow, always


class State(Labelled):
    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Chờ duyệt"
    RETURNED = "returned", "Bị trả lại"
    APPROVED = "approved", "Đã duyệt"
    CANCELLED = "cancelled", "Đã hủy"


EDITABLE = frozenset({State.DRAFT, State.RETURNED})
CANCELLED = frozenset({State.CANCELLED})

# What was entered by mistake counts nowhere any more, and stays in the trail.
CANCELLING = (
    Transition("cancel", "Hủy", EDITABLE, State.CANCELLED, "record.edit", "Đã hủy", needs_note=True),
    Transition("restore", "Khôi phục", CANCELLED, State.DRAFT, "record.edit", "Đã khôi phục"),
)
LOGGED = Workflow(CANCELLING)  # of registers whose entries nobody needs to approve


def approval(
    ready: Callable[[Any], tuple[Reason, ...]] = always, cancelling: tuple[Transition, ...] = CANCELLING
) -> Workflow:
    """`ready` gives every reason why a record may not be submitted yet."""
    submitted, approved = frozenset({State.SUBMITTED}), frozenset({State.APPROVED})
    return Workflow(
        (
            Transition(
                "submit", "Trình duyệt", EDITABLE, State.SUBMITTED, "record.submit", "Đã trình duyệt", guard=ready
            ),
            Transition("approve", "Phê duyệt", submitted, State.APPROVED, "record.approve", "Đã phê duyệt"),
            Transition(
                "send_back", "Trả lại", submitted, State.RETURNED, "record.approve", "Đã trả lại", needs_note=True
            ),
            Transition("withdraw", "Rút lại", submitted, State.DRAFT, "record.withdraw", "Đã rút lại"),
            Transition("reopen", "Mở lại", approved, State.RETURNED, "record.reopen", "Đã mở lại", needs_note=True),
            *cancelling,
        )
    )
