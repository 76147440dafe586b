"""A heading has something under it, and a review says what it came to. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.structure.numbering import prefix, rank
from intranet.checks.windows import figures_in
from intranet.reading.letters import small
from intranet.reading.manuscript import Manuscript, Paragraph
from intranet.reading.scope import is_ahead

RULE = "section-empty"
REVIEW = re.compile(r"rà soát(?!.{0,20}danh mục)|đơn giản hóa")
NONE = re.compile(
    r"không (?:có|phát sinh|thực hiện|tổ chức|ban hành|đề xuất|tiến hành)|"
    r"chưa (?:có|phát sinh|thực hiện|tổ chức|đến kỳ)|"
    r"(?<!\w)không(?=\s*(?:[.;,)]|$))"
)
SAID_IN_TITLE = re.compile(r"(?<!\w)(?:không|chưa) (?:có|phát sinh)|[(:–-]\s*không\)?\s*$")
TASK = re.compile(
    r"(?:tiếp tục|đẩy mạnh|tăng cường|đề nghị|kiến nghị|đã|có|không|chưa|đang|còn|trong|chỉ đạo|phối hợp|hoàn thiện|"
    r"hoàn thành|chủ động|kịp thời|bảo đảm|đảm bảo|phấn đấu|nâng cao|duy trì|quan tâm|do|một số|một bộ phận|việc)(?!\w)"
)
LISTING = re.compile(
    r"khó khăn|vướng mắc|tồn tại|hạn chế|nguyên nhân|thuận lợi|ưu điểm|giải pháp|biện pháp|bài học|kết quả đạt được"
)
TOP = 1
SHORT = 3  # words of a title that is no task


def section_empty(paper: Paper) -> Iterator[Problem]:
    """A heading directly followed by one that is not beneath it, and a review with neither a number nor "không có"."""
    manuscript = paper.manuscript
    for heading in manuscript.headings:
        below = _below(manuscript, heading)
        if not below and not _is_item(manuscript, heading):
            message = f"Mục {_called(heading)} chưa có nội dung. Hãy viết nội dung, hoặc ghi “không phát sinh”."
            yield found(RULE, Level.ERROR, message, heading)
        elif below and _is_review(manuscript, heading) and not _tells(below):
            message = (
                f"Mục {_called(heading)} về rà soát, đơn giản hóa không có số liệu. "
                "Hãy ghi số TTHC, số phương án, hoặc “không phát sinh”."
            )
            yield found(RULE, Level.ERROR, message, heading)


def _below(manuscript: Manuscript, heading: Paragraph) -> tuple[Paragraph, ...]:
    """What stands beneath a heading; nothing where the next number is that of a section told in one line."""
    below = manuscript.under(heading)
    is_next = bool(below and heading.number and below[0].number) and below[0].level == heading.level
    return () if is_next and rank(below[0]) == rank(heading) + 1 and prefix(below[0]) == prefix(heading) else below


def _called(heading: Paragraph) -> str:
    return heading.number or f"“{heading.text}”"


def _is_item(manuscript: Manuscript, heading: Paragraph) -> bool:
    """Whether a numbered line says something by itself: an item of a list, a task, a heading that says "none"."""
    title = small(heading.title)
    if not heading.number and _goes_on(manuscript, heading):
        return True
    if heading.level == TOP:
        return bool(SAID_IN_TITLE.search(title))
    is_task = len(title.split()) > SHORT and TASK.match(title)
    is_said = heading.text.endswith((".", ";", "./.")) or SAID_IN_TITLE.search(title) or is_task
    return bool(is_said) or _is_listed(manuscript, heading) or is_ahead(small(_chapter(manuscript, heading)))


def _goes_on(manuscript: Manuscript, heading: Paragraph) -> bool:
    """Whether the line below a title in capitals may be the rest of it."""
    below = manuscript.paragraphs[heading.place + 1 : heading.place + 2]
    return any(it.kind == "heading" and not it.number and it.line == heading.line + 1 for it in below)


def _is_listed(manuscript: Manuscript, heading: Paragraph) -> bool:
    """Whether it stands in a list: a sentence opens it with a colon, or a heading over lines that all say little."""
    above = heading
    for above in reversed(manuscript.paragraphs[: heading.place]):
        if above.kind != "heading" or above.level != heading.level:
            break
    if above.kind != "heading":
        return above.text.endswith(":")
    beneath = manuscript.under(above)
    return bool(LISTING.search(small(above.text))) and all(it.level == heading.level for it in beneath)


def _chapter(manuscript: Manuscript, heading: Paragraph) -> str:
    above = (it for it in reversed(manuscript.headings) if it.place < heading.place and it.level == TOP)
    chapter = next(above, None)
    return chapter.text if chapter else ""


def _is_review(manuscript: Manuscript, heading: Paragraph) -> bool:
    """Whether a section without sections of its own tells of a review of procedures done in the period."""
    if any(it.kind == "heading" for it in manuscript.under(heading)) or heading.level == TOP:
        return False
    is_planned = is_ahead(small(heading.text)) or is_ahead(small(_chapter(manuscript, heading)))
    return bool(REVIEW.search(small(heading.title))) and not is_planned


def _tells(below: tuple[Paragraph, ...]) -> bool:
    return any(figures_in(it.text) or NONE.search(small(it.text)) for it in below)
