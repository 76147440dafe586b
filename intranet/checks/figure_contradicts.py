"""A figure in prose is the fact it names. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from intranet.checks.arithmetic.sums import capital, shown
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.words import words_for
from intranet.figures.facts import Facts
from intranet.reading.manuscript import Paragraph, TypedOver
from intranet.reading.mentions import Mention
from intranet.reading.numerals import parsed

RULE = "figure-contradicts"
SUMS = {
    "dossiers.total": ("dossiers.opening", "dossiers.received"),
    "dossiers.resolved_in_time": ("dossiers.resolved_early", "dossiers.resolved_on_time"),
    "dossiers.received_on_paper": ("dossiers.received_direct", "dossiers.received_postal"),
    "feedback.total": ("feedback.opening", "feedback.received"),
}
OVERDUE = ("overdue.late", "dossiers.resolved_late", "dossiers.pending_late")


def figure_contradicts(paper: Paper) -> Iterator[Problem]:
    """A figure that differs from the fact; a deliberate one-off value is told with its reason, and only warned of."""
    if paper.facts is None:
        return
    for mention in paper.mentions:
        if mention.reason:
            yield _one_off(paper, paper.facts, mention)
        elif mention.name and mention.is_whole and not mention.figure and not mention.is_claim:
            yield from _differing(paper, paper.facts, mention)
    for paragraph in paper.manuscript.body:
        for over in paragraph.typed_over:
            yield from _typed_over(paragraph, over, paper.facts)


def _differing(paper: Paper, facts: Facts, mention: Mention) -> Iterator[Problem]:
    paragraph = paper.paragraph(mention)
    known = values(facts, mention.name)
    if not known or mention.value in known or any(over.start == mention.start for over in paragraph.typed_over):
        return
    value = sorted(known)[-1]
    message = (
        f"{capital(words_for(mention.name))}: báo cáo ghi {shown(mention.value)}, số liệu của kỳ là {shown(value)}. "
        "Hãy sửa câu văn, hoặc sửa số liệu nếu câu văn đúng."
    )
    yield found(RULE, Level.ERROR, message, paragraph, mention.start, mention.end, figures=(mention.name,))


def _typed_over(paragraph: Paragraph, over: TypedOver, facts: Facts) -> Iterator[Problem]:
    """A number where the system prints another, whatever the words around it seem to say."""
    fact = facts.figures.get(over.figure)
    typed = paragraph.text[over.start : over.end]
    if fact is None or same(typed, over.printed):
        return
    message = (
        f"{fact.label}: báo cáo ghi {typed}, số liệu của kỳ là {over.printed}. "
        "Hãy sửa câu văn, hoặc sửa số liệu nếu câu văn đúng."
    )
    yield found(RULE, Level.ERROR, message, paragraph, over.start, over.end, figures=(over.figure,))


def same(one: str, other: str) -> bool:
    """Whether two numbers are the same, in whatever way they are written: 1568 and 1.568, 3 and 03."""
    return one == other or parsed(one)[0] == parsed(other)[0]


def values(facts: Facts, name: str) -> set[Decimal]:
    """What the facts let a figure of this name be, nothing where they do not know; "quá hạn" alone may be any."""
    if name == "overdue.late":
        return {Decimal(value) for one in OVERDUE if (value := facts.value(one)) is not None}
    parts = [facts.value(part) for part in SUMS.get(name, (name,))]
    return set() if None in parts else {sum((Decimal(part or 0) for part in parts), Decimal(0))}


def _one_off(paper: Paper, facts: Facts, mention: Mention) -> Problem:
    live = facts.value(mention.figure)
    known = shown(Decimal(live)) if live is not None else "chưa có"
    label = facts.figures[mention.figure].label if mention.figure in facts.figures else mention.figure
    message = f"{label}: ghi riêng {shown(mention.value)} (số liệu của kỳ: {known}), lý do: {mention.reason}."
    paragraph = paper.paragraph(mention)
    return found(RULE, Level.WARNING, message, paragraph, mention.start, mention.end, figures=(mention.figure,))
