"""Numbers as Vietnamese offices write them: 1.568; 03; 99,1%; 18.025.000 đồng; 8.141/8.141; mười một.

Digits that name something instead of counting it (a date, a document, a house, a form) are no numerals. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from intranet.kernel.numberwords import from_words

DIGITS = re.compile(r"(?<![\w.,/-])(\d+(?:[.,]\d+)*)(?![\w])")
FRACTION = re.compile(r"(?<![\w.,/-])(\d+(?:\.\d{3})*)\s*/\s*(\d+(?:\.\d{3})*)(?![\w/]|[.,]\d)")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+")
PERCENT = re.compile(r"\s*(?:%|phần trăm)")
MONEY = re.compile(r"\s*(?:(triệu|tỷ|nghìn|ngàn)\s+)?(?:đồng(?! chí)|VNĐ|VND|đ)(?!\w)")
MULTIPLES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9}

# What a number is no count after, and before. "tổng số 12", "trong số 12" count.
NAMING = re.compile(
    r"(?:(?<!tổng )(?<!trong )(?<!trên )\bsố|\bđiều|\bkhoản|\bđiểm|\bnăm|\btháng|\bngày|\bquý|\bthứ|\bmẫu|\bbiểu|"
    r"\bphụ lục|\bchương|\bmục|(?<!một )\bphần|\bphòng|\bđường|\bnghị quyết|\bnghị định|\bthông tư|\bquyết định|"
    r"\bcấp độ|\bmức độ|\bđề án|\bhotline|\bđiện thoại|\biso|\bios|\bandroid|\bwindows|\bphiên bản|"
    r"\bkhóa [ivx]+,?)\s*:?\s*$",
    re.IGNORECASE,
)
NEAR = 40  # characters before a number in which its name stands
TIMED = re.compile(
    r"\s*(?:ngày|tháng|năm|giờ|phút|giây|tuổi|quý|tại chỗ|mức độ|cấp|lớp học sinh|h\b|m2|km|mét)\b", re.IGNORECASE
)
COUNTED = re.compile(
    r"\s*(?:hồ sơ|tthc|thủ tục|phiếu|pakn|phản ánh|kiến nghị|cuộc|lượt|lần|đợt|lớp|khóa|khoá|văn bản|người|phương án|"
    r"cán bộ|công chức|lãnh đạo|thư|quy trình|tồn tại|máy|ý kiến|trường hợp|giao dịch)\b",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?<!\d)\d{1,2}\s*([/.-])\s*\d{1,2}\s*(?:\1\s*(?:19|20)\d\d)(?!\d)|(?<![\d.])\d{1,2}/(?:19|20)\d\d(?!\d)"
)
CODE = re.compile(r"(?<![\w.])(?=[\w./-]*\d)(?=[\w./-]*[^\W\d_])[\w]+(?:[./-][\w]+)+|(?<!\w)[^\W\d_]+\d[\w.-]*")
PHONE = re.compile(r"(?<!\d)(?:\+84|0)\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)|(?<!\d)1900[ .]?\d{4}")


@dataclass(frozen=True)
class Numeral:
    """A number in a text. `decimals` as written; `whole` is the other side of a fraction: 8.141 in 8.135/8.141."""

    start: int
    end: int
    value: Decimal
    decimals: int = 0
    is_rate: bool = False
    is_money: bool = False
    is_timed: bool = False
    whole: Decimal | None = None

    @property
    def counts(self) -> bool:
        return not (self.is_rate or self.is_money or self.is_timed)


@lru_cache(maxsize=4096)  # every rule asks, and most paragraphs stay as they are from one check to the next
def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number that counts or measures something, in order."""
    named = [match.span() for pattern in (DATE, CODE, PHONE) for match in pattern.finditer(text)]
    fractions = [one for one in _fractions(text) if not _within(one.start, one.end, named)]
    taken = [*named, *((one.start, one.end) for one in fractions)]
    digits = [one for one in _digits(text) if not _within(one.start, one.end, taken)]
    taken += [(one.start, one.end) for one in digits]
    words = [one for one in _words(text) if not _within(one.start, one.end, taken)]
    return tuple(sorted([*fractions, *digits, *words], key=lambda one: one.start))


def _within(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in spans)


def _fractions(text: str) -> Iterator[Numeral]:
    for match in FRACTION.finditer(text):
        part, whole = (Decimal(side.replace(".", "")) for side in match.groups())
        if COUNTED.match(text, match.end()) or "." in match[0] or whole > 31 or part == whole:
            yield Numeral(match.start(), match.end(), part, whole=whole)


def _digits(text: str) -> Iterator[Numeral]:
    for match in DIGITS.finditer(text):
        is_rate = bool(PERCENT.match(text, match.end()))
        value, decimals = parsed(match[1], is_rate)
        if is_rate:
            yield Numeral(match.start(), match.end(), value, decimals, is_rate=True)
        elif money := MONEY.match(text, match.end()):
            value *= MULTIPLES.get(money[1] or "", 1)
            yield Numeral(match.start(), match.end(), value, decimals, is_money=True)
        elif TIMED.match(text, match.end()):
            yield Numeral(match.start(), match.end(), value, decimals, is_timed=True)
        elif COUNTED.match(text, match.end()) or not NAMING.search(text[max(match.start() - NEAR, 0) : match.start()]):
            yield Numeral(match.start(), match.end(), value, decimals)


def parsed(digits: str, is_rate: bool = False) -> tuple[Decimal, int]:
    """The value and how many decimals are written; groups of three are thousands, in a percentage decimals."""
    if GROUPED.fullmatch(digits) and not is_rate:
        return Decimal(digits.replace(".", "")), 0
    if ENGLISH.fullmatch(digits) and not is_rate:
        return Decimal(digits.replace(",", "")), 0
    whole, _, fraction = digits.rpartition("," if "," in digits else ".")
    if not whole:
        return Decimal(digits), 0
    return Decimal(f"{whole.replace('.', '').replace(',', '')}.{fraction}"), len(fraction)


WORD_RUN = re.compile(
    r"(?<!\w)((?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|linh|lẻ)"
    r"(?:\s+(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|linh|lẻ))*)(?!\w)",
    re.IGNORECASE,
)
INDEFINITE = {"một", "không"}  # "một hồ sơ" may mean no more than "a dossier"


def _words(text: str) -> Iterator[Numeral]:
    """Numbers in words, where they count something; those in brackets repeat the digits before them."""
    for match in WORD_RUN.finditer(text):
        if match[1].lower() in INDEFINITE or not COUNTED.match(text, match.end()):
            continue
        if (value := from_words(match[1])) is not None:
            yield Numeral(match.start(), match.end(), Decimal(value))
