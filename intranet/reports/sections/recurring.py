"""Causes of late dossiers that come again: what is said of them, and what is proposed against them. Pure."""

from intranet.categories.families import Cause, Side, by_cause
from intranet.figures.comparing import PREVIOUS, recurring
from intranet.figures.facts import Facts
from intranet.reports.wording import figure, inline, itemised, listed


def recurring_causes(facts: Facts) -> str:
    """For the difficulties: each cause of this period that the one before had too, with both numbers."""
    told = [f"“{inline(cause.label)}” {_numbers(cause, facts)}" for cause in recurring(facts)]
    return itemised(f"Nguyên nhân lặp lại từ {facts.earlier[PREVIOUS].label}", told) if told else ""


def proposals_against_recurring_causes(facts: Facts) -> str:
    """For the proposals: who can act on a cause that comes again, and on what."""
    return listed([_proposal(cause, facts) for cause in recurring(facts)])


def _proposal(cause: Cause, facts: Facts) -> str:
    own = f"{inline(facts.office.committee)} chỉ đạo các đơn vị"
    lead = own if cause.side is Side.INTERNAL else "Đề nghị cấp có thẩm quyền, cơ quan liên quan"
    return f"{lead} khắc phục nguyên nhân quá hạn lặp lại: “{inline(cause.label)}” {_numbers(cause, facts)}"


def _numbers(cause: Cause, facts: Facts) -> str:
    name = by_cause(cause.code)
    before = facts.earlier[PREVIOUS].label
    return f"({facts.period.label}: {figure(name)} hồ sơ, {before}: {figure(f'{PREVIOUS}.{name}')} hồ sơ)"
