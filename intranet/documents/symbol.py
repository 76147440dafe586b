"""Reading a document's symbol, 53/KH-UBND, and saying what does not fit its type. Pure."""

import re
from dataclasses import dataclass

from intranet.documents.types import BY_CODE, DocumentType

LAW_LIKE = {DocumentType.LAW, DocumentType.ORDINANCE, DocumentType.DECREE, DocumentType.CIRCULAR}
NUMBER = re.compile(r"(\d+)([a-zđ]?)")
YEAR = re.compile(r"(19|20)\d\d")
GROUP = re.compile(r"[A-ZĐƯƠÂÊÔĂ][A-Za-zĐđƯưƠơÂâÊêÔôĂă]*\d*")


@dataclass(frozen=True)
class Symbol:
    """110a/UBND-TTPVHCC is number 110a, no year, groups UBND and TTPVHCC; 118/2025/NĐ-CP has a year."""

    number: str
    year: str
    groups: tuple[str, ...]

    @property
    def type(self) -> DocumentType | None:
        """The type its first group names; None where none does, as an official letter's."""
        return BY_CODE.get(self.groups[0].rstrip("0123456789")) if self.groups else None


def parse(text: str) -> Symbol | None:
    """The symbol's parts; None where it is not one at all."""
    number, *rest = text.split("/")
    if NUMBER.fullmatch(number) is None or not 1 <= len(rest) <= 2:
        return None
    year, tail = (rest[0], rest[1]) if len(rest) == 2 else ("", rest[0])
    groups = tuple(tail.split("-"))
    if (year and YEAR.fullmatch(year) is None) or not all(GROUP.fullmatch(group) for group in groups):
        return None
    return Symbol(number, year, groups)


def objections(text: str, kind: DocumentType) -> tuple[str, ...]:
    """What of a symbol is odd for a document of this type; each a sentence that says how it is usually written."""
    if re.search(r"\s", text):
        return (f"Số, ký hiệu “{text}” có dấu cách; thường viết liền, ví dụ 53/KH-UBND.",)
    symbol = parse(text)
    if symbol is None:
        return (f"“{text}” không giống một số, ký hiệu; thường viết như 53/KH-UBND hoặc 118/2025/NĐ-CP.",)
    odd = (padding(symbol), other_type(symbol, kind), yearless(symbol, kind))
    return tuple(sentence for sentence in odd if sentence)


def padding(symbol: Symbol) -> str:
    if len(symbol.number.rstrip("abcdefghijklmnopqrstuvwxyzđ")) > 1:
        return ""
    return f"Số nhỏ hơn 10 thường viết thêm số 0 phía trước: 0{symbol.number}."


def other_type(symbol: Symbol, kind: DocumentType) -> str:
    named = symbol.type
    first = symbol.groups[0].rstrip("0123456789")
    if not kind.codes:
        return f"Ký hiệu có “{first}” là của {named.label.lower()}, không phải {kind.label.lower()}." if named else ""
    if first in kind.codes:
        return ""
    expected = " hoặc ".join(sorted(kind.codes))
    found = f"“{first}” là của {named.label.lower()}" if named else f"không có “{expected}”"
    return f"Loại văn bản là {kind.label.lower()} (ký hiệu {expected}), nhưng số, ký hiệu {found}."


def yearless(symbol: Symbol, kind: DocumentType) -> str:
    if kind in LAW_LIKE and not symbol.year:
        return f"{kind.label} thường có năm ban hành trong số, ký hiệu, ví dụ 118/2025/NĐ-CP."
    return ""
