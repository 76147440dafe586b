"""How a whole that was just told falls into its parts. Pure."""

from intranet.figures.facts import Facts
from intranet.reports.wording import enumeration, figure

Part = tuple[str, str]  # what it is called, the name of its figure


def breakdown(facts: Facts, whole: str, parts: tuple[Part, ...], noun: str, link: str = "trong đó") -> str:
    """Goes on after the whole: ", trong đó nộp trực tuyến 05 hồ sơ và …"; ", đều trước hạn"; "" where all are 0.

    A part that is 0 is not told; one that is missing is, with its blank.
    """
    told = [(words, name) for words, name in parts if facts.value(name) != 0]
    if not told:
        return ""
    words, name = told[0]
    if len(told) == 1 and facts.are_equal(name, whole):
        return f", {words}" if facts.value(whole) == 1 else f", đều {words}"
    return f", {link} {enumeration([f'{words} {figure(name)} {noun}' for words, name in told])}"


def all_of(facts: Facts, name: str) -> str:
    """toàn bộ 1.568, but 01 alone"""
    return figure(name) if facts.value(name) == 1 else f"toàn bộ {figure(name)}"
