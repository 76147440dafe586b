"""The outline of a report: one text, a heading a line, numbered here and never by hand.

    # Công tác chỉ đạo, điều hành {text.direction}
    ## Ban hành văn bản chỉ đạo {directives}
    The lines under a heading are the text it starts with.

`#`, `##` and `###` are its three levels. The key in braces is what the section's text is stored under: the name
of a composer, which writes the text from the figures, or text.<name> where people write it. A title may change, a
key never. Pure.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from intranet.kernel.workflow import Reason, Refused
from intranet.reports.marks.suggestions import instead
from intranet.reports.sections.composers import COMPOSERS
from intranet.reports.wording import TOKEN, TOKENS

HEADING = re.compile(r"(#+)\s*(.*?)\s*(?:\{\s*([^{}]*?)\s*\})?")
OWN_KEY = re.compile(r"text\.[a-z0-9]+(?:[_-][a-z0-9]+)*")
NUMBERED = re.compile(r"(?:[IVX]+|[0-9]+(?:\.[0-9]+)*)[.)]\s")
DEEPEST = 3
ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


@dataclass(frozen=True)
class Heading:
    """A heading with its number as printed: I, 1, 1.1."""

    key: str
    level: int
    number: str
    title: str
    starter: str = ""


@dataclass
class Draft:
    """A heading while its text is read."""

    line: int
    level: int
    title: str
    key: str
    starter: list[str] = field(default_factory=list)


def parse(text: str) -> tuple[Heading, ...]:
    """The headings in order, numbered; Refused with a sentence and its line for each mistake."""
    drafts, stray = read(text)
    mistakes = [*stray, *(mistake for check in CHECKS for mistake in check(drafts))]
    if not drafts:
        mistakes.append((1, "đề cương chưa có đề mục nào. Hãy bắt đầu bằng dấu # và tên đề mục."))
    if mistakes:
        raise Refused(*(Reason(f"Dòng {line}: {message}", "text") for line, message in sorted(mistakes)))
    return tuple(
        Heading(draft.key, draft.level, number, draft.title, "\n".join(draft.starter))
        for draft, number in zip(drafts, numbers([draft.level for draft in drafts]), strict=True)
    )


Mistake = tuple[int, str]


def read(text: str) -> tuple[list[Draft], list[Mistake]]:
    """The headings with the lines under each, and the lines that stand above them all."""
    drafts: list[Draft] = []
    stray: list[Mistake] = []
    for place, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if match := HEADING.fullmatch(line):
            drafts.append(Draft(place, len(match[1]), match[2], match[3] or ""))
        elif line and drafts:
            drafts[-1].starter.append(line)
        elif line:
            stray.append((place, "nội dung đứng trước đề mục đầu tiên. Hãy đặt nội dung dưới một đề mục."))
    return drafts, stray


def levels(drafts: list[Draft]) -> Iterator[Mistake]:
    above = 0
    for draft in drafts:
        if draft.level > DEEPEST:
            yield draft.line, f"đề cương chỉ có {DEEPEST} cấp. Hãy viết tối đa {DEEPEST} dấu #."
        elif draft.level > above + 1:
            yield draft.line, f"đề mục nhảy cấp. Hãy viết {above + 1} dấu # hoặc thêm đề mục cấp {above + 1} ở trên."
        above = min(draft.level, DEEPEST)


def titles(drafts: list[Draft]) -> Iterator[Mistake]:
    for draft in drafts:
        if not draft.title:
            yield draft.line, "đề mục chưa có tên. Hãy nhập tên đề mục sau dấu #."
        elif NUMBERED.match(draft.title):
            yield draft.line, "hãy bỏ số thứ tự ở đầu tên đề mục: hệ thống tự đánh số."
        for token in TOKEN.findall("\n".join([draft.title, *draft.starter])):
            if token not in TOKENS:
                yield draft.line, f"không có từ thay thế “[[{token}]]”. {instead(token, TOKENS)}"


def keys(drafts: list[Draft]) -> Iterator[Mistake]:
    seen: dict[str, int] = {}
    for draft in drafts:
        if not draft.key:
            yield draft.line, "đề mục chưa có khóa. Hãy viết khóa trong ngoặc nhọn ở cuối dòng, ví dụ {text.kinh-phi}."
        elif draft.key in seen:
            yield draft.line, f"khóa “{draft.key}” đã dùng ở dòng {seen[draft.key]}. Hãy đặt khóa khác."
        elif draft.key.startswith("text."):
            if not OWN_KEY.fullmatch(draft.key):
                yield draft.line, "hãy viết khóa sau “text.” bằng chữ thường không dấu và số, ví dụ {text.kinh-phi}."
        elif draft.key not in COMPOSERS:
            yield draft.line, f"không có mục tự soạn “{draft.key}”. {instead(draft.key, COMPOSERS)} {BY_HAND}"
        seen.setdefault(draft.key, draft.line)


BY_HAND = "Nếu mục này do cán bộ viết, hãy đặt khóa bắt đầu bằng “text.”."
CHECKS: tuple[Callable[[list[Draft]], Iterator[Mistake]], ...] = (levels, titles, keys)


def numbers(levels: list[int]) -> Iterator[str]:
    """I, 1, 1.1, 1.2, 2, II, 1 …: what each level is numbered, beginning anew under every heading above it."""
    counts = [0] * DEEPEST
    for level in levels:
        counts[level - 1] += 1
        counts[level:] = [0] * (DEEPEST - level)
        yield roman(counts[0]) if level == 1 else ".".join(map(str, counts[1:level]))


def roman(n: int) -> str:
    digits = ""
    for digit, value in ROMAN:
        digits += digit * (n // value)
        n %= value
    return digits
