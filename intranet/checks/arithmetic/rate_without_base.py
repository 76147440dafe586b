"""A percentage says of what; a rise or a fall says by how much. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.arithmetic.rates import SHORTENED, before
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.clauses import sentences
from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph
from intranet.reading.numerals import numerals
from intranet.reading.scope import AIMED

RULE = "rate-without-base"
COMPARED = re.compile(
    r"(?:tăng|giảm|cao hơn|thấp hơn|rút ngắn|nhanh hơn|chậm hơn|cải thiện|nâng lên|ít hơn|nhiều hơn)"
    r"(?=[^.;]{0,60}(?:so với|cùng kỳ|kỳ trước|quý trước|năm trước))|"
    r"so với (?:cùng kỳ|kỳ trước|quý trước|năm trước)[^.;]{0,60}(?:tăng|giảm|cao hơn|thấp hơn|rút ngắn)"
)


def rate_without_base(paper: Paper) -> Iterator[Problem]:
    """A percentage with no count beside it in its paragraph, and a comparison without any figure."""
    for paragraph in paper.typed:
        yield from _rates(paragraph)
        yield from _comparisons(paragraph)


def _rates(paragraph: Paragraph) -> Iterator[Problem]:
    figures = numerals(paragraph.text)
    if any(one.counts or one.is_money or one.whole is not None for one in figures):
        return
    text = small(paragraph.text)
    for one in figures:
        if one.is_rate and not AIMED.search(text) and not SHORTENED.search(before(text, one.start)):
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
