"""A report's window is that of Decree 09/2019: from the 15th to the 14th. Pure."""

from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.windows import Window, own_windows, period_of
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.reading.periods import title_of, title_period

RULE = "period-window"
FIRST, LAST = 15, 14


def period_window(paper: Paper) -> Iterator[Problem]:
    """The window the report states for itself does not begin or end as its period does; each wrong one once."""
    period = period_of(paper)
    yield from _other_period(paper)
    told = set()
    for window in own_windows(paper.manuscript, period):
        wrong = _wrong(window, period)
        if wrong and (window.first, window.last) not in told:
            told.add((window.first, window.last))
            yield found(RULE, Level.WARNING, wrong, window.paragraph, window.start, window.end)


def _other_period(paper: Paper) -> Iterator[Problem]:
    named = title_period(paper.manuscript)
    if paper.period is None or named is None or named == paper.period:
        return
    for paragraph in title_of(paper.manuscript)[-1:]:
        message = f"Tiêu đề nêu {named.label}, kỳ đang soát là {paper.period.label}. Hãy sửa kỳ trong tiêu đề."
        yield found(RULE, Level.WARNING, message, paragraph)


def _wrong(window: Window, period: Period | None) -> str:
    first, last = window.first, window.last
    if first and first > last and (first.day, last.day) == (FIRST, LAST):
        return ""  # its years are wrong, which another rule tells
    if period is None:
        is_right = last.day == LAST and (first is None or first.day == FIRST)
        right = f"Kỳ báo cáo bắt đầu từ ngày {FIRST} và kết thúc vào ngày {LAST}"
    else:
        is_right = last == period.end and first in (None, period.start)
        right = f"{period.label} tính từ {date_text(period.start)} đến {date_text(period.end)}"
    if is_right:
        return ""
    said = f"từ {date_text(first)} đến {date_text(last)}" if first else f"đến {date_text(last)}"
    return f"Báo cáo nêu số liệu {said}. {right} theo Nghị định số 09/2019/NĐ-CP; hãy sửa lại."
