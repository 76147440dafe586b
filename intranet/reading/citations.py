"""Citations of legal texts and directives in any office's prose. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intranet.kernel.search import fold
from intranet.reading.type_words import BY_CODE, TYPES, code, fits

DASH = r"\s?[-–—‑]\s?"
GROUP = r"[A-Za-zĐđÐƯư][\wĐđÐƯư]*"
SYMBOL = re.compile(
    rf"(?<![\w/.,:-])(\d{{1,5}}(?:\.\d{{1,2}})?[a-zđ]?\s?/\s?(?:\d{{2,4}}\s?/\s?)?{GROUP}(?:{DASH}{GROUP}|/[A-ZĐ]{{2,}})*"
    rf"|\d{{1,4}}{DASH}[A-ZĐÐ]\w{{1,3}}\s?/\s?[A-ZĐÐ]{{2,}})(?![\w/])"
)
# A legal text by its number and year alone: Nghị định 118/2025.
YEARLY = re.compile(
    r"(?<!\w)(?:nghị định|nghị quyết|thông tư|quyết định|chỉ thị|nđ|nq|tt|qđ)\s+(?:số\s*:?\s*)?"
    r"(\d{1,4}/(?:19|20)\d\d)(?![\w/.-]*[\w/])",
    re.IGNORECASE,
)
WORDS = "|".join(sorted(TYPES, key=len, reverse=True))
TYPE = re.compile(rf"(?<!\w)({WORDS})(?!\w)", re.IGNORECASE)
DIRECT = re.compile(rf"(?<!\w)({WORDS})\s*(số)?\s*:?\s*$", re.IGNORECASE)
WHOSE = re.compile(r"\s+của\s+([^.;:(){}]{2,50}?)\s*:?\s*số\s*:?\s*$", re.IGNORECASE)
NUMBER_WORD = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
ANOTHER = re.compile(r"(?:,|;|và)\s*(?:số\s*:?\s*)?$", re.IGNORECASE)
# What has a number like a document's and is none: a form, a standard; the report's own line "Số: 235/BC-UBND".
NOT_CITED = re.compile(
    r"(?:(?<!\w)(?:mẫu|biểu|biểu mẫu|phiếu|mã|hồ sơ|TCVN|QCVN|TCXDVN)\s*(?:số)?\s*:?|^\s*số\s*:)\s*$", re.IGNORECASE
)
DAY = re.compile(
    r"\s*,?\s*\(?\s*(?:ban hành |ký )?(?:ngày\s+)?"
    r"(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(\d{4})",
    re.IGNORECASE,
)
STOP = (
    r"về|quy định|hướng dẫn|ban hành|phê duyệt|công bố|sửa đổi|thay thế|bãi bỏ|được|bị|đã|có|và|cùng|để|nhằm|trong|"
    r"tại|trên|thì|cho|ngày|triển khai|giao|đến|yêu cầu|với|nay|hiện|trước đây|hết|không"
)
ISSUER = re.compile(
    r"\s*\)?,?\s*(?:(?:của|do)\s+|(?=Chính phủ|Thủ tướng|Quốc hội|UBND|[UỦ][ỷỶyY]? ?ban|HĐND|Hội đồng|Văn phòng))"
    r"(Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ|[^,.;:()\n“”\"]{2,90}?)"
    rf"(?=\s+(?:{STOP})(?!\w)|\s*[,.;:()\n“”\"]|\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Citation:
    """A text cited by its number, at characters `start` to `end`, from its type word on.

    `kind` is the type in full, "" where no word says it; `is_again` where it takes the type of the one before.
    """

    start: int
    end: int
    number: str
    kind: str = ""
    has_number_word: bool = False
    issued_on: date | None = None
    issuer: str = ""
    is_again: bool = False


@dataclass(frozen=True)
class _Word:
    """The type word before a number, where the citation begins, and whose it is where that stands between."""

    start: int
    kind: str = ""
    has_number_word: bool = False
    issuer: str = ""


def citations(text: str) -> tuple[Citation, ...]:
    """Every citation by number, in order."""
    return tuple(_citations(text))


def _citations(text: str) -> Iterator[Citation]:
    last = Citation(0, 0, "")
    matches = sorted([*SYMBOL.finditer(text), *YEARLY.finditer(text)], key=lambda match: match.start(1))
    for match in matches:
        number, place = _compact(match[1]), match.start(1)
        before = text[max(last.end, text.rfind("\n", 0, place) + 1) : place]
        word = _word(before, place, number)
        is_again = not word.kind and bool(last.number and ANOTHER.search(before))
        if not _is_cited(number, before, word, is_again):
            continue
        end, day, issuer = _rest(text, match.end(1))
        kind = last.kind if is_again else word.kind
        last = Citation(word.start, end, number, kind, word.has_number_word, day, issuer or word.issuer, is_again)
        yield last


def _compact(number: str) -> str:
    """Without spaces, with one kind of dash, and Đ where a look-alike of other alphabets stands."""
    return re.sub(r"[–—‑]", "-", re.sub(r"\s+", "", number)).replace("Ð", "Đ")


def _is_cited(number: str, before: str, word: _Word, is_again: bool) -> bool:
    """Whether a number is a document's: its symbol is one, and something beside it says so."""
    if NOT_CITED.search(before) or (word.kind == "Đề án" and number.endswith("/CP")):
        return False
    group = code(number)
    if not (group[:1].isupper() or group.isdigit() or not group or fold(group) in BY_CODE):
        return False
    return bool(word.kind) or is_again or "-" in number


def _word(before: str, place: int, number: str) -> _Word:
    """The type word nearest to a number that fits it; a law's name or its issuer may stand between."""
    tail = before[-120:]
    at = place - len(tail)
    near = DIRECT.search(tail)
    if near is not None and fits(TYPES[near[1].lower()], number):
        return _Word(at + near.start(), TYPES[near[1].lower()], bool(near[2]))
    has_number_word = bool(NUMBER_WORD.search(tail))
    for match in reversed(list(TYPE.finditer(tail, max(tail.rfind(mark) for mark in ".;(") + 1))):
        whose = WHOSE.match(tail, match.end())
        if (whose and near is None) or ((near or has_number_word) and fits(TYPES[match[1].lower()], number)):
            return _Word(at + match.start(), TYPES[match[1].lower()], has_number_word, whose[1] if whose else "")
    if near is not None:
        return _Word(at + near.start(), TYPES[near[1].lower()], bool(near[2]))
    return _Word(place, "", has_number_word)


def _rest(text: str, end: int) -> tuple[int, date | None, str]:
    """Its day and who issued it, in either order, and where the citation ends."""
    end, day = _day(text, end)
    match = ISSUER.match(text, end)
    if match is None:
        return end, day, ""
    end = match.end()
    if day is None:
        end, day = _day(text, end)
    return end, day, match[1].strip()


def _day(text: str, end: int) -> tuple[int, date | None]:
    match = DAY.match(text, end)
    if match is None:
        return end, None
    try:
        return match.end(), date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return match.end(), None
