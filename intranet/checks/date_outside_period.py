"""A report is dated after its period, and what it tells of the period happened within it. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.windows import lead_of, period_of
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.reading.citations import Citation, citations
from intranet.reading.clauses import sentences
from intranet.reading.dates import dates, ranges
from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph
from intranet.reading.periods import report_date

Outside = tuple[int, int, str]  # characters of a sentence, and the day or days they say

RULE = "date-outside-period"
OF_PERIOD = re.compile(r"trong (?:kỳ|quý)|kỳ này|quý này|(?<!\w)quý (?:iv|i{1,3}|[1-4])(?!\w)|kỳ báo cáo")
EVENT = re.compile(
    r"kiểm tra|tập huấn|bồi dưỡng|hội nghị|cuộc họp|họp giao ban|đối thoại|cuộc thi|hội thi|lớp|khóa|tuyên truyền|"
    r"ra quân|giám sát|khảo sát|buổi|hội thảo|đoàn|làm việc với|tổ chức|khai trương|cao điểm"
)
DONE = re.compile(
    r"(?<!\w)(?:đã|được) (?:tổ chức|tiến hành|hoàn thành|thực hiện|kiểm tra|tự kiểm tra|mở|cử|tham gia|tham dự|"
    r"phối hợp|triển khai|tập huấn|họp|đối thoại|diễn ra)"
)
# Told of a day without saying when: in a report it was done, unless words say that it is to come.
TOLD = re.compile(
    r"(?<!\w)(?:tổ chức|tiến hành|mở|phối hợp|kiểm tra|tham gia|tham dự|cử)(?!\w).{0,60}?"
    r"(?:\d+ (?:lớp|buổi|cuộc|hội nghị|đợt|đoàn|công chức|cán bộ|người|lượt)|tập huấn|hội nghị|hội thi|đối thoại)"
)
TO_COME = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|kế hoạch|chuẩn bị|tiếp tục|theo lịch|thời gian tới|đề nghị|yêu cầu|chậm nhất|trước ngày|"
    r"hoàn thành trước|căn cứ|theo|thực hiện|quyết định|hiệu lực)(?!\w)"
)
OTHER_TIME = re.compile(r"cùng kỳ|kỳ trước|quý trước|năm trước|tiếp theo|kỳ sau|quý sau|so với")
# What stands before a day that is no day of the event: a deadline, a plan, what it rests on, a dossier's own day.
ELSEWHERE = re.compile(
    r"(?<!\w)(?:hạn|trước|chậm nhất|dự kiến|sẽ|hiệu lực|áp dụng|sinh|thành lập|hoạt động|số liệu|xong|căn cứ|theo|"
    r"kết luận|sau|khắc phục|chỉ đạo|bổ nhiệm|thông báo|biên bản|văn bản|\d+ hồ sơ)(?!\w)[^.;,]{0,40}$|"
    r"(?<!\w)(?:nộp|tiếp nhận|hẹn trả|trả|cấp|ký|từ|đến|tới|hết|kể từ|tính)\s*$"
)
# A document named without its number: "biên bản kiểm tra ngày".
NAMED = re.compile(
    r"(?<!\w)(?:luật|nghị định|nghị quyết|thông tư|quyết định|kế hoạch|công văn|công điện|chỉ thị|thông báo|báo cáo|"
    r"tờ trình|quy chế|văn bản|biên bản|kết luận|giấy mời|giấy phép|hợp đồng|đề án)(?:\s+[^\s.,;:()]+){0,6}?\s+ngày\s*$"
)
LED_IN = re.compile(r"(?:(?:vào|các|trong)\s+)*ngày\s*$")
ISSUED = re.compile(r"(?<!\w)(?:ban hành|tham mưu)(?! kèm)(?!\w)")
BASED_ON = re.compile(
    r"(?:thực hiện|triển khai|theo|căn cứ|tại|của|quy định|hướng dẫn|thay thế|sửa đổi|bổ sung|bãi bỏ|tinh thần|kèm|"
    r"chỉ đạo|cho)\s+(?:các\s+)?(?:văn bản:?\s+)?$"
)
NOT_OURS = re.compile(r"tỉnh|chính phủ|thủ tướng|quốc hội|(?<!\w)bộ(?!\w)|trung ương")
LAWS = {"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"}


def date_outside_period(paper: Paper) -> Iterator[Problem]:
    """The report's own date, a day that no calendar has, and a day told as of this period that is not."""
    period = period_of(paper)
    yield from _own_date(paper, period)
    for paragraph in paper.manuscript.paragraphs:
        for day in dates(paragraph.text):
            if day.is_impossible:
                message = f"Lịch không có ngày {paragraph.text[day.start : day.end]}. Hãy ghi lại cho đúng."
                yield found(RULE, Level.ERROR, message, paragraph, day.start, day.end)
    if period is not None:
        for paragraph in paper.done:
            yield from _events(paper, paragraph, period)


def _own_date(paper: Paper, period: Period | None) -> Iterator[Problem]:
    said = report_date(paper.manuscript)
    made_out = said[1].value if said else paper.issued_on
    if period is None or made_out is None:
        return
    wrong = _wrongly_made_out(made_out, period)
    if wrong and said:
        yield found(RULE, Level.ERROR, wrong, said[0], said[1].start, said[1].end)
    elif wrong:
        yield Problem(RULE, Level.ERROR, wrong)


def _wrongly_made_out(day: date, period: Period) -> str:
    if day < period.end:
        told = f"trước khi {_inside(period)} kết thúc ({date_text(period.end)})"
    elif day.year != period.end.year and not (period.closing_month == 12 and day < date(period.year + 1, 2, 1)):
        told = f"khác năm với {_inside(period)}"
    else:
        return ""
    return f"Báo cáo ghi ngày {date_text(day)}, {told}. Hãy kiểm tra lại ngày, tháng, năm của báo cáo."


def _inside(period: Period) -> str:
    return f"{period.label[0].lower()}{period.label[1:]}"


def _events(paper: Paper, paragraph: Paragraph, period: Period) -> Iterator[Problem]:
    text = small(paragraph.text)
    lead = lead_of(paper.manuscript, paragraph)
    for start, end in sentences(paragraph.text):
        if OTHER_TIME.search(text, start, end):
            continue
        cited = citations(paragraph.text[start:end])
        outside = (*_happened(text[start:end], lead, period, cited), *_issued(text[start:end], lead, period, cited))
        for left, right, said in outside:
            message = (
                f"Việc của kỳ này ghi {said}, ngoài {_inside(period)} "
                f"({date_text(period.start)} đến {date_text(period.end)}). Hãy sửa ngày, hoặc bỏ việc này."
            )
            yield found(RULE, Level.ERROR, message, paragraph, start + left, start + right)


def _happened(sentence: str, lead: str, period: Period, cited: tuple[Citation, ...]) -> Iterator[Outside]:
    """Inspections, courses, meetings told as done, or as of the period, on a day outside it."""
    whole = f"{lead} {sentence}"
    is_told = OF_PERIOD.search(whole) or DONE.search(whole) or (TOLD.search(whole) and not TO_COME.search(whole))
    if not EVENT.search(whole) or not is_told:
        return
    spans = ranges(sentence, period.year)
    taken = [*((it.start, it.end) for it in spans), *((it.start, it.end) for it in cited)]
    for span in spans:
        is_outside = not span.is_reversed and (span.last < period.start or span.first > period.end)
        if is_outside and not ELSEWHERE.search(sentence[: span.start]):
            yield span.start, span.end, f"từ {date_text(span.first)} đến {date_text(span.last)}"
    for day in dates(sentence):
        if day.value is None or period.contains(day.value) or any(left <= day.start < right for left, right in taken):
            continue
        before = sentence[: day.start]
        if not NAMED.search(before) and not ELSEWHERE.search(LED_IN.sub("", before)):
            yield day.start, day.end, f"ngày {date_text(day.value)}"


def _issued(sentence: str, lead: str, period: Period, cited: tuple[Citation, ...]) -> Iterator[Outside]:
    """Documents told as issued in the period, not as what something rests on, with a day outside it."""
    basis_ends = None
    for one in cited:
        before = sentence[: one.start]
        between = sentence[basis_ends : one.start] if basis_ends else ";"
        if BASED_ON.search(before) or not (";" in between or ISSUED.search(between)):
            basis_ends = one.end
            continue
        is_ours = one.kind not in LAWS and not NOT_OURS.search(one.issuer.lower())
        day = one.issued_on
        if is_ours and day and not period.contains(day) and _is_told_as_issued(before, lead):
            yield one.start, one.end, f"ngày {date_text(day)}"


def _is_told_as_issued(before: str, lead: str) -> bool:
    if ISSUED.search(before):
        return bool(OF_PERIOD.search(f"{lead} {before}"))
    is_listed = len(before) <= len("- ")
    return is_listed and bool(ISSUED.search(lead) and OF_PERIOD.search(lead))
