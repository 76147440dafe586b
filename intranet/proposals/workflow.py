"""The law of proposals: when one may be submitted, what is odd about one, and how it goes on after approval. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from intranet.kernel.formats import money, number, padded
from intranet.kernel.labels import Labelled
from intranet.kernel.workflow import Reason, Transition, Workflow
from intranet.proposals.costs import Savings
from intranet.records.approval import approval


class About(Labelled):
    PROCEDURE = "procedure", "TTHC"
    INTERNAL = "internal", "Quy trình nội bộ"


class Measure(Labelled):
    ABOLISH = "abolish", "Bãi bỏ"
    MERGE = "merge", "Gộp thủ tục"
    DROP_PAPER = "drop_paper", "Bớt giấy tờ"
    SHORTEN = "shorten", "Rút ngắn thời gian"
    MOVE_ONLINE = "move_online", "Chuyển sang trực tuyến"
    DECENTRALISE = "decentralise", "Phân cấp, ủy quyền"


class Outcome(Labelled):
    NOT_SENT = "not_sent", "Chưa gửi"
    SENT = "sent", "Đã gửi cấp trên"
    ACCEPTED = "accepted", "Được chấp thuận"
    REFUSED = "refused", "Không được chấp thuận"


# What becomes of a proposal above goes on after it is approved and locked.
FOLLOWING = Workflow(
    (
        Transition(
            "send", "Gửi cấp trên", frozenset({Outcome.NOT_SENT}), Outcome.SENT, "proposal.follow", "Đã gửi cấp trên"
        ),
        Transition(
            "accept",
            "Được chấp thuận",
            frozenset({Outcome.SENT}),
            Outcome.ACCEPTED,
            "proposal.follow",
            "Cấp trên đã chấp thuận",
        ),
        Transition(
            "refuse",
            "Không được chấp thuận",
            frozenset({Outcome.SENT}),
            Outcome.REFUSED,
            "proposal.follow",
            "Cấp trên không chấp thuận",
            needs_note=True,
        ),
        *(
            Transition(
                "take_back",
                "Bỏ lần ghi này",
                frozenset(sources),
                target,
                "proposal.follow",
                "Đã bỏ lần ghi",
                needs_note=True,
            )
            for sources, target in (
                ({Outcome.SENT}, Outcome.NOT_SENT),
                ({Outcome.ACCEPTED, Outcome.REFUSED}, Outcome.SENT),
            )
        ),
    )
)

DAYS_LESS = re.compile(r"\b(?:giảm|bớt|rút ngắn)(?: được)? (\d{1,4}) ngày", re.IGNORECASE)


def ready(proposal: Any) -> tuple[Reason, ...]:
    """Every reason why a proposal may not be submitted yet."""
    missing = (
        (proposal.present_rule, "Chưa ghi quy định hiện hành.", "facts-title"),
        (proposal.problem, "Chưa ghi vướng mắc, bất cập.", "facts-title"),
        (proposal.amendments, "Chưa ghi văn bản cần sửa, bổ sung (điểm, khoản, điều).", "amendments"),
        (proposal.cost_before, "Chi phí một năm trước khi đơn giản hóa đang bằng 0. Hãy sửa các số để tính.", "costs"),
    )
    return tuple(Reason(message, anchor) for value, message, anchor in missing if not value)


def rises(savings: Savings) -> tuple[Reason, ...]:
    """What grows by a proposal that is to simplify: possible, and asked about."""
    odd = []
    if savings.saved < 0:
        costs = f"từ {money(savings.before)} lên {money(savings.after)} một năm"
        odd.append(Reason(f"Chi phí tuân thủ tăng {costs}. Số liệu có đúng không?", "hours_after"))
    if savings.days_saved < 0:
        days = f"từ {number(savings.days_before)} lên {number(savings.days_after)} ngày"
        odd.append(Reason(f"Thời gian giải quyết tăng {days}. Số ngày có đúng không?", "days_after"))
    return tuple(odd)


def contradicted(savings: Savings, *texts: str) -> Iterator[Reason]:
    """Days that the words take off other than the numbers do."""
    told = {int(days) for text in texts for days in DAYS_LESS.findall(text)}
    if told and savings.days_saved > 0 and savings.days_saved not in told:
        less = ", ".join(padded(days) for days in sorted(told))
        numbers = f"{padded(savings.days_before)} xuống {padded(savings.days_after)}"
        words = f"Lời văn ghi giảm {less} ngày, còn số ngày đã nhập, {numbers}, giảm {padded(savings.days_saved)} ngày"
        yield Reason(f"{words}. Con số nào đúng?", "days_after")


def not_sent(proposal: Any) -> tuple[Reason, ...]:
    """What has been sent on stays as it was sent."""
    if proposal.outcome is Outcome.NOT_SENT:
        return ()
    words = "Phương án đã gửi cấp trên nên giữ nguyên. Nếu ghi nhầm, cán bộ kiểm soát TTHC bỏ lần ghi gửi trước."
    return (Reason(words, "follow"),)


def life() -> Workflow:
    """That of all that is approved; but what has been sent on is not reopened."""
    steps = approval(ready).transitions
    return Workflow(tuple(replace(step, guard=not_sent) if step.action == "reopen" else step for step in steps))


PROPOSAL = life()
