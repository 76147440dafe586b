"""How a report words things: figures, days, lists, the names of its period. Pure."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from intranet.figures.fact import Fact
from intranet.kernel.formats import UNKNOWN, date_text, number, padded, rate
from intranet.kernel.period import Period

MOST, AND_OTHERS = 20, "và các mục khác trong sổ theo dõi"  # a longer list stands in the register, not in a report

# What [[…]] in titles and texts stands for, so that a text carried to the next period follows it.
TOKENS: dict[str, Callable[[Period], str]] = {
    "kỳ": lambda period: period.label,
    "kỳ tới": lambda period: period.outlook,
    "từ ngày": lambda period: date_text(period.start),
    "đến ngày": lambda period: date_text(period.end),
}
TOKEN = re.compile(r"\[\[\s*([^\[\]]*?)\s*\]\]")


def figure_text(fact: Fact | None) -> str:
    """A figure in a sentence: 03, 1.568, 99,1, 18.025.000; its unit stands in the text."""
    if fact is None or fact.value is None:
        return UNKNOWN
    return padded(fact.value) if isinstance(fact.value, int) and fact.unit not in ("%", "đồng") else _plain(fact)


def cell_text(fact: Fact | None) -> str:
    """A figure in a table: as in a sentence, but a small count stands without its zero."""
    return UNKNOWN if fact is None or fact.value is None else _plain(fact)


def _plain(fact: Fact) -> str:
    return rate(fact.value) if isinstance(fact.value, Decimal) else number(fact.value or 0)


def figure(name: str) -> str:
    """The mark by which a text holds a figure: {{dossiers.received}}."""
    return f"{{{{{name}}}}}"


def with_period(text: str, period: Period) -> str:
    """The text with its tokens in words; one that is not known stays as it was written."""
    return TOKEN.sub(lambda match: TOKENS[match[1]](period) if match[1] in TOKENS else match[0], text)


def enumeration(items: Sequence[str]) -> str:
    """a; a và b; a, b và c"""
    *others, last = items or [""]
    return f"{', '.join(others)} và {last}" if others else last


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentences(*parts: str) -> str:
    """One paragraph of all that is said; what is empty is not."""
    return " ".join(part for part in parts if part)


def paragraphs(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def listed(items: Sequence[str]) -> str:
    """Items of a list, one a line, each but the last closed by a semicolon."""
    closed = [f"- {item}{'.' if place == len(items) else ';'}" for place, item in enumerate(items, start=1)]
    return "\n".join(closed)


def itemised(lead: str, items: Sequence[str]) -> str:
    """ "lead.", "lead: the one item.", or "lead:" and under it a list of the first MOST items."""
    if len(items) < 2:
        return f"{lead}: {items[0]}." if items else f"{lead}."
    return paragraphs(f"{lead}:", listed([*items[:MOST], AND_OTHERS] if len(items) > MOST else items))


def days(first: date, last: date) -> str:
    """ngày 05/02/2026; từ ngày 03/02/2026 đến ngày 05/02/2026"""
    if first == last:
        return f"ngày {date_text(first)}"
    return f"từ ngày {date_text(first)} đến ngày {date_text(last)}"


def inline(text: str) -> str:
    """A person's words as a part of our sentence: one line, no end of their own, no marks of the report's text."""
    one_line = re.sub(r"([{}\[\]])\1+", r"\1", " ".join(text.split()))
    return one_line.lstrip("->• ").rstrip(" .;,:")
