"""From which day to which a report says it counts, as its head, its opening and its sentences tell it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from intranet.checks.paper import Paper
from intranet.kernel.period import Period
from intranet.reading.clauses import sentences
from intranet.reading.dates import Day, Range, dates, on, ranges
from intranet.reading.letters import small
from intranet.reading.manuscript import Manuscript, Paragraph
from intranet.reading.numerals import Numeral, numerals
from intranet.reading.periods import named_periods, opening, title_period

NEAR = timedelta(days=31)
YEARS = (timedelta(), timedelta(days=365), timedelta(days=-365))
SHORT = 20  # characters beside a range that stands alone: "(Số liệu …)"
# What makes a range, or a last day alone, that of the report itself where it stands right before.
SUBJECT = re.compile(
    r"(?P<subject>kỳ báo cáo(?: này)?|kỳ số liệu|khoảng thời gian|số liệu(?: báo cáo| trong báo cáo)?(?: này)?|"
    r"thời (?:điểm|gian|kỳ)|mốc|báo cáo|trong (?:kỳ|quý)|kỳ này|"
    r"quý (?:iv|i{1,3}|[1-4])(?:\s*[/,-]?\s*(?:năm\s*)?20\d\d)?|"
    r"(?:0?[369]|12) tháng(?: đầu)?(?: năm)?(?:\s*/?\s*20\d\d)?|năm 20\d\d)"
    r"[\s,(:–-]*(?P<verb>(?:(?:được|là|lấy|chốt|tính|báo cáo|cập nhật|số liệu|thống kê|tổng hợp|kể)\s*)*)[\s,(:–-]*$"
)
TITLE_SUBJECT = re.compile(r"\((?:số liệu )?(?P<verb>tính|chốt|cập nhật)\s*$")
OTHERS = re.compile(
    r"cùng kỳ|kỳ trước|quý trước|năm trước|kế hoạch|hiệu lực|tập huấn|kiểm tra|bồi dưỡng|hội nghị|hợp đồng|chiến dịch|"
    r"đợt|lớp|khóa|đoàn|chương trình|dự án|giai đoạn|nghỉ"
)
REPORTS = re.compile(r"(?<!kỳ )(?<!chế độ )(?<!\w)báo cáo(?! định kỳ| này)")
UNTIL = re.compile(r"(?<!\w)đến(?: hết)?(?: ngày)?\s*$")


@dataclass(frozen=True)
class Window:
    """What the report says it counts; `first` is None where only the last day is said."""

    paragraph: Paragraph
    start: int
    end: int
    first: date | None
    last: date


def figures_in(text: str) -> tuple[Numeral, ...]:
    """What a sentence counts: numbers, rates and money; days and lengths of time are none."""
    days = dates(text)
    return tuple(
        one for one in numerals(text) if not one.is_timed and not any(it.start <= one.start < it.end for it in days)
    )


def lead_of(manuscript: Manuscript, paragraph: Paragraph) -> str:
    """In small letters, what opens the list an item stands in and the heading above it; "" for other paragraphs."""
    if paragraph.kind != "item":
        return ""
    above = reversed(manuscript.paragraphs[: paragraph.place])
    found = takewhile(lambda it: it.section == paragraph.section and it.part == paragraph.part, above)
    return small(" ".join(it.text for it in found if it.kind == "heading" or it.text.endswith(":")))


def period_of(paper: Paper) -> Period | None:
    """The period the report ought to tell: the one asked for, else the one its title names."""
    return paper.period or title_period(paper.manuscript)


def own_windows(manuscript: Manuscript, period: Period | None) -> Iterator[Window]:
    """Every place where the report tells its own window, however it is written."""
    said = list(_said_windows(manuscript, period))
    yield from said or _begun_windows(manuscript, period)


def _said_windows(manuscript: Manuscript, period: Period | None) -> Iterator[Window]:
    above = {it.place for it in (*manuscript.part("head"), *opening(manuscript))}
    written = (it for it in manuscript.body if it.kind != "row" and not it.is_own)  # in its own are days of records
    for paragraph in (*manuscript.part("head"), *written):
        text = small(paragraph.text)
        spans = ranges(text, period.year if period else None)
        for span in spans:
            is_title = paragraph.kind == "heading" and is_near(span, period) and not OTHERS.search(text)
            if is_title or _is_own(text, span, period, paragraph.place in above):
                yield Window(paragraph, span.start, span.end, span.first, span.last)
        yield from _last_days(paragraph, text, spans, period)


def _begun_windows(manuscript: Manuscript, period: Period | None) -> Iterator[Window]:
    """Where nothing else says it: "Từ ngày 15/12/2025 đến ngày 15/3/2026, tiếp nhận 1.568 hồ sơ"."""
    for paragraph in manuscript.prose:
        if paragraph.is_own:
            continue
        for start, end in sentences(paragraph.text):
            sentence = small(paragraph.text[start:end])
            for span in ranges(sentence)[:1]:
                is_ours = span.start == 0 and period is not None and not span.is_reversed and is_near(span, period)
                if is_ours and not OTHERS.search(sentence) and figures_in(sentence):
                    yield Window(paragraph, start, start + span.end, span.first, span.last)


def _is_own(text: str, span: Range, period: Period | None, is_above: bool) -> bool:
    before = text[: span.start]
    subject = SUBJECT.search(before)
    if subject and names_other_period(subject[0], period):
        return False
    if is_above:
        tells = bool(REPORTS.search(text)) or len(text) - (span.end - span.start) <= SHORT
        return bool(subject) or (tells and not OTHERS.search(re.split(r"[,;.]\s", before)[-1]))
    return bool(subject) and is_near(span, period, YEARS) and not OTHERS.search(before.rsplit(". ", 1)[-1][-90:])


def in_year(day: Day, period: Period | None) -> date | None:
    """A day with its year, that of the period's end where the text leaves it out."""
    return on(period.end.year, day.month, day.day) if period and day.year is None else day.value


def names_other_period(words: str, period: Period | None) -> bool:
    named = named_periods(words)
    return bool(named) and period is not None and named[-1].period != period


def is_near(span: Range, period: Period | None, slips: tuple[timedelta, ...] = (timedelta(),)) -> bool:
    """Whether a range means the period, give or take some days and these slips of the pen."""
    if period is None or span.is_reversed:
        return True
    ends = ((span.first, period.start), (span.last, period.end))
    return all(any(abs(said - meant + slip) <= NEAR for slip in slips) for said, meant in ends)


def _last_days(paragraph: Paragraph, text: str, spans: tuple[Range, ...], period: Period | None) -> Iterator[Window]:
    """A last day without a first: "số liệu chốt đến ngày 14/3/2026"."""
    for day in dates(text):
        until = UNTIL.search(text[: day.start])
        last = in_year(day, period)
        if until is None or last is None or any(it.start <= day.start < it.end for it in spans):
            continue
        before = text[: until.start()]
        subject = (TITLE_SUBJECT if paragraph.kind == "heading" else SUBJECT).search(before)
        is_ours = subject and subject["verb"].strip() and not names_other_period(before[-60:], period)
        if subject and is_ours and (period is None or abs(last - period.end) <= NEAR):
            yield Window(paragraph, subject.start("verb"), day.end, None, last)
