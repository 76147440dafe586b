"""How a text compares: {{so với:previous.dossiers.received}} is "tăng 12 hồ sơ (8,3%)", whichever way it went. Pure."""

import re
from collections.abc import Iterator

from intranet.figures.comparing import COMPARED, SIDES, change_of
from intranet.figures.facts import Facts
from intranet.reports.marks.suggestions import instead
from intranet.reports.wording import figure

KIND = "so với"
MARK = re.compile(r"[ \t]*\{\{\s*so với\s*:\s*([^{}]*?)\s*\}\}", re.IGNORECASE)
NAMES = tuple(f"{side}.{name}" for side in SIDES for name in COMPARED)


def comparison(name: str) -> str:
    """The mark of the change against previous.dossiers.received or the like."""
    return f"{{{{{KIND}:{name}}}}}"


def in_words(line: str, facts: Facts) -> str:
    """The line with its comparisons in words and figures; of one that nobody knows nothing is left."""
    return MARK.sub(lambda match: words(match[1], facts), line)


def words(name: str, facts: Facts) -> str:
    direction = change_of(name, facts)
    if direction is None:
        return ""
    if direction == 0:
        return " không đổi"
    unit = facts.figures[f"{name}.change"].unit
    share = f" ({figure(f'{name}.change_rate')}%)" if f"{name}.change_rate" in facts.figures else ""
    return f" {'tăng' if direction > 0 else 'giảm'} {figure(f'{name}.change')} {unit}{share}"


def wrong(line: str) -> Iterator[str]:
    """A sentence for each comparison that there is none of."""
    for match in MARK.finditer(line):
        if match[1] not in NAMES:
            yield f"không so sánh được “{match[1]}”. {instead(match[1], NAMES)}"
