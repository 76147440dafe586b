"""No citizen is named in a report; officials named with their post are no matter. Pure."""

from collections.abc import Iterator

from intranet.reports.checks.paper import Paper
from intranet.reports.checks.problem import Level, Problem, found
from intranet.reports.prose.persons import citizens

MESSAGE = "Câu này nêu tên hoặc giấy tờ của công dân. Hãy thay bằng mã hồ sơ, hoặc bỏ đi."


def personal_data(paper: Paper) -> Iterator[Problem]:
    """A citizen's name, identity number or day of birth in the report's text or annexes."""
    for paragraph in (*paper.manuscript.body, *paper.manuscript.part("annex")):
        for start, end in citizens(paragraph.text):
            yield found("personal-data", Level.ERROR, MESSAGE, paragraph, start, end)
