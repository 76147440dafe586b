"""Citations can be found again: known to the register, and told in full the first time. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.documents.symbol import parse
from intranet.figures.legal_notes import LegalNote, cited_as, number_key
from intranet.kernel.formats import date_text
from intranet.reading.citations import Citation, citations
from intranet.reading.issuers import body, body_by_number, differ

RULE = "citation-unknown"


def citation_unknown(paper: Paper) -> Iterator[Problem]:
    """A citation that the register does not know, or whose first use lacks "số", its day or who issued it."""
    known = {number_key(note.number): note for note in paper.legal}
    seen: set[str] = set()
    for paragraph in paper.manuscript.body:
        if paragraph.kind == "heading":
            continue
        cited = citations(paragraph.text)
        for place, one in enumerate(cited):
            key = number_key(one.number)
            if key in seen:
                continue
            seen.add(key)
            alike = (other for other in cited[place + 1 :] if other.is_again or other.kind == one.kind)
            shared = any(other.issuer for other in alike)
            note = cited_as(one.number, one.kind, known)
            if told := _doubt(replace(one, issuer=one.issuer or ("-" if shared else "")), note, known):
                yield found(RULE, Level.INFO, told, paragraph, one.start, one.end)


def _doubt(one: Citation, note: LegalNote | None, known: dict[str, LegalNote]) -> str:
    """What to ask about a citation's first use; "" where nothing is to be asked."""
    if note is None and parse(one.number) is None and "." not in one.number:
        return f"Số, ký hiệu “{one.number}” không đúng mẫu. Hãy đối chiếu với văn bản."
    if one.issuer and (body_by_number(one.number) or body(one.issuer)) != body(one.issuer) != "":
        return f"Số, ký hiệu “{one.number}” là của {body_by_number(one.number)}, ở đây ghi {one.issuer}. Hãy đối chiếu."
    if note is None:
        near = [key for key in get_close_matches(number_key(one.number), known, cutoff=0.8) if _is_slip(one, key)]
        meant = f" Có phải {known[near[0]].short} không?" if near else ""
        return f"Văn bản {one.number} chưa có trong sổ căn cứ.{meant} Hãy kiểm tra, rồi thêm vào sổ."
    if one.issued_on and note.issued_on and one.issued_on != note.issued_on:
        return f"{note.short} ban hành ngày {date_text(note.issued_on)}, ở đây ghi ngày khác. Hãy đối chiếu."
    if one.issuer and differ(one.issuer, note.issuer):
        return f"{note.short} do {note.issuer} ban hành, ở đây ghi {one.issuer}. Hãy đối chiếu."
    return _lacking(one, note)


def _is_slip(one: Citation, known: str) -> bool:
    """Whether a number may be meant by a slip of the pen: the same digits, or one of as many digits another."""
    said, meant = number_key(one.number).split("/")[0], known.split("/")[0]
    return len(said) == len(meant) and sum(left != right for left, right in zip(said, meant, strict=True)) <= 1


def _lacking(one: Citation, note: LegalNote) -> str:
    """What the first use of a known text leaves out."""
    lacking = [
        words
        for words, is_told in (
            ("ký hiệu", number_key(one.number) == number_key(note.number)),
            ("chữ “số”", one.has_number_word or one.is_again),
            ("ngày ban hành", one.issued_on is not None or note.issued_on is None),
            ("cơ quan ban hành", bool(one.issuer)),
        )
        if not is_told
    ]
    if not lacking:
        return ""
    return f"Lần đầu viện dẫn {note.short} còn thiếu {', '.join(lacking)}. Hãy viết đầy đủ."
