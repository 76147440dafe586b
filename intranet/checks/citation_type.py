"""The word for a text fits its number. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.citations import citations
from intranet.reading.type_words import ANY, fitting


def citation_type(paper: Paper) -> Iterator[Problem]:
    """A citation whose type word another number would have: "Quy định số 02/2025/QĐ-UBND"."""
    for paragraph in paper.manuscript.body:
        for one in citations(paragraph.text):
            words = fitting(one.number)
            if one.is_again or one.kind in ("", ANY, *words) or not words:
                continue
            message = (
                f"“{one.kind} số {one.number}”: số, ký hiệu này là của {' hoặc '.join(words).lower()}. "
                "Hãy sửa tên loại hoặc số, ký hiệu."
            )
            yield found("citation-type", Level.WARNING, message, paragraph, one.start, one.end)
