"""Nothing is left of a template, and no blank is left to fill. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.manuscript import Paragraph

RULE = "placeholder-left"
UNIT = r"(?:hồ sơ|tthc|thủ tục|phiếu|pakn|cuộc|lượt|lớp|khóa|phương án|văn bản|đồng|%|người|lần|trường hợp|đơn vị)"
DOTS = r"(?:…|\.{3,}|(?:\.\s){3,}\.?)"
MARKS = re.compile(
    r"\{\{.*?\}\}|\{[^{}]{2,60}\}|\[\[.*?\]\]|<<.*?>>|\{%.*?%\}|"
    r"<(?!https?:|www\.)[^\W\d][^<>@=/]{1,60}>|"
    r"\[\s*(?:…|\.{2,}|_+|[xX]{2,})?\s*\]|\[(?=[^\W\d])[^\[\]]{2,60}\]|"
    r"\b(?:TODO|FIXME|TBD|undefined)\b|[Ll]orem ipsum|#(?:REF|N/A|VALUE|DIV/0|NAME)[!?]?|\?{2,}|"
    r"(?<!\w)(?-i:x{2,}|X{3,}|X{2}(?=\s*(?:hồ sơ|TTHC|%|/|phiếu|người|văn bản)))(?!\w)|"
    r"[(\[](?:sẽ |đề nghị |cần |chờ |đang )?(?:(?:bổ sung|cập nhật|điền|nhập)(?: số liệu)?(?: sau| vào)?|chờ số liệu|"
    r"chưa có số liệu|để trống)[)\]]|"
    r"[(\[](?:điền|ghi(?! chú)|nêu|nhập|chèn|mô tả|chọn)(?: rõ| cụ thể| số| tên| ngày| nội dung)(?![^()\[\]]{0,20}họ)"
    r"[^()\[\]]{0,60}[)\]]|"
    r"(?:số liệu|nội dung)(?: này)? (?:đang|sẽ|chờ) (?:được )?(?:cập nhật|bổ sung|tổng hợp)(?: sau)?(?=\s*(?:[.;)]|$))|"
    r"(?<!\w)(?:bổ sung|cập nhật|điền) sau(?=\s*(?:[.;,)]|$))",
    re.IGNORECASE,
)
CASED = re.compile(r"[xX]+")
BLANKS = re.compile(
    rf"(?<!\w)_{{2,}}|{DOTS}\s*/|/\s*{DOTS}|"
    r"(?<!\w)số\s*:?\s*/(?=(?-i:[A-ZĐ]{2}))|"
    r"(?<!\w)ngày\s+tháng\s+(?:\d{1,2}\s+)?năm\s+20\d\d|"
    r"(?<!\w)ngày\s+\d{1,2}\s+tháng\s+năm\s+20\d\d|(?<!\w)từ ngày\s+đến(?: hết)? ngày|"
    rf"{DOTS}+",
    re.IGNORECASE,
)
ELLIPSIS = re.compile(rf"{DOTS}+")
LISTED = re.compile(r"(?:,|;|v\.v\.?|vân vân)\s*$", re.IGNORECASE)
ENUMERATED = re.compile(r"[,;][^.:]{1,80}$")
EXPECTS = re.compile(
    r"(?:(?<!\w)(?<!thiểu )(?<!chỉ )(?<!tham )(?<!chữ ký )(?<!kỹ năng )(?<!công nghệ )(?<!chuyển đổi )(?<!nền tảng )"
    r"(?<!hằng )(?<!hàng )(?:là|có|đạt|còn|số|gồm|ngày|tháng|năm|do|tại|của|với|từ|đến|chiếm|được|tiếp nhận|giải quyết|"
    r"quý|khoảng)|:)\s*$",
    re.IGNORECASE,
)
NAMELESS = re.compile(r"(?<!các )(?<!\w)(?:phường|xã|tỉnh|huyện|thôn|khối|phòng|ông|bà|đồng chí|đường)$", re.IGNORECASE)
ONE_BLANK = re.compile(r"[\s/]*[A-ZĐ-]*\s*(?:ngày|tháng|năm)?\s*")  # between the blanks of one number or date
COUNTS = re.compile(rf"\s*{UNIT}", re.IGNORECASE)
CLOSES = re.compile(r"\s*(?:[.;)”\"]|$)")
RULED = re.compile(r"[_\s-]+")  # a line drawn between parts of a document
SIGNING = re.compile(r"số\s*:|ngày.*tháng|ký tên|họ (?:và )?tên", re.IGNORECASE)


def placeholder_left(paper: Paper) -> Iterator[Problem]:
    """A mark or a blank of a template in the text; of head and tail what is filled in on signing may stay open."""
    for paragraph in paper.manuscript.paragraphs:
        if paragraph.part == "annex":
            continue
        spots = _spots(paragraph, paragraph is paper.manuscript.paragraphs[-1])
        for start, end in spots:
            if paragraph.bound_at(start) is None:
                words = paragraph.text[start:end].strip()
                message = f"Chỗ “{words}” chưa được điền. Hãy điền nội dung, hoặc bỏ chỗ này."
                yield found(RULE, Level.ERROR, message, paragraph, start, end)


def _spots(paragraph: Paragraph, is_last: bool) -> list[tuple[int, int]]:
    """The characters of each mark and blank, those that touch taken as one."""
    text = paragraph.text
    spots = [match.span() for match in MARKS.finditer(text) if _is_mark(text, match)]
    is_signed = paragraph.part == "tail" or (paragraph.part == "head" and SIGNING.search(text))
    if not is_signed and not RULED.fullmatch(text) and not (is_last and ELLIPSIS.fullmatch(text)):
        spots += [match.span() for match in BLANKS.finditer(text) if _is_blank(text, match)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spots):
        if joined and ONE_BLANK.fullmatch(text, joined[-1][1], max(start, joined[-1][1])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """Whether it is left over: a Roman number XX is not, nor a cut in quoted words."""
    if CASED.fullmatch(match[0]):
        named = re.search(
            r"(?:thế kỷ|đại hội|khóa|lần thứ|kỳ họp thứ)[^.;]{0,20}$", text[: match.start()], re.IGNORECASE
        )
        return not named and (match[0].islower() or match[0].isupper())
    return not (match[0].startswith("[") and _is_quoted(text, match.start()) and "…" in match[0])


def _is_blank(text: str, match: re.Match[str]) -> bool:
    """Whether dots stand for something to fill in, rather than for more of the same."""
    if not ELLIPSIS.fullmatch(match[0]):
        return True
    before, after = text[: match.start()], text[match.end() :]
    if before.endswith("(") and after.startswith(")"):
        before, after = before[:-1], after[1:]
        return bool(EXPECTS.search(before) or COUNTS.match(after))
    is_long = len(match[0].replace("…", "...")) > 3
    if EXPECTS.search(before):
        return True
    if LISTED.search(before) or _is_quoted(text, match.start()):
        return False
    closes = bool(CLOSES.match(after))
    is_told = COUNTS.match(after) or (NAMELESS.search(before) and not closes)
    if not is_long and before[-1:].isalpha() and (ENUMERATED.search(before) or not is_told):
        return False
    return bool(COUNTS.match(after)) or not closes or (is_long and not ENUMERATED.search(before))


def _is_quoted(text: str, place: int) -> bool:
    before = text[:place]
    return before.count("“") > before.count("”")
