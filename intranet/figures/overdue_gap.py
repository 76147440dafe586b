"""Where the register of overdue cases and the late dossiers of a period do not add up. Pure."""

from intranet.figures.fact import Origin
from intranet.figures.facts import Facts
from intranet.kernel.formats import number


def gives_causes(facts: Facts) -> bool:
    """Whether the causes come from the register, be it empty so far, and not from what was typed."""
    fact = facts.figures.get("overdue.explained")
    return fact is not None and fact.origin is not Origin.ENTERED


def progress(facts: Facts) -> str:
    """11/11, of the late dossiers those that are explained; "" where none is late or the register does not tell."""
    late, explained = facts.value("overdue.late"), facts.value("overdue.explained")
    if not late or explained is None or not gives_causes(facts):
        return ""
    return f"{number(int(explained))}/{number(int(late))}"


def gap(facts: Facts) -> str:
    """11 hồ sơ quá hạn; sổ hồ sơ quá hạn có 10 hồ sơ, 9 đã có nguyên nhân, 8 đã giải trình. "" where all is told."""
    late, cases = facts.value("overdue.late"), len(facts.overdue)
    if not gives_causes(facts):
        return ""
    caused = sum(bool(case.cause) for case in facts.overdue)
    explained = sum(case.is_explained for case in facts.overdue)
    if cases == caused == explained and late in (cases, None):
        return ""  # how many there were in all is asked for as a figure
    whole = "Chưa có số hồ sơ quá hạn của kỳ" if late is None else f"{number(int(late))} hồ sơ quá hạn"
    if not cases:
        return f"{whole}; sổ hồ sơ quá hạn chưa có hồ sơ nào."
    told = f"{number(caused)} đã có nguyên nhân, {number(explained)} đã giải trình"
    return f"{whole}; sổ hồ sơ quá hạn có {number(cases)} hồ sơ, {told}."
