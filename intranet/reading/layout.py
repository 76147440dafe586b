"""How the lines of a document hang together: wrapped lines, numbered paragraphs, its frame and annexes. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BULLET = re.compile(r"[-–—+*•●○▪·►➢✓❖\uf0b7\uf0a7\uf02d]\s*(?=\S)|\(\d{1,2}\)\s")
ENDED = re.compile(r"[.;:!?…]['”\"»)]*$")
PAGE_NUMBER = re.compile(r"(?:-\s*)?\d{1,3}(?:\s*-)?|[Tt]rang\s+\d{1,3}(?:\s*/\s*\d{1,3})?")
WANTS_NUMBER = re.compile(r"(?<!\w)(?:ngày|tháng|quý|số|là|điều|khoản)$", re.IGNORECASE)
MARKDOWN = re.compile(r"^\s*#{1,6}\s+|\*\*(?=\S)|(?<=\S)\*\*")
EDGE = 0.85  # a wrapped line fills at least this share of the longest one, with the word that no longer fitted
WIDEST = 160  # a text with longer lines is not wrapped

CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SENTENCE_BEGINS = re.compile(rf"[{CAPITAL}][^\W\d_{CAPITAL}]")
ROMAN_NUMBER = "X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}"
WORD_NUMBERS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám")
BEGINS = rf"(?=[{CAPITAL}“\"])"
MARK = rf"\s*[.):/–-]+\s*{BEGINS}"
PART = re.compile(
    rf"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+({ROMAN_NUMBER}|\d{{1,2}}|[A-EĐ](?!\w)|(?i:thứ (?:{'|'.join(WORD_NUMBERS)}|bốn)))"
    rf"(?:{MARK}|\s+{BEGINS}|\s*[.:]?$)"
)
PART_LETTER = re.compile(rf"([A-EĐ])\s?[.)/–-]\s+{BEGINS}")
ITEM = r"(?:(?:MỤC|Mục)\s+)?"
ROMAN = re.compile(rf"{ITEM}({ROMAN_NUMBER}){MARK}")
WITHIN_ROMAN = re.compile(rf"{ITEM}((?:{ROMAN_NUMBER})(?:\.[1-9]\d?){{1,3}})(?:[.):]+\s*|\s+){BEGINS}")
DECIMAL = re.compile(rf"{ITEM}(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.)/:]+\s*|\s+|\s?[-–]\s?){BEGINS}")
ORDINAL = re.compile(rf"(\d{{1,2}})(?:[.)/](?![\d/])\s*(?=\S)|\s?[-–]\s{BEGINS})|(?:MỤC|Mục)\s+(\d{{1,2}})(?:{MARK}|$)")
LETTER = re.compile(rf"([a-zđ](?:\.\d{{1,2}})?)(?:[.)/]\s+(?=\S)|\)(?=\S)|\.(?=[{CAPITAL}]))")  # not "v.v."
LETTER_LEVEL = 6
LONGEST_TITLE = 240
SHORTEST_TITLE = 8

FRAME = re.compile(r"CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|^BÁO CÁO\b|^Số\s*:|^Kính gửi\b", re.MULTILINE)
OPENING = re.compile(rf"[{CAPITAL}].{{60,}}[.:;]$", re.DOTALL)
TAIL = re.compile(
    r"Nơi nhận\s*:|(?:TM|KT|TL|TUQ|Q)\.\s*[A-ZĐỦ]|"
    r"(?:(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG)|NGƯỜI LẬP(?: BÁO CÁO| BIỂU)?|THỦ TRƯỞNG ĐƠN VỊ)$"
)
ANNEX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu|MẪU SỐ|Mẫu số|DANH SÁCH|DANH MỤC|BẢNG|TỔNG HỢP|SỐ LIỆU)(?!\w)"
)
ANNEX_NAME = re.compile(r"(?:Phụ lục|Phụ biểu|Biểu(?: mẫu)?|Mẫu)(?: số)?:?\s+[IVX\d][\w./-]*", re.IGNORECASE)
CLOSED = "./."


@dataclass(frozen=True)
class Numbered:
    """What a paragraph begins with: "II.", "3.1.", "a)". A title has nothing of a sentence after it.

    A part, "Phần II" or "B.", may stand above chapters that begin anew at I in each.
    """

    number: str
    level: int
    is_title: bool
    is_part: bool = False


def folded_paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph on one line, with the number of its first line; "Phần II" and its title below are one."""
    part: tuple[int, str] | None = None
    for place, line in _folded(text):
        if part is not None:
            is_titled = numbered(line) is None and not ENDED.search(line) and len(line) <= WIDEST
            yield (part[0], f"{part[1]} {line}") if is_titled else part
            part = None
            if is_titled:
                continue
        match = PART.match(line)
        if match and match.end() == len(line):
            part = place, line.rstrip(".: ")
        else:
            yield place, line
    if part is not None:
        yield part


def _folded(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text that may be wrapped; page numbers alone on a line are left out."""
    lines = list(_without_page_numbers([tidy(line) for line in text.replace("\f", "").splitlines()]))
    widest = max((len(line) for _, line in lines), default=0)
    held, held_at, last = "", 0, ""
    for place, line in lines:
        if held and line and goes_on(last, line, widest):
            held = f"{held} {line}"
        else:
            if held:
                yield held_at, held
            held, held_at = line, place
        last = line
    if held:
        yield held_at, held


def _without_page_numbers(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Each line with its number; the empty lines around a page number go with it, as a sentence may run on there."""
    beside = [at for at, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line)]
    left_out = set(beside)
    for at in beside:
        for step in (-1, 1):
            place = at + step
            while 0 <= place < len(lines) and not lines[place]:
                left_out.add(place)
                place += step
    return ((at + 1, line) for at, line in enumerate(lines) if at not in left_out)


def tidy(line: str) -> str:
    """Single spaces, and tabs where cells end; zero-width characters, marks of byte order and of headings are gone."""
    line = line.strip().strip("|").replace("|", "\t") if PIPED.search(line) else line
    cells = MARKDOWN.sub("", line).replace("\ufeff", "").replace("\u200b", "").replace("\xad", "").split("\t")
    return "\t".join(" ".join(cell.split()) for cell in cells).strip()


def goes_on(line: str, following: str, widest: int) -> bool:
    """Whether a line was only wrapped: it does not end a sentence, and the next word no longer fitted on it."""
    if "\t" in line or "\t" in following or widest > WIDEST:
        return False
    if line[-1].isdigit() and re.match(r"[-–]\s*\d{1,2}[/.]\d", following):
        return True
    wants = WANTS_NUMBER.search(line) and following[0].isdigit()
    begins = BULLET.match(following) or numbered(following) or part_line(following) or FRAME.match(following)
    head = numbered(line)
    is_title_over = head is not None and head.is_title and SENTENCE_BEGINS.match(following)
    if ENDED.search(line) or (begins and not wants) or is_title_over:
        return False
    filled = len(line) + 1 + len(following.split(" ", 1)[0])
    return filled > EDGE * widest and len(line) > WIDEST / 4


def numbered(text: str) -> Numbered | None:
    for pattern in (PART, PART_LETTER):
        if match := pattern.match(text):
            return Numbered(match[1], 1, is_title(text[match.end() :]) or match.end() == len(text), True)
    forms = (
        (WITHIN_ROMAN, 1), (ROMAN, 1), (DECIMAL, 2), (ORDINAL, 2), (LETTER, LETTER_LEVEL),
    )  # fmt: skip
    for pattern, level in forms:
        if match := pattern.match(text):
            number = next(one for one in match.groups() if one)
            depth = level + number.count(".")
            return Numbered(number, depth, is_title(text[match.end() :]) or match.end() == len(text))
    return None


def is_capitals(text: str) -> bool:
    """Whether a line is a title by its capitals alone, in a text whose chapters bear no numbers."""
    if not text.isupper() or not SHORTEST_TITLE <= len(text) <= WIDEST or " " not in text:
        return False
    is_other = "\t" in text or BULLET.match(text) or FRAME.match(text) or part_line(text)
    return not is_other and not text.endswith((".", ",", ";", ":"))


PIPED = re.compile(r"\s\|\s|^\|.*\|$|\|.*\|")  # a table whose cells stand between strokes
SENTENCE_INSIDE = re.compile(rf"[.;!?]\s+[{CAPITAL}]")
RUN_IN = re.compile(r":\s*\S")
COUNTED = re.compile(r"\d[\d.]*\s*(?:hồ sơ|TTHC|thủ tục|phiếu|cuộc|lượt|PAKN|văn bản|người|%)")


def is_title(words: str) -> bool:
    """Whether the words after a number name a section, rather than say something."""
    if not words or len(words) > LONGEST_TITLE or words.endswith((";", ",")):
        return False
    if SENTENCE_INSIDE.search(words) or RUN_IN.search(words):
        return False
    return not (words.endswith(".") and (COUNTED.search(words) or len(words) > LONGEST_TITLE / 2))


def has_frame(text: str) -> bool:
    """Whether it is a whole document, with what stands above and below its text."""
    return bool(FRAME.search(text))


def part_line(line: str) -> bool:
    return bool(TAIL.match(line)) or begins_annex(line)


def begins_annex(line: str) -> bool:
    """An annex has a short line of its own: its name, no sentence about it."""
    is_name = bool(ANNEX.match(line)) and (line.isupper() or bool(ANNEX_NAME.match(line) or ANNEX.fullmatch(line)))
    return is_name and len(line) <= WIDEST and not line.endswith((".", ";", ":"))


def names_annex(line: str) -> bool:
    """Whether a line is nothing but an annex's name: "Biểu số II.06b/VPCP/KSTT"."""
    return bool(ANNEX_NAME.fullmatch(line))


def begins_body(line: str, is_numbered: bool) -> bool:
    return is_numbered or (bool(OPENING.match(line)) and not FRAME.match(line))
