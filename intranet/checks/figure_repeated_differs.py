"""One figure is told one way everywhere. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.arithmetic.sums import capital, shown, spot
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.words import words_for
from intranet.reading.letters import small
from intranet.reading.mentions import Mention
from intranet.reading.naming import LATE

RULE = "figure-repeated-differs"
BECAUSE = re.compile(r"\s*hồ sơ[^,.;]{0,30}(?<!\w)(?:do|vì)(?!\w)")
OVERDUE = ("dossiers.resolved_late", "dossiers.pending_late")


def figure_repeated_differs(paper: Paper) -> Iterator[Problem]:
    """A figure of the whole office and period that stands in the text with two values."""
    for name, mentions in paper.told.items():
        if name != LATE:
            told = [mention for mention in mentions if not mention.reason]  # a value of its own says why it is another
            yield from _differing(paper, name, _without_shares(paper, told))
    yield from _late(paper)


def _differing(paper: Paper, name: str, mentions: list[Mention]) -> Iterator[Problem]:
    seen = {mention.value for mention in mentions[:1]}
    for first, mention in ((mentions[0], mention) for mention in mentions[1:]):
        if mention.value not in seen:
            seen.add(mention.value)
            yield _problem(paper, name, mention, first)


def _without_shares(paper: Paper, mentions: list[Mention]) -> list[Mention]:
    """Late ones told cause by cause are no whole: "quá hạn 06 hồ sơ do …, quá hạn 05 hồ sơ do …"."""
    by_cause = [one for one in mentions if BECAUSE.match(small(paper.paragraph(one).text)[one.end :])]
    return mentions if len(by_cause) < 2 else [one for one in mentions if one not in by_cause]


def _late(paper: Paper) -> Iterator[Problem]:
    """ "Hồ sơ quá hạn" alone may be the resolved ones, the pending ones or both together."""
    parts = [paper.one_value(name) for name in OVERDUE]
    known = [value for value in parts if value is not None]
    right = {*known, sum(known)} if known else set()
    first = next((paper.told[name][0] for name in OVERDUE if name in paper.told), None)
    for mention in paper.told.get(LATE, ()):
        if right and first is not None and mention.value not in right:
            yield _problem(paper, LATE, mention, first)
            return
        right, first = right or {mention.value}, first or mention


def _problem(paper: Paper, name: str, mention: Mention, first: Mention) -> Problem:
    where = f"ở mục {paper.paragraph(first).section}" if paper.paragraph(first).section else "ở trên"
    message = (
        f"{capital(words_for(name))}: chỗ này ghi {shown(mention.value)}, {where} ghi {shown(first.value)}. "
        "Hãy đối chiếu và thống nhất một số."
    )
    paragraph = paper.paragraph(mention)
    return found(RULE, Level.ERROR, message, paragraph, mention.start, mention.end, (spot(first),), (name,))
