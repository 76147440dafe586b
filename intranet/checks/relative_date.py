"""A figure has a day it holds for, rather than "until now". Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.windows import figures_in
from intranet.reading.citations import citations
from intranet.reading.clauses import sentences
from intranet.reading.dates import dates
from intranet.reading.letters import small

RULE = "relative-date"
RELATIVE = re.compile(
    r"(?<!\w)(?:(?:tính |cho )?(?:đến|tới) (?:nay|(?:thời điểm|lúc) (?:này|hiện tại|hiện nay|báo cáo|lập báo cáo))|"
    r"hiện nay|hiện tại|tại thời điểm (?:này|hiện tại|báo cáo)|thời gian qua|vừa qua|gần đây)(?!\w)"
)
SINCE = re.compile(r"từ(?: ngày)?\s*$", re.IGNORECASE)


def relative_date(paper: Paper) -> Iterator[Problem]:
    """A sentence with a figure and "đến nay" or "hiện nay", and no day that says which now is meant."""
    for paragraph in paper.done:
        text = small(paragraph.text)
        for start, end in sentences(paragraph.text):
            sentence = text[start:end]
            match = RELATIVE.search(sentence)
            if match and figures_in(sentence) and not _is_dated(paragraph.text[start:end]):
                words = paragraph.text[start + match.start() : start + match.end()]
                message = f"“{words}” không cho biết số liệu tính đến ngày nào. Hãy ghi ngày cụ thể."
                yield found(RULE, Level.INFO, message, paragraph, start + match.start(), start + match.end())


def _is_dated(sentence: str) -> bool:
    """Whether a day is said that is neither the one counted from nor that of a document."""
    cited = citations(sentence)
    days = (day for day in dates(sentence) if not any(it.start <= day.start < it.end for it in cited))
    return any(not SINCE.search(sentence[: day.start]) for day in days)
