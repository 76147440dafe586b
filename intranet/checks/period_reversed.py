"""A range begins before it ends. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.kernel.formats import date_text
from intranet.reading.dates import ranges

RULE = "period-reversed"
MONTHS = re.compile(
    r"từ tháng\s+(\d{1,2})(?:\s*/\s*|\s+năm\s+)(20\d\d)\s*(?:[-–]|đến|tới)\s*(?:hết\s+)?(?:tháng\s+)?"
    r"(\d{1,2})(?:\s*/\s*|\s+năm\s+)(20\d\d)",
    re.IGNORECASE,
)
QUARTERS = re.compile(
    r"từ quý\s+(iv|i{1,3}|[1-4])(?:\s*/\s*|\s+năm\s+)(20\d\d)\s*(?:[-–]|đến|tới)\s*(?:hết\s+)?(?:quý\s+)?"
    r"(iv|i{1,3}|[1-4])(?:\s*/\s*|\s+năm\s+)(20\d\d)",
    re.IGNORECASE,
)
ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
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
        for word, pattern in (("tháng", MONTHS), ("quý", QUARTERS)):
            for match in pattern.finditer(paragraph.text):
                if (match[2], _number(match[1])) > (match[4], _number(match[3])):
                    message = _message(f"{word} {match[1]}/{match[2]}", f"{word} {match[3]}/{match[4]}")
                    yield found(RULE, Level.ERROR, message, paragraph, match.start(), match.end())
        for match in YEARS.finditer(paragraph.text):
            if match[1] > match[2]:
                message = _message(f"năm {match[1]}", f"năm {match[2]}")
                yield found(RULE, Level.ERROR, message, paragraph, match.start(), match.end())


def _number(written: str) -> int:
    return ROMANS.get(written.lower()) or int(written)


def _message(first: str, last: str) -> str:
    return f"Khoảng thời gian bắt đầu ({first}) sau khi kết thúc ({last}). Hãy sửa lại, thường là năm bị ghi nhầm."
