"""What came over from the period before is what that period left behind, or the text says why not. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.figures.comparing import CARRIED_OVER, PREVIOUS
from intranet.kernel.formats import number

RULE = "opening-differs-from-closing"
OPENING, LEFT = "dossiers.opening", f"{PREVIOUS}.{CARRIED_OVER}"
REASON = re.compile(r"(?<!\w)(?:vì|do|bởi|lý do|nguyên nhân)(?!\w)[\s:,là]*(?![\s…._]*(?:\.|…|$))\w", re.IGNORECASE)


def opening_differs_from_closing(paper: Paper) -> Iterator[Problem]:
    """The opening as the text tells it, else as the figures do, against the closing of the period before."""
    left = paper.facts.value(LEFT) if paper.facts else None
    if paper.facts is None or left is None:
        return
    told = paper.told.get(OPENING, [])
    before = paper.facts.earlier[PREVIOUS].label
    stands = paper.facts.value(OPENING)
    if not told and stands is not None and stands != left:
        yield Problem(RULE, Level.ERROR, message(stands, left, before), figures=(OPENING, LEFT))
    if not any(says_why(paper.paragraph(one).text, int(left)) for one in told):
        for one in [one for one in told if one.value != left][:1]:
            words, place = message(one.value, left, before), paper.paragraph(one)
            yield found(RULE, Level.ERROR, words, place, one.start, one.end, figures=(OPENING, LEFT))


def says_why(text: str, left: int) -> bool:
    """Whether a paragraph names what was left behind, and a reason that is filled in."""
    return bool(re.search(rf"(?<![\d.,]){re.escape(number(left))}(?![\d.,]*\d)", text) and REASON.search(text))


def message(opening: Decimal | int, left: Decimal | int, before: str) -> str:
    return (
        f"Kỳ trước chuyển qua {number(int(opening))} hồ sơ, nhưng {before} chuyển kỳ sau {number(int(left))} hồ sơ. "
        f"Hãy sửa số, hoặc nêu cả hai số kèm lý do chênh lệch ngay trong đoạn này."
    )
