"""What a cause asks for beyond the explanation, and what is still missing. Pure."""

from typing import Any

from intranet.categories.families import Asks
from intranet.kernel.workflow import Reason

REGULATION = (
    ("regulation_procedure", "Chưa ghi thủ tục vướng quy định."),
    ("regulation_text", "Chưa ghi văn bản gây vướng."),
    ("regulation_obstacle", "Chưa ghi vướng mắc của quy định."),
)


def unanswered(it: Any) -> tuple[Reason, ...]:
    """What the main or a contributing cause asks for and nobody has written yet. `it` is a case, or what was typed."""
    asked = {cause.asks for cause in (it.main_cause, *it.contributing) if cause is not None}
    missing = []
    if Asks.TEXT in asked and not it.cause_text:
        missing.append(Reason("Nguyên nhân là “khác” nhưng chưa ghi rõ là gì.", "cause_text"))
    if Asks.REGULATION in asked:
        missing += [Reason(sentence, name) for name, sentence in REGULATION if not getattr(it, name)]
    return tuple(missing)


def ready(case: Any) -> tuple[Reason, ...]:
    """Every reason why a case may not be submitted yet."""
    reasons = []
    if case.main_cause is None:
        reasons.append(Reason("Chưa chọn nguyên nhân chính.", "causes"))
    if not case.explanation:
        reasons.append(Reason("Chưa ghi giải trình.", "causes"))
    return (*reasons, *(Reason(reason.message, "causes") for reason in unanswered(case)))
