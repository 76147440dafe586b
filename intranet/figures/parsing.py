"""Which whole number a person typed. Pure."""

import re

from intranet.kernel.formats import number

LARGEST = 10**15
HOW_TO_WRITE = "Hãy nhập số nguyên không âm, ví dụ 1568 hoặc 1.568; để trống nếu chưa có số liệu."
TOO_LARGE = f"Hãy nhập số không lớn hơn {number(LARGEST)}."

# Plain digits, or groups of three parted by one and the same sign. A group never begins with 0: 0.568 is no count.
WHOLE = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:[ \u00a0\u202f][0-9]{3})+)")


def parse_count(text: str) -> int | None:
    """1568 from "1568", "1.568" or "1 568"; None from nothing; ValueError tells in Vietnamese how to write it."""
    written = text.strip()
    if not written:
        return None
    if not WHOLE.fullmatch(written):
        raise ValueError(HOW_TO_WRITE)
    digits = re.sub(r"[^0-9]", "", written).lstrip("0") or "0"
    # By length first: Python itself refuses to read thousands of digits, and says so in English.
    if len(digits) > len(str(LARGEST)) or int(digits) > LARGEST:
        raise ValueError(TOO_LARGE)
    return int(digits)
