"""Texts that are cited are in force. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from intranet.kernel.formats import date_text
from intranet.reports.checks.paper import Paper
from intranet.reports.checks.problem import Level, Problem, found
from intranet.reports.legal_notes import LegalNote, number_key
from intranet.reports.prose.citations import citations
from intranet.reports.prose.clauses import sentences
from intranet.reports.prose.letters import small

# A sentence that itself says that the text is no longer the one to go by.
SAID = re.compile(r"thay thế|thay cho|bãi bỏ|hết hiệu lực|được thay|sửa đổi|trước đây|không còn hiệu lực|chấm dứt")


def citation_superseded(paper: Paper) -> Iterator[Problem]:
    """A text that was no longer, or not yet, in force on the report's day, with what replaced it."""
    known = {number_key(note.number): note for note in paper.legal}
    for paragraph in paper.manuscript.body:
        text = small(paragraph.text)
        bounds = list(sentences(paragraph.text))
        for one in citations(paragraph.text):
            note = known.get(number_key(one.number))
            sentence = next((text[start:end] for start, end in bounds if start <= one.start < end), text)
            if note is None or SAID.search(sentence):
                continue
            if told := _out_of_force(note, paper.day, known):
                yield found("citation-superseded", Level.WARNING, told, paragraph, one.start, one.end)


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
