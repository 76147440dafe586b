"""A label is followed by its figure. Pure."""

import re
from collections.abc import Iterator

from intranet.categories.catalogue import CATALOGUE
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.kernel.formats import UNKNOWN
from intranet.kernel.period import Period
from intranet.reading.layout import BULLET
from intranet.reading.letters import small
from intranet.reading.manuscript import Paragraph

RULE = "figure-missing"
ONLY_BY_REGISTER = "inspections"  # nobody types them: what was inspected stands in its register or nowhere
UNIT = r"(?:hồ sơ|tthc|thủ tục|phiếu|pakn|cuộc|lượt|lớp|khóa|phương án|văn bản|đồng|%|người)"
BLANK = re.compile(
    rf"(?P<colon>:\s*{UNIT}(?=\s*(?:[,.;()]|$)))|"  # "trực tuyến: hồ sơ"
    rf"(?P<verb>(?<!\w)(?:là|đạt|chiếm|còn|có tổng số|tổng cộng)\s+(?:%|{UNIT}(?=\s*(?:[,;.]|trong đó|$))))|"  # "đạt %"
    rf"(?P<gap>:\s*(?=[;,.]|\)|$))|"  # "trực tiếp: ;"
    rf"(?P<list>(?<!\w)(?:trong đó|bao gồm|gồm|cụ thể)\s*:?\s*(?=[.;)]|$))"
)


def figure_missing(paper: Paper) -> Iterator[Problem]:
    """A label with nothing after it: "trong đó:" at an end, "trực tuyến: hồ sơ", and a fact that nobody filled in."""
    paragraphs = paper.manuscript.paragraphs
    for paragraph in paper.manuscript.prose:
        following = paragraphs[paragraph.place + 1] if paragraph.place + 1 < len(paragraphs) else None
        yield from _blanks(paragraph, following)
        yield from _unfilled(paper, paragraph)


def _blanks(paragraph: Paragraph, following: Paragraph | None) -> Iterator[Problem]:
    text = small(paragraph.text)
    for match in BLANK.finditer(text):
        at_end = match.end() >= len(text.rstrip())
        if at_end and match.lastgroup in ("gap", "list") and _goes_on(paragraph, following, match.lastgroup == "list"):
            continue
        words = paragraph.text[: match.end()].split()
        message = f"Sau “{' '.join(words[-4:])}” chưa có số liệu. Hãy ghi con số, hoặc bỏ nội dung này."
        yield found(RULE, Level.ERROR, message, paragraph, match.start(), match.end())


def _goes_on(paragraph: Paragraph, following: Paragraph | None, opens_list: bool) -> bool:
    """Whether what was announced comes in the next paragraph: a list, a table, a sentence of the same section."""
    if paragraph.kind != "item" and not opens_list:
        return True
    if following is None or following.kind == "heading" or following.part != paragraph.part:
        return False
    if opens_list:
        return True
    mine, other = (BULLET.match(it.text) for it in (paragraph, following))
    return following.kind != "item" or (mine and mine[0].strip()) != (other and other[0].strip())


def _unfilled(paper: Paper, paragraph: Paragraph) -> Iterator[Problem]:
    for bound in paragraph.bound:
        if paper.facts is not None and paragraph.text[bound.start : bound.end] == UNKNOWN:
            fact = paper.facts.figures.get(bound.figure)
            label = fact.label if fact else bound.figure
            message = f"Chưa có số liệu “{label}”. {_way_to_give(bound.figure, paper.facts.period)}"
            yield found(RULE, Level.ERROR, message, paragraph, bound.start, bound.end, figures=(bound.figure,))


def _way_to_give(name: str, period: Period) -> str:
    """Where the figure can be given: most are typed, some only a register gives, others follow from figures.

    Those of a long period follow from its quarters.
    """
    definition = CATALOGUE.get(name)
    if period.kind != "Q":
        return "Hãy nhập đủ số liệu của các quý."
    if definition is None or definition.typed:
        return "Hãy nhập số liệu này cho kỳ báo cáo."
    if definition.group == ONLY_BY_REGISTER:
        return "Hãy ghi vào sổ kiểm tra, hoặc đặt ngày bắt đầu dùng sổ."
    return "Số này tự tính: hãy nhập đủ các số liệu còn thiếu mà nó cần."
