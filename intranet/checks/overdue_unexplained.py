"""Late dossiers have a case with a cause and an explanation. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem
from intranet.figures.overdue_gap import gap

RULE = "overdue-unexplained"
FIGURES = ("overdue.late", "overdue.explained", "overdue.unexplained")


def overdue_unexplained(paper: Paper) -> Iterator[Problem]:
    """Late dossiers of the period without an explained case; asked of our own records, not of prose."""
    if not paper.is_own or paper.facts is None:
        return
    unexplained = paper.facts.value("overdue.unexplained")
    if told := gap(paper.facts):
        message = f"{told} Hãy ghi nguyên nhân và giải trình cho từng hồ sơ trong sổ hồ sơ quá hạn."
        yield Problem(RULE, Level.ERROR, message, figures=FIGURES)
    elif unexplained:
        message = (
            f"Còn {unexplained} hồ sơ quá hạn chưa có nguyên nhân và giải trình. "
            "Hãy ghi nguyên nhân và giải trình cho từng hồ sơ trong sổ hồ sơ quá hạn."
        )
        yield Problem(RULE, Level.ERROR, message, figures=FIGURES)
