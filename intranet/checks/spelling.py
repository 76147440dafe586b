"""Slips that reports carry again and again. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.manuscript import Paragraph

RULE = "spelling"
SLIPS = {
    "những nhiễu": "nhũng nhiễu",
    "sát nhập": "sáp nhập",
    "bổ xung": "bổ sung",
    "xắp xếp": "sắp xếp",
    "sắp sếp": "sắp xếp",
    "tham mưa": "tham mưu",
    "suất xắc": "xuất sắc",
    "xuất xắc": "xuất sắc",
    "nghành": "ngành",
    "nổ lực": "nỗ lực",
    "nổi bậc": "nổi bật",
    "cọ sát": "cọ xát",
    "vô hình chung": "vô hình trung",
    "tựu chung": "tựu trung",
    "chỉnh chu": "chỉn chu",
    "thăm quan": "tham quan",
    "giành cho": "dành cho",
    "chia sẽ": "chia sẻ",
    "kết qủa": "kết quả",
    "gải quyết": "giải quyết",
    "giãi quyết": "giải quyết",
    "tiếp nhân hồ sơ": "tiếp nhận hồ sơ",
    "thủ tục hành chinh": "thủ tục hành chính",
    "hô sơ": "hồ sơ",
    "phát sịnh": "phát sinh",
    "đôn đóc": "đôn đốc",
    "khăc phục": "khắc phục",
    "trể hạn": "trễ hạn",
    "kiểm xoát": "kiểm soát",
    "rà xoát": "rà soát",
    "xử lý sử phạt": "xử lý xử phạt",
    "triễn khai": "triển khai",
    "hướng dẩn": "hướng dẫn",
    "dể dàng": "dễ dàng",
    "cãi cách": "cải cách",
    "đơn giãn": "đơn giản",
    "kiễm tra": "kiểm tra",
    "kiễm soát": "kiểm soát",
    "kết quã": "kết quả",
    "bão đảm": "bảo đảm",
    "đảm bão": "đảm bảo",
    "hổ trợ": "hỗ trợ",
    "sữa đổi": "sửa đổi",
    "lảnh đạo": "lãnh đạo",
    "đề suất": "đề xuất",
    "thiếu xót": "thiếu sót",
    "sơ xuất": "sơ suất",
    "trách nghiệm": "trách nhiệm",
    "đường giây nóng": "đường dây nóng",
    "thũ tục": "thủ tục",
    "đựơc": "được",
    "ngừơi": "người",
    "hòan thành": "hoàn thành",
    "tòan trình": "toàn trình",
}
SLIP = re.compile(rf"(?<!\w)(?:{'|'.join(SLIPS)})(?!\w)")
TWICE = re.compile(
    r"(?<!\w)(của|và|các|là|được|trong|với|cho|tại|về|đã|những|để|theo|đến|có|từ(?=\s+từ\s+(?:ngày|tháng|năm|khi|các)))"
    r"\s+\1(?!\w)"
)
SPACED = re.compile(r"\s[,;](?=\s|$)|\w\s\.(?=\s+[A-ZĐ]|$)")
# Two ways of writing one word; a report keeps to one. The older placing of tone marks, and short names.
OLDER = re.compile(r"(?<!\w)\w*?(?:o[áàảãạéèẻ]|(?<!q)u[ýỳỷỹỵ])(?!\w)", re.IGNORECASE)
NEWER = re.compile(r"(?<!\w)\w*?(?:[óòỏõọ][ae]|[úùủũụ]y)(?!\w)", re.IGNORECASE)
APART, TOGETHER = re.compile(r"PV\s+(?:HCC|HCCC)\b"), re.compile(r"\bPVHCC\b")
WITH_Y = re.compile(r"(?<!\w)(?:kỳ|tỷ lệ|quý)(?!\w)", re.IGNORECASE)
WITH_I = re.compile(r"(?<!\w)(?:kì|tỉ lệ|quí)(?!\w)", re.IGNORECASE)
PAIRS = ((OLDER, NEWER), (APART, TOGETHER), (WITH_I, WITH_Y))
ORDINAL = re.compile(r"^\s*(?:[-+•]\s*)?\(?[\w.]{1,8}\)")
CLOSED = "./."


def spelling(paper: Paper) -> Iterator[Problem]:
    """Frequent slips, one word written in two ways, brackets that are not closed, a report that is not closed."""
    texts = (*paper.manuscript.body, *paper.manuscript.part("annex"))
    for paragraph in texts:
        yield from _slips(paragraph)
        yield from _brackets(paragraph)
    yield from _mixed(texts)
    yield from _closing(paper)


def _slips(paragraph: Paragraph) -> Iterator[Problem]:
    text = paragraph.text.lower()
    for match in SLIP.finditer(text):
        yield _told(f"Hãy viết “{SLIPS[match[0]]}” thay cho “{match[0]}”.", paragraph, match)
    for match in TWICE.finditer(text):
        yield _told(f"Từ “{match[1]}” viết hai lần liền nhau. Hãy bỏ một từ.", paragraph, match)
    for match in SPACED.finditer(paragraph.text) if paragraph.kind != "row" else ():
        yield _told("Có khoảng trắng thừa trước dấu câu. Hãy bỏ khoảng trắng.", paragraph, match)


def _told(message: str, paragraph: Paragraph, match: re.Match[str]) -> Problem:
    return found(RULE, Level.INFO, message, paragraph, match.start(), match.end())


def _brackets(paragraph: Paragraph) -> Iterator[Problem]:
    text = ORDINAL.sub("", paragraph.text)
    for left, right in ("()", "“”", "[]"):
        if text.count(left) != text.count(right):
            yield found(RULE, Level.INFO, f"Dấu {left} và {right} không đủ cặp. Hãy kiểm tra lại.", paragraph)


def _mixed(paragraphs: tuple[Paragraph, ...]) -> Iterator[Problem]:
    """The rarer of two ways of writing, at its first place, where both stand in the text."""
    for pair in PAIRS:
        hits = [
            [(paragraph, match) for paragraph in paragraphs for match in way.finditer(paragraph.text)] for way in pair
        ]
        if all(hits):
            few, many = sorted(hits, key=len)
            paragraph, match = few[0]
            message = f"Báo cáo viết cả “{match[0]}” và “{many[0][1][0]}”. Hãy thống nhất một cách viết."
            yield _told(message, paragraph, match)


def _closing(paper: Paper) -> Iterator[Problem]:
    """A whole document closes its text with "./."."""
    body = [it for it in paper.manuscript.body if it.kind != "row"]
    has_frame = bool(paper.manuscript.part("head") and paper.manuscript.part("tail"))
    if has_frame and body and not body[-1].text.rstrip(' ”"').endswith(CLOSED):
        yield found(RULE, Level.INFO, "Cuối báo cáo chưa có dấu kết thúc “./.”. Hãy thêm vào.", body[-1])
