"""IV.1 of a year: what it came to, and how that compares with the year before. Pure."""

from intranet.figures.comparing import COMPARED, LAST_YEAR, PREVIOUS, change_of
from intranet.figures.facts import Facts
from intranet.reports.marks.comparisons import comparison as change
from intranet.reports.sections.assessment import control_results
from intranet.reports.wording import itemised, paragraphs


def year_results(facts: Facts) -> str:
    return paragraphs(control_results(facts), against_year_before(facts))


def against_year_before(facts: Facts) -> str:
    """Every figure that is known of both; nothing where none is."""
    side = PREVIOUS if facts.period.kind == "Y" else LAST_YEAR
    known = [name for name in COMPARED if change_of(f"{side}.{name}", facts) is not None]
    told = [f"{_called(name)} {change(f'{side}.{name}')}" for name in known]
    return itemised(f"So với {facts.earlier[side].label}", told) if told else ""


def _called(name: str) -> str:
    """số hồ sơ tiếp nhận; tỷ lệ số hóa"""
    words = COMPARED[name]
    return words if words.startswith("tỷ lệ") else f"số {words}"
