"""Training is told with the course, its day and how many came. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.substance import DAY, lacking, sections_about
from intranet.reading.clauses import sentences
from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph

RULE = "trainings-without-record"
SUBJECT = re.compile(r"tập huấn|bồi dưỡng")
CLAIM = re.compile(r"(?:đã|tổ chức|cử|tham gia|tham dự|mở|phối hợp|được)[^.;]{0,80}(?:tập huấn|bồi dưỡng)")
NO_CLAIM = re.compile(
    r"(?:không|chưa)(?: có| tổ chức| phát sinh| mở| được)?[^.;,]{0,30}(?:tập huấn|bồi dưỡng)|đề nghị|kiến nghị|cần |"
    r"tiếp tục|sẽ |dự kiến|kế hoạch tập huấn|quan tâm|tăng cường|thiếu|công tác tập huấn"
)
WANTED = {
    "tên hoặc số khóa tập huấn": re.compile(r"lớp|khóa|khoá|buổi|hội nghị|chuyên đề|nội dung|về |nghiệp vụ|kỹ năng"),
    "ngày tổ chức": DAY,
    "số người tham dự": re.compile(
        r"\d+\s*(?:lượt |đồng chí|người|cán bộ|công chức|học viên|đại biểu|viên chức)|"
        r"(?:người|học viên|tham dự)\s*:\s*\d+|"
        r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[^.,;]{0,20} (?:lượt người|người|công chức|cán bộ|học viên)"
    ),
}


def trainings_without_record(paper: Paper) -> Iterator[Problem]:
    """Training that is claimed, and no section tells the course, its day and the number of people."""
    claims = list(_claims(paper))
    if not claims:
        return
    told = [lacking(paragraphs, WANTED) for paragraphs in sections_about(paper, SUBJECT)]
    fewest = min(told, key=len, default=tuple(WANTED))
    if fewest:
        paragraph, start, end = claims[0]
        message = (
            f"Báo cáo nêu có tập huấn nhưng chưa ghi {', '.join(fewest)}. "
            "Hãy nêu từng khóa: nội dung, ngày, số người dự."
        )
        yield found(RULE, Level.WARNING, message, paragraph, start, end, figures=("trainings.courses",))


def _claims(paper: Paper) -> Iterator[tuple[Paragraph, int, int]]:
    for paragraph in paper.done:
        text = small(paragraph.text)
        for start, end in sentences(paragraph.text):
            sentence = text[start:end]
            if (match := CLAIM.search(sentence)) and not NO_CLAIM.search(sentence):
                yield paragraph, start + match.start(), start + match.end()
