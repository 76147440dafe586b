"""The text of a file by its bytes: UTF-8, UTF-16 or windows-1258, never one that is only likely. Pure."""

import codecs
import re

from intranet.kernel.formats import nfc
from intranet.kernel.workflow import Refused

UNKNOWN_CHARSET = (
    "Chưa rõ bảng mã của tệp này nên chữ tiếng Việt có thể bị đọc sai. "
    "Hãy mở bằng Excel, kiểm tra chữ, lưu lại thành “CSV UTF-8” hoặc tệp .xlsx rồi tải lên."
)

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
SAMPLE = 64 * 1024  # bytes from which UTF-16 without a mark is told
MANY_ZEROS, FEW_ZEROS = (
    0.4,
    0.04,
)  # digits, separators and most letters have a zero in their upper byte, none in the lower

# What a page or an XML file says of itself; believed where the bytes do not say otherwise.
DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*(windows-125[28]|cp125[28]|iso-8859-1)\b""", re.IGNORECASE
)
CHARSETS = {b"windows-1258": "cp1258", b"cp1258": "cp1258"}
WESTERN = "cp1252"  # what all others that are declared mean
PROLOGUE = 4096

# Syllables whose letters windows-1258 and windows-1252 write as the same bytes and read as other letters.
OF_1258 = frozenset({"sơ", "đơn", "cơ", "đăng", "văn", "năm", "tư", "thư", "lưu", "như"})
OF_1252 = frozenset({"mã", "đã", "xã", "ký", "lý", "ý", "quý"})
WESTERN_D = str.maketrans("Ðð", "Đđ")

ASCII = bytes(range(128))
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
VOWELS = "aăâeêioôơuưy"
VIETNAMESE = frozenset(nfc(vowel + tone) for vowel in VOWELS for tone in ("", *TONES)) | {"đ"}
SIGNS = frozenset("–—‘’“”‚„…•·°±×÷§²³€™₫\xa0")
EXPECTED = VIETNAMESE | {letter.upper() for letter in VIETNAMESE} | SIGNS | {chr(code) for code in range(128)}


def decoded(data: bytes) -> str:
    """The text, without a byte order mark; Refused where the bytes are of no charset that is known for sure."""
    try:
        for mark, charset in MARKS.items():
            if data.startswith(mark):
                return data[len(mark) :].decode(charset)
        if charset := byte_order(data[:SAMPLE]):
            return data.decode(charset)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return of_one_byte(data)
    except UnicodeDecodeError as fault:
        raise Refused(UNKNOWN_CHARSET) from fault


def byte_order(sample: bytes) -> str:
    """The UTF-16 of a text without a mark, told by where its zeros stand; "" of any other text."""
    half = len(sample) // 2 or 1
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > MANY_ZEROS and even < FEW_ZEROS:
        return "utf-16-le"
    return "utf-16-be" if even > MANY_ZEROS and odd < FEW_ZEROS else ""


def of_one_byte(data: bytes) -> str:
    declared = DECLARED.search(data[:PROLOGUE])
    if declared:
        return nfc(data.decode(CHARSETS.get(declared[1].lower(), WESTERN)))
    text = data.decode("cp1258")
    composed = nfc(text)
    if set(composed) <= EXPECTED and (is_toned(text) or is_western_too(data) or has_syllables(data)):
        return composed
    raise Refused(UNKNOWN_CHARSET)


def is_toned(text: str) -> bool:
    """Whether a tone stands by itself behind its vowel, which no other charset of these letters knows."""
    return not TONES.isdisjoint(set(text))


def is_western_too(data: bytes) -> bool:
    """Whether windows-1252 would read the same, so that it does not matter which of the two it is."""
    letters = bytes(set(data.translate(None, ASCII)))
    return letters.decode("cp1258") == letters.decode(WESTERN, "replace")


def has_syllables(data: bytes) -> bool:
    """Whether words of every list are there, and none that windows-1252 would read: for a text that lost its tones."""
    sample = data[:SAMPLE]
    western = sample.decode(WESTERN, "replace").translate(WESTERN_D)
    return bool(OF_1258 & syllables(sample.decode("cp1258"))) and not OF_1252 & syllables(western)


def syllables(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))
