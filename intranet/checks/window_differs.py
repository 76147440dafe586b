"""A figure is counted over the report's own window. Pure."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.windows import figures_in, in_year, lead_of, names_other_period, own_windows, period_of
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.reading.clauses import sentences
from intranet.reading.dates import Day, Range, dates, ranges
from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph
from intranet.reading.scope import AIMED

Ours = set[tuple[date | None, date]]

RULE = "window-differs"
COUNTED = re.compile(
    r"hồ sơ|tthc|thủ tục|phiếu|pakn|phản ánh|giao dịch|lượt|văn bản|kết quả|giấy tờ|trường hợp|%|đồng|dữ liệu|tài khoản"
)
EVENT = re.compile(
    r"tập huấn|chiến dịch|khảo sát|bồi dưỡng|kiểm tra|thanh tra|giám sát|hội nghị|hội thi|cuộc thi|lớp|khóa|đoàn|"
    r"đối thoại|thời gian:|(?:đã|được|tiến hành|tổ chức) rà soát|tuyên truyền"
)
OTHER_TIME = re.compile(r"cùng kỳ|kỳ trước|quý trước|năm trước|so với|chuyển (?:qua|sang)|tồn đầu")
PLANNED = re.compile(
    r"(?:hiệu lực|kế hoạch[^,;]{0,60}|dự kiến|thời hạn|hợp đồng[^,;]{0,40}|thời gian (?:thực hiện|triển khai)|áp dụng|"
    r"nghỉ[^,;]{0,20}|hết hạn)\s*[(:]?\s*$"
)
DISTURBED = re.compile(r"(?:lỗi|tạm dừng|gián đoạn|bảo trì|nâng cấp|mất kết nối|sự cố|quá tải|nghỉ)[^.;]{0,60}$")
BRIEF, AHEAD = timedelta(days=7), timedelta(days=60)
SAYS_SO = re.compile(r"(?:khác (?:với )?|không trùng (?:với )?|ngoài |không thuộc )kỳ báo cáo")
MONTHS = re.compile(
    r"(?:kể |tính )?từ (?:đầu )?tháng\s+\d{1,2}(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?\s*(?:[-–]|đến|tới)\s*"
    r"(?:nay|(?:hết |cuối )?tháng\s+\d{1,2}(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?)(?!\d)"
)
YEAR_TO_DATE = re.compile(
    r"(?:kể |tính )?từ khi [^,.;()]{3,50}? (?:đến|tới) nay|"
    r"(?:(?:kể |tính )?từ )?(?:đầu )?năm 20\d\d (?:đến|tới) nay|"
    r"(?:lũy kế|cộng dồn|(?:kể |tính )?từ đầu năm)[^,.;]{0,25}?(?:đến|tới) nay|(?:lũy kế|kể) từ đầu năm"
)
SINCE = re.compile(r"(?:kể từ|tính từ|từ)(?: khi[^,.;]{0,60}?)?(?: ngày)?\s*\(?\s*$")
UNTIL_NOW = re.compile(r"\)?\s*(?:,\s*)?(?:cho )?(?:đến|tới) (?:nay|thời điểm (?:này|hiện tại|báo cáo))")
UNTIL_DAY = re.compile(r"(?:^|[,;(]\s*)(?:tính )?đến(?: hết)?(?: ngày)?\s*$")
ALREADY = re.compile(r"\s*,?[^,.;]{0,40}?\bđã (?:số hóa|tiếp nhận|giải quyết|xử lý|cấp|trả|hoàn thành)")


def window_differs(paper: Paper) -> Iterator[Problem]:
    """A sentence with a figure counts from or to another day than the report, and its paragraph does not say so."""
    period = period_of(paper)
    ours = {(window.first, window.last) for window in own_windows(paper.manuscript, period)}
    for paragraph in paper.done:
        text = small(paragraph.text)
        lead = lead_of(paper.manuscript, paragraph)
        if SAYS_SO.search(text):
            continue
        for start, end in sentences(paragraph.text):
            sentence = text[start:end]
            if COUNTED.search(sentence) and figures_in(sentence) and not EVENT.search(f"{lead} {sentence}"):
                yield from _told(paragraph, start, sentence, period, ours)


def _told(paragraph: Paragraph, start: int, sentence: str, period: Period | None, ours: Ours) -> Iterator[Problem]:
    for left, right, said in _windows(sentence, period, ours):
        before = sentence[:left]
        if OTHER_TIME.search(before) or PLANNED.search(before) or DISTURBED.search(before):
            continue
        is_aimed = AIMED.search(before[-60:]) or AIMED.match(sentence[right:].lstrip(" ,"))
        if is_aimed or names_other_period(before[-40:], period):
            continue
        whole = f" ({date_text(period.start)} đến {date_text(period.end)})" if period else ""
        message = f"Số liệu này tính {said}, khác với kỳ báo cáo{whole}. Hãy lấy số liệu của kỳ, hoặc nói rõ là khác."
        yield found(RULE, Level.WARNING, message, paragraph, start + left, start + right)
        return


def _windows(sentence: str, period: Period | None, ours: Ours) -> Iterator[tuple[int, int, str]]:
    """Each window of a sentence that is not the report's: where it stands, and in words."""
    spans = ranges(sentence, period.year if period else None)
    for span in spans:
        if _may_count(span, period) and (span.first, span.last) not in ours and not _is_periods(span, period):
            yield span.start, span.end, f"từ {date_text(span.first)} đến {date_text(span.last)}"
    for pattern in (MONTHS, YEAR_TO_DATE):
        for match in pattern.finditer(sentence):
            yield match.start(), match.end(), match[0]
    for day in dates(sentence):
        if not any(span.start <= day.start < span.end for span in spans):
            yield from _open_window(sentence, day, period, {last for _, last in ours})


def _may_count(span: Range, period: Period | None) -> bool:
    """A few days are those of an event, and nothing is counted far ahead; a reversed range another rule tells."""
    return span.last - span.first >= BRIEF and (period is None or span.last - period.end <= AHEAD)


def _is_periods(span: Range, period: Period | None) -> bool:
    return period is not None and (span.first, span.last) == (period.start, period.end)


def _open_window(sentence: str, day: Day, period: Period | None, lasts: set[date]) -> Iterator[tuple[int, int, str]]:
    """One end is left open: "từ ngày 01/7/2025 đến nay", "tính đến ngày 20/3/2026"."""
    value = in_year(day, period)
    if value is None:
        return
    before = sentence[: day.start]
    since, until = SINCE.search(before), UNTIL_DAY.search(before)
    if since and (day.year and (period is None or value != period.start)):
        now = UNTIL_NOW.match(sentence, day.end)
        if now or (ALREADY.match(sentence, day.end) and "từ" in since[0]):
            yield since.start(), now.end() if now else day.end, f"từ {date_text(value)}{' đến nay' if now else ''}"
    elif until and period is not None and value not in (period.end, *lasts) and value >= period.start:
        yield day.start, day.end, f"đến {date_text(value)}"
