"""How a period compares with earlier ones: a sentence for each, a table, a chart; nothing where none is known. Pure."""

from intranet.figures.comparing import COMPARED, change_of
from intranet.figures.facts import Facts
from intranet.reports.marks.comparisons import comparison as change
from intranet.reports.wording import paragraphs

TOLD = ("dossiers.received", "dossiers.resolved", "overdue.late", "dossiers.carried_over")


def comparison(facts: Facts) -> str:
    told = [words for side in facts.earlier if (words := _sentence(side, facts))]
    return paragraphs(*told, "{{table:comparison}}", "{{chart:comparison}}") if told else ""


def _sentence(side: str, facts: Facts) -> str:
    known = [name for name in TOLD if change_of(f"{side}.{name}", facts) is not None]
    told = [f"số {COMPARED[name]} {change(f'{side}.{name}')}" for name in known]
    return f"So với {facts.earlier[side].label}: {'; '.join(told)}." if told else ""
