"""A range begins before it ends. Pure."""

import re
from collections.abc import Iterator

from intranet.kernel.formats import date_text
from intranet.reports.checks.paper import Paper
from intranet.reports.checks.problem import Level, Problem, found
from intranet.reports.prose.dates import ranges

RULE = "period-reversed"
MONTHS = re.compile(
    r"từ tháng\s+(\d{1,2})(?:\s*/\s*|\s+năm\s+)(20\d\d)\s*(?:[-–]|đến|tới)\s*(?:hết\s+)?(?:tháng\s+)?"
    r"(\d{1,2})(?:\s*/\s*|\s+năm\s+)(20\d\d)",
    re.IGNORECASE,
)
YEARS = re.compile(
    r"(?:giai đoạn|nhiệm kỳ|từ năm)\s+(20\d\d)\s*(?:[-–]|đến|tới)\s*(?:năm\s+)?(20\d\d)(?!\d)", re.IGNORECASE
)


def period_reversed(paper: Paper) -> Iterator[Problem]:
    """Any range, of days, months or years, that starts after it ends."""
    for paragraph in paper.manuscript.paragraphs:
        for span in ranges(paragraph.text):
            if span.is_reversed:
                message = _message(date_text(span.first), date_text(span.last))
                yield found(RULE, Level.ERROR, message, paragraph, span.start, span.end)
        for match in MONTHS.finditer(paragraph.text):
            if (int(match[2]), int(match[1])) > (int(match[4]), int(match[3])):
                message = _message(f"tháng {match[1]}/{match[2]}", f"tháng {match[3]}/{match[4]}")
                yield found(RULE, Level.ERROR, message, paragraph, match.start(), match.end())
        for match in YEARS.finditer(paragraph.text):
            if match[1] > match[2]:
                message = _message(f"năm {match[1]}", f"năm {match[2]}")
                yield found(RULE, Level.ERROR, message, paragraph, match.start(), match.end())


def _message(first: str, last: str) -> str:
    return f"Khoảng thời gian bắt đầu ({first}) sau khi kết thúc ({last}). Hãy sửa lại, thường là năm bị ghi nhầm."
