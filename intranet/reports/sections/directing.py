"""I. How the work was directed: documents issued, focal officers. Pure."""

from collections.abc import Sequence

from intranet.figures.facts import Facts
from intranet.figures.notes import DocumentNote
from intranet.kernel.formats import date_text
from intranet.reports.wording import capitalised, enumeration, figure, inline, itemised, paragraphs

SUBJECT = "chỉ đạo, triển khai công tác kiểm soát thủ tục hành chính (TTHC)"

LETTER = "Công văn"
FEW = 2  # received directives that a sentence can hold; more stand in a note
AT_THE_DESK = (("lãnh đạo", "focal.centre_leaders"), ("công chức", "focal.centre_officers"))


def directives(facts: Facts) -> str:
    """What was issued, each cited, and what from above it carries out; letters stand in a note under the others."""
    issued = [document for document in facts.documents if document.is_issued]
    received = [document for document in facts.documents if not document.is_issued]
    if facts.are_zero("documents.issued"):
        return _none_issued(received, facts.office.called)
    opening = f"{_carrying_out(received)}đã ban hành {{{{documents.issued}}}} văn bản {SUBJECT}"
    main = [document for document in issued if document.kind != LETTER] or issued
    letters = [document for document in issued if document not in main]
    among = ", trong đó có" if letters else ""
    return paragraphs(
        itemised(f"{capitalised(opening)}{among}", [cited(document) for document in main]),
        _note("Các công văn" if len(letters) > 1 else "Công văn khác", letters),
        _note("Văn bản của cấp trên", received if len(received) > FEW else ()),
    )


def _none_issued(received: Sequence[DocumentNote], office: str) -> str:
    if not received:
        return f"Trong kỳ không phát sinh văn bản {SUBJECT}."
    carried_out = itemised(f"Trong kỳ {office} thực hiện văn bản của cấp trên", [cited(one) for one in received])
    return paragraphs(carried_out, f"{capitalised(office)} chưa ban hành văn bản {SUBJECT}.")


def _carrying_out(received: Sequence[DocumentNote]) -> str:
    if not received:
        return "trong kỳ "
    told = "các văn bản của cấp trên"
    if len(received) <= FEW:
        told = enumeration([_named(document) for document in received])
    return f"thực hiện {told}, trong kỳ "


def _note(words: str, documents: Sequence[DocumentNote]) -> str:
    return f"> {words}: {'; '.join(cited(document) for document in documents)}." if documents else ""


def cited(document: DocumentNote) -> str:
    """Kế hoạch số 53/KH-UBND ngày 11/02/2026 của Bộ Tư pháp về kiểm soát TTHC, or (kiểm soát TTHC)"""
    summary = inline(document.summary)
    if summary.lower().startswith("về "):
        return f"{_named(document)} {summary[:1].lower()}{summary[1:]}"
    return f"{_named(document)}{f' ({summary})' if summary else ''}"


def _named(document: DocumentNote) -> str:
    issuer = f" của {inline(document.issuer)}" if document.issuer else ""
    return f"{inline(document.kind)} số {inline(document.symbol)} ngày {date_text(document.issued_on)}{issuer}"


def focal_officers(facts: Facts) -> str:
    """Those of the committee; those of the desk, which is named once; units that have one."""
    desk = [f"{figure(name)} {words}" for words, name in AT_THE_DESK if not facts.are_zero(name)]
    told = [
        ""
        if facts.are_zero("focal.ward_leaders")
        else f"{{{{focal.ward_leaders}}}} lãnh đạo {inline(facts.office.committee)}",
        f"{', '.join(desk)} {inline(facts.office.desk)}" if desk else "",
        "" if facts.are_zero("focal.units") else "{{focal.units}} phòng chuyên môn có công chức làm đầu mối",
    ]
    said = "; ".join(part for part in told if part)
    return f"Đầu mối kiểm soát TTHC gồm {said}." if said else "Chưa bố trí cán bộ, công chức đầu mối kiểm soát TTHC."
