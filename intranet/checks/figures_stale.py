"""Figures of dossiers are drawn from exports that tell of the whole period. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem
from intranet.figures.ages import is_old, lacks_end
from intranet.kernel.formats import date_text

RULE = "figures-stale"


def figures_stale(paper: Paper) -> Iterator[Problem]:
    """Each system whose newest export lies before the end of a period that is over, or is old while one is running.

    Only systems in use from the period's first day on are asked: of the others the word does not count.
    """
    if not paper.is_own or paper.facts is None or paper.today is None:
        return
    period = paper.facts.period
    for export in paper.facts.exports:
        reached = f"Dữ liệu hồ sơ của “{export.source}” mới đến ngày {date_text(export.newest)}"
        if lacks_end(export, period, paper.today):
            message = (
                f"{reached}, trong khi kỳ báo cáo kéo dài hết ngày {date_text(period.end)}. "
                f"Hãy nhập tệp kết xuất sau ngày {date_text(period.end)}."
            )
            yield Problem(RULE, Level.WARNING, message)
        elif is_old(export, period, paper.today):
            message = f"{reached}. Kỳ báo cáo đang diễn ra: nhập tệp kết xuất mới để thấy số liệu gần hơn."
            yield Problem(RULE, Level.INFO, message)
