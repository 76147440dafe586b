"""A percentage says of what; a rise or a fall says by how much. Pure."""

import re
from collections.abc import Iterator

from intranet.reports.checks.paper import Paper
from intranet.reports.checks.problem import Level, Problem, found
from intranet.reports.prose.clauses import sentences
from intranet.reports.prose.letters import small
from intranet.reports.prose.manuscript import Paragraph
from intranet.reports.prose.numerals import numerals

RULE = "rate-without-base"
# What ought to be reached is no result, and needs no count.
AIMED = re.compile(
    r"phấn đấu|chỉ tiêu|mục tiêu|yêu cầu|phải đạt|bảo đảm|đảm bảo|tối thiểu|kế hoạch giao|quy định|đề nghị|tiếp tục"
)
AHEAD = re.compile(r"phương hướng|nhiệm vụ|kiến nghị|đề xuất|giải pháp")
COMPARED = re.compile(
    r"(?:tăng|giảm|cao hơn|thấp hơn|rút ngắn|nhanh hơn|chậm hơn|cải thiện|nâng lên|ít hơn|nhiều hơn)"
    r"(?=[^.;]{0,60}(?:so với|cùng kỳ|kỳ trước|quý trước|năm trước))|"
    r"so với (?:cùng kỳ|kỳ trước|quý trước|năm trước)[^.;]{0,60}(?:tăng|giảm|cao hơn|thấp hơn|rút ngắn)"
)


def rate_without_base(paper: Paper) -> Iterator[Problem]:
    """A percentage with no count beside it in its paragraph, and a comparison without any figure."""
    ahead: set[str] = set()
    for heading in paper.manuscript.headings:
        if AHEAD.search(small(heading.text)) and heading.level == 1:
            ahead.add(heading.section)
    for paragraph in paper.manuscript.prose:
        if paragraph.section.split(".")[0] not in ahead:
            yield from _rates(paragraph)
            yield from _comparisons(paragraph)


def _rates(paragraph: Paragraph) -> Iterator[Problem]:
    figures = numerals(paragraph.text)
    if any(one.counts or one.is_money or one.whole is not None for one in figures):
        return
    text = small(paragraph.text)
    for one in figures:
        if one.is_rate and not AIMED.search(text):
            message = "Tỷ lệ này không có số liệu đi kèm. Hãy ghi rõ bao nhiêu trên tổng số bao nhiêu."
            yield found(RULE, Level.WARNING, message, paragraph, one.start, one.end + 1)


def _comparisons(paragraph: Paragraph) -> Iterator[Problem]:
    text = small(paragraph.text)
    figures = numerals(text)
    for start, end in sentences(paragraph.text):
        match = COMPARED.search(text, start, end)
        if match and not AIMED.search(text, start, end) and not any(start <= one.start < end for one in figures):
            message = "Câu này so sánh mà không có số liệu. Hãy ghi số của kỳ này và kỳ được so sánh."
            yield found(RULE, Level.WARNING, message, paragraph, match.start(), match.end())
