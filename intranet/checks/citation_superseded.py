"""Texts that are cited are in force. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.figures.legal_notes import LegalNote, cited_as, number_key
from intranet.kernel.formats import date_text
from intranet.reading.citations import Citation, citations
from intranet.reading.clauses import sentences
from intranet.reading.letters import small

# What says that a text is no longer the one to go by: words right before it, right after it, or over the sentence.
REPLACED = re.compile(
    r"(?:thay thế|thay cho|chuyển (?:đổi )?từ(?: thực hiện)?|bãi bỏ|hủy bỏ|thay|không còn thực hiện|khác|"
    r"so với|(?<!được )(?:sửa đổi|bổ sung)(?:, bổ sung)?)(?!\w)"
    r"(?![^.;:]*(?:tthc|thủ tục|quy trình))(?![^.;:]*(?:bởi|bằng|theo|tại|căn cứ))[^.;:]{0,70}$"
)
GONE = re.compile(
    r"(?:hết|chấm dứt) hiệu lực|(?:được|bị|đã) (?:được )?(?:thay(?: thế)?(?= bằng| bởi|[\s.;,)]|$)|bãi bỏ)|"
    r"(?:áp dụng|thực hiện|hiệu lực) (?:đến|tới) (?:hết )?ngày|không còn (?:hiệu lực|áp dụng|phù hợp)|"
    r"nay (?:là|được|thay|thực hiện|đã)"
)
EARLIER = re.compile(r"trước đây|trước khi|trước (?:ngày|thời điểm|năm) |nay (?:thực hiện|áp dụng) theo")
OTHER = re.compile(r";|\d+ (?:tthc|thủ tục|hồ sơ|quy trình)")
JOINED = re.compile(r"[\s,()]*(?:và|hoặc|hay|,)?[\s,()]*(?:các |số )*[\s,()]*")


def citation_superseded(paper: Paper) -> Iterator[Problem]:
    """A text that was no longer, or not yet, in force on the report's day, with what replaced it."""
    known = {number_key(note.number): note for note in paper.legal}
    for paragraph in paper.manuscript.body:
        for one in _gone_by(paragraph.text):
            note = cited_as(one.number, one.kind, known)
            if note and (told := _out_of_force(note, paper.day, known)):
                yield found("citation-superseded", Level.WARNING, told, paragraph, one.start, one.end)


def _gone_by(paragraph: str) -> Iterator[Citation]:
    """The texts a paragraph goes by; one that it calls replaced or earlier is told as history."""
    text = small(paragraph)
    cited = citations(paragraph)
    for start, end in sentences(paragraph):
        inside = [one for one in cited if start <= one.start < end]
        if inside and not EARLIER.search(text, start, end):
            for chain, before, after in _chains(text, inside, start, end):
                if not (REPLACED.search(before) or GONE.search(OTHER.split(after)[0])):
                    yield from chain


def _chains(text: str, cited: Sequence[Citation], start: int, end: int) -> Iterator[tuple[list[Citation], str, str]]:
    """Texts named in one breath, with the words between them and the text before, and the one after."""
    left = start
    chain: list[Citation] = []
    for place, one in enumerate(cited):
        chain.append(one)
        right = cited[place + 1].start if place + 1 < len(cited) else end
        if place + 1 == len(cited) or not JOINED.fullmatch(text, one.end, right):
            yield chain, text[left : chain[0].start], text[one.end : right]
            chain, left = [], one.end


def _out_of_force(note: LegalNote, day: date | None, known: dict[str, LegalNote]) -> str:
    """Why a text may not be gone by on a day; "" where it may. Without a day, what has been replaced may not."""
    if note.in_force_to is not None and (day is None or note.in_force_to < day):
        after = known.get(number_key(note.replaced_by))
        instead = (
            f"được thay bằng {after.short if after else note.replaced_by}" if note.replaced_by else "không còn áp dụng"
        )
        last = date_text(note.in_force_to)
        return f"{note.short} hết hiệu lực sau ngày {last}, {instead}. Hãy viện dẫn văn bản còn hiệu lực."
    if day is not None and note.in_force_from is not None and day < note.in_force_from:
        return f"{note.short} có hiệu lực từ ngày {date_text(note.in_force_from)}, sau ngày báo cáo. Hãy kiểm tra lại."
    return ""
