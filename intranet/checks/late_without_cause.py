"""Late dossiers are told with their causes. Pure."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from intranet.checks.arithmetic.sums import shown, spot
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.clauses import sentences
from intranet.reading.dossier_words import LATE
from intranet.reading.letters import small
from intranet.reading.mentions import Mention

RULE = "late-without-cause"
NAMES = ("dossiers.resolved_late", "dossiers.pending_late", "overdue.late")
BECAUSE = re.compile(rf"(?:{LATE}|chậm|muộn)[^.]*?(?<!\w)(?:do|vì|bởi|xuất phát từ|nguyên nhân)(?!\w)")
CAUSE = re.compile(r"(?:nguyên nhân|lý do)(?!\s+(?:của )?.{0,40}(?:được nêu|nêu tại|xem|trình bày tại|báo cáo riêng))")
UNKNOWN = re.compile(
    r"(?:chưa|không) (?:xác định|rõ|nêu|làm rõ|có)[^.]{0,20}nguyên nhân|nguyên nhân[^.]{0,20}(?:chưa rõ|chưa xác định)"
)
OVERDUE = re.compile(rf"{LATE}|hồ sơ chậm|giải quyết chậm|chậm giải quyết")
BY_SIDE = re.compile(r"nguyên nhân (?:chủ quan|khách quan)(?: là| có|:)?\s*$")
COUNTED_CAUSE = re.compile(r"^\s*(?:hồ sơ\s*)?(?:là |bị |quá hạn |trễ hạn )*(?:do|vì|bởi|thuộc nguyên nhân)(?!\w)")


def late_without_cause(paper: Paper) -> Iterator[Problem]:
    """Late dossiers without a cause anywhere in the text, or with causes that do not add up to them."""
    late = [one for name in NAMES for one in paper.told.get(name, ()) if one.value > 0]
    if not late:
        return
    first = min(late, key=lambda one: (one.place, one.start))
    if not _cause_told(paper):
        message = (
            f"Có {shown(first.value)} hồ sơ quá hạn mà báo cáo chưa nêu nguyên nhân. "
            "Hãy nêu nguyên nhân và số hồ sơ của từng nguyên nhân."
        )
        yield found(RULE, Level.ERROR, message, paper.paragraph(first), first.start, first.end, figures=NAMES)
        return
    yield from _sums(paper, late)


def _cause_told(paper: Paper) -> bool:
    """Whether any sentence says why dossiers were late, or a list or table of causes stands in the text."""
    about_late = False
    for paragraph in paper.manuscript.body:
        text = small(paragraph.text)
        if paragraph.kind == "heading":
            about_late = bool(OVERDUE.search(text) and CAUSE.search(text))
        elif about_late and paragraph.kind in ("item", "row"):
            return True
        said = [text[start:end] for start, end in sentences(paragraph.text)]
        if any(_says_why(one, f"{before} {one}") for before, one in pairwise(["", *said])):
            return True
    return False


def _says_why(sentence: str, with_the_one_before: str) -> bool:
    if UNKNOWN.search(sentence) or not CAUSE.search(sentence.replace("do ", "nguyên nhân ")):
        return False
    about = with_the_one_before if sentence.startswith(("nguyên nhân", "lý do")) else sentence
    is_of_late = re.search(r"hồ sơ|quá hạn|trễ hạn|chậm", about) and "khó khăn" not in sentence
    return bool(BECAUSE.search(sentence) or (CAUSE.search(sentence) and is_of_late))


def _sums(paper: Paper, late: Sequence[Mention]) -> Iterator[Problem]:
    """Numbers of dossiers by cause, told in one paragraph or list, against the late ones."""
    whole = {one.value for one in late}
    known = whole | {sum(whole, Decimal(0))}
    for causes in _lists(paper):
        added = sum((one.value for one in causes), Decimal(0))
        if len(causes) > 1 and added not in known and not paper.are_facts([spot(one) for one in causes]):
            told = " + ".join(shown(one.value) for one in causes)
            message = (
                f"Số hồ sơ theo nguyên nhân {told} = {shown(added)}, nhưng có {shown(late[0].value)} hồ sơ quá hạn. "
                "Hãy đối chiếu lại."
            )
            first = causes[0]
            others = (*(spot(one) for one in causes[1:]), spot(late[0]))
            yield found(RULE, Level.ERROR, message, paper.paragraph(first), first.start, first.end, others, NAMES)


def _lists(paper: Paper) -> Iterator[list[Mention]]:
    """The counts by cause that stand together: in one sentence, or in items one under another."""
    held: list[Mention] = []
    for mention in paper.mentions:
        paragraph = paper.paragraph(mention)
        text = small(paragraph.text)
        is_cause = COUNTED_CAUSE.match(text[mention.end :]) or BY_SIDE.search(text[: mention.start])
        if not is_cause or mention.domain != "dossiers":
            continue
        is_item = paragraph.kind == "item" and held and held[-1].place in (mention.place, mention.place - 1)
        if held and not is_item and not _same_sentence(paper, held[-1], mention):
            yield held
            held = []
        held.append(mention)
    if held:
        yield held


def _same_sentence(paper: Paper, one: Mention, other: Mention) -> bool:
    bounds = list(sentences(paper.paragraph(one).text))
    return one.place == other.place and any(start <= one.start and other.end <= end for start, end in bounds)
