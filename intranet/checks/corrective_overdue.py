"""Remedies are done by their date. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem

NAME = "inspections.corrective_overdue"


def corrective_overdue(paper: Paper) -> Iterator[Problem]:
    """Findings whose remedy is past its date at the period's end."""
    late = paper.facts.value(NAME) if paper.is_own and paper.facts is not None else None
    if late:
        message = (
            f"Có {late} tồn tại đã quá hạn khắc phục. Hãy cập nhật kết quả khắc phục, "
            "hoặc nêu lý do chưa khắc phục trong báo cáo."
        )
        yield Problem("corrective-overdue", Level.WARNING, message, figures=(NAME,))
