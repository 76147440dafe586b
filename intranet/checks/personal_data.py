"""No citizen is named in a report; officials named with their post are no matter. Pure."""

from collections.abc import Iterator, Sequence

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.manuscript import Paragraph
from intranet.reading.persons import citizens, named_cells, tells_posts

MESSAGE = "Câu này nêu tên hoặc giấy tờ của công dân. Hãy thay bằng mã hồ sơ, hoặc bỏ đi."


def personal_data(paper: Paper) -> Iterator[Problem]:
    """A citizen's name, identity number, telephone or day of birth in the report's text or annexes."""
    paragraphs = (*paper.manuscript.body, *paper.manuscript.part("annex"))
    of_citizens = _tables_of_citizens(paragraphs)
    for paragraph in paragraphs:
        spans = citizens(paragraph.text)
        if not spans and paragraph.place in of_citizens:
            spans = named_cells(paragraph.text)
        for start, end in spans:
            yield found("personal-data", Level.ERROR, MESSAGE, paragraph, start, end)


def _tables_of_citizens(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The rows of every table in which no post is told."""
    tables: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if paragraph.kind == "row":
            tables[-1].append(paragraph)
        elif tables[-1]:
            tables.append([])
    return {row.place for rows in tables if not any(tells_posts(it.text) for it in rows) for row in rows}
