"""What a report says there is none of, its own figures do not count. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from intranet.checks.arithmetic.sums import shown, spot
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, Spot, found
from intranet.checks.words import words_for
from intranet.reading.clauses import sentences
from intranet.reading.dossier_words import EARLY, ON_TIME
from intranet.reading.letters import small
from intranet.reading.mentions import Mention
from intranet.reading.numerals import numerals
from intranet.reading.scope import is_partial

RULE = "claim-contradicts"
LATE_NAMES = ("dossiers.resolved_late", "dossiers.pending_late", "overdue.late")
# What may not be above zero where a text says that there is none of the figure.
CONTRARY = {
    "overdue.late": LATE_NAMES,
    "dossiers.resolved_late": ("dossiers.resolved_late", "overdue.late"),
    "dossiers.pending_late": ("dossiers.pending_late",),
    "dossiers.pending": ("dossiers.pending", "dossiers.pending_late"),
}
ALL_IN_TIME = re.compile(
    rf"(?:100\s*%|tất cả|toàn bộ|mọi|các)\s+(?:các )?hồ sơ[^.;,]{{0,60}}(?:đều )?(?:được )?(?:giải quyết|trả kết quả)"
    rf"[^.;,]{{0,30}}(?:{EARLY}|{ON_TIME})|(?:đều (?:được )?(?:giải quyết |trả )?(?:{EARLY}|{ON_TIME}))"
)
AT_DESK = re.compile(
    r"(?:tiếp nhận|nộp|giải quyết)[^.;]{0,50}trực tiếp|trực tiếp[^.;]{0,30}(?:tiếp nhận|nộp hồ sơ|đến nộp)"
)
LONG = 60  # characters by which a sentence tells at length


def claim_contradicts(paper: Paper) -> Iterator[Problem]:
    """ "Không có hồ sơ tồn đọng" beside late or pending ones; intake at the desk told at length beside a count of 0."""
    for mention in paper.mentions:
        if mention.is_claim and mention.is_whole:
            for name in CONTRARY.get(mention.name, (mention.name,)):
                if (value := _above_zero(paper, name)) is not None:
                    yield _problem(paper, mention.place, (mention.start, mention.end), name, value)
                    break
    yield from _all_in_time(paper)
    yield from _desk(paper)


def _above_zero(paper: Paper, name: str) -> tuple[Decimal, tuple[Spot, ...]] | None:
    """A value above zero that the text, else the facts, give the figure."""
    for mention in paper.told.get(name, ()):
        if mention.value > 0:
            return mention.value, (spot(mention),)
    value = paper.facts.value(name) if paper.facts is not None else None
    return (Decimal(value), ()) if value else None


def _problem(
    paper: Paper, place: int, span: tuple[int, int], name: str, value: tuple[Decimal, tuple[Spot, ...]]
) -> Problem:
    paragraph = paper.manuscript.paragraphs[place]
    message = f"Câu này trái với số liệu: {words_for(name)} {shown(value[0])}. Hãy sửa câu văn cho đúng với số liệu."
    return found(RULE, Level.WARNING, message, paragraph, *span, others=value[1], figures=(name,))


def _all_in_time(paper: Paper) -> Iterator[Problem]:
    """ "100% hồ sơ giải quyết đúng hạn" beside late ones."""
    late = next((told for name in LATE_NAMES if (told := _above_zero(paper, name)) is not None), None)
    if late is None:
        return
    for paragraph in paper.typed:
        text = small(paragraph.text)
        for start, end in sentences(paragraph.text):
            match = ALL_IN_TIME.search(text, start, end)
            if match and not is_partial(text[start:end]) and not re.search(r"phấn đấu|cơ bản|hầu hết", text[start:end]):
                yield _problem(paper, paragraph.place, match.span(), "overdue.late", late)


def _desk(paper: Paper) -> Iterator[Problem]:
    """Intake at the desk told in a long sentence without a number, where none came that way."""
    direct: list[Mention] = paper.told.get("dossiers.received_direct", [])
    if not direct or any(one.value > 0 for one in direct):
        return
    for paragraph in paper.typed:
        text = small(paragraph.text)
        for start, end in sentences(paragraph.text):
            match = AT_DESK.search(text, start, end)
            if match and end - start > LONG and not numerals(text[start:end]) and "không" not in text[start:end]:
                value = (Decimal(0), (spot(direct[0]),))
                yield _problem(paper, paragraph.place, match.span(), "dossiers.received_direct", value)
