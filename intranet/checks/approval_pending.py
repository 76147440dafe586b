"""Records of the period are approved before the report tells them. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem


def approval_pending(paper: Paper) -> Iterator[Problem]:
    """A record of the period that nobody has approved yet, and what that means for the report."""
    for waiting in paper.waiting:
        message = f"{waiting.meaning}: “{waiting.title}”. Hãy trình duyệt hoặc duyệt trước khi gửi báo cáo."
        yield Problem("approval-pending", Level.WARNING, message, records=(waiting.record_id,))
