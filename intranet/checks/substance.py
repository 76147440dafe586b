"""What is told beside a claim: on which day, about whom, with what result. Rules about claims use it. Pure."""

import re
from collections.abc import Iterable, Iterator

from intranet.checks.paper import Paper
from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph

DAY = re.compile(
    r"(?<![\d.,/])\d{1,2}(?:\s*[/-]\s*\d{1,2}(?:\s*[/-]\s*\d{4})?|\.\d{1,2}\.\d{4})(?![\d/])|"
    r"ngày \d{1,2}(?: tháng \d{1,2})?|tháng \d{1,2}(?:[/ ]|năm)|\d{1,2}/\d{4}"
)


def sections_about(paper: Paper, subject: re.Pattern[str]) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each section whose heading names a subject; of others from where its text first does."""
    by_section: dict[str, list[Paragraph]] = {}
    for paragraph in (*paper.done, *(it for it in paper.manuscript.body if it.kind == "row")):
        by_section.setdefault(paragraph.section, []).append(paragraph)
    headings = {it.section: it.text for it in paper.manuscript.headings}
    for section, paragraphs in by_section.items():
        first = next((place for place, it in enumerate(paragraphs) if subject.search(small(it.text))), None)
        if subject.search(small(headings.get(section, ""))):
            yield tuple(paragraphs)
        elif first is not None:
            yield tuple(paragraphs[first:])


def lacking(paragraphs: Iterable[Paragraph], wanted: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """Which of these a section does not tell, by their words."""
    text = small("\n".join(paragraph.text for paragraph in paragraphs))
    return tuple(words for words, pattern in wanted.items() if not pattern.search(text))
