"""I. How the work was directed: documents issued, focal officers. Pure."""

from intranet.kernel.formats import date_text
from intranet.reports.facts import DocumentNote, Facts
from intranet.reports.prose import enumeration, inline, listed, paragraphs

SUBJECT = "chỉ đạo, triển khai công tác kiểm soát thủ tục hành chính (TTHC)"


def directives(facts: Facts) -> str:
    if facts.are_zero("documents.issued"):
        return f"Trong kỳ không phát sinh văn bản {SUBJECT}."
    opening = f"Trong kỳ có {{{{documents.issued}}}} văn bản {SUBJECT}"
    if not facts.documents:
        return f"{opening}."
    return paragraphs(f"{opening}:", listed([cited(document) for document in facts.documents]))


def cited(document: DocumentNote) -> str:
    """Kế hoạch số 53/KH-UBND ngày 11/02/2026 của UBND phường Tam Thanh: kiểm soát TTHC năm 2026"""
    issuer = f" của {inline(document.issuer)}" if document.issuer else ""
    summary = f": {inline(document.summary)}" if document.summary else ""
    return f"{inline(document.kind)} số {inline(document.symbol)} ngày {date_text(document.issued_on)}{issuer}{summary}"


def focal_officers(facts: Facts) -> str:
    people = (
        ("lãnh đạo UBND phường", "focal.ward_leaders"),
        ("lãnh đạo Trung tâm Phục vụ hành chính công", "focal.centre_leaders"),
        ("công chức Trung tâm", "focal.centre_officers"),
    )
    told = [f"{{{{{name}}}}} {words}" for words, name in people if not facts.are_zero(name)]
    units = "" if facts.are_zero("focal.units") else "{{focal.units}} phòng chuyên môn có công chức làm đầu mối"
    if not told:
        return f"{units}." if units else "Chưa bố trí cán bộ, công chức đầu mối kiểm soát TTHC."
    return f"Đầu mối kiểm soát TTHC gồm {enumeration(told)}{f'; {units}' if units else ''}."
