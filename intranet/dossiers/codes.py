"""A dossier's code in the one form in which codes are compared, and which office's numbering it belongs to. Pure."""

import re
from typing import Any

from intranet.kernel.tables.cells import text_of

DASHES = re.compile("[‐‑‒–—―−﹣－]")
DIGIT = re.compile("[0-9]")
# Who numbered it, the day, the number of that day: H37.14-260105-0001, in the older shape 000.00.14.H37-260105-0001.
NUMBERED = re.compile(r"(?P<office>[A-Z0-9]+(?:\.[A-Z0-9]+)*)-(?P<rest>[0-9]{6}-[0-9]{3,6})")
PROVINCE = re.compile(r"H[0-9]{2}")
NUMBER = re.compile(r"[0-9]{2,3}")


def compared(value: Any) -> str:
    """In capitals, with plain dashes, without blanks, signs nobody sees and dots around it; words are left alone."""
    text = text_of(value)
    if not DIGIT.search(text):
        return text
    return DASHES.sub("-", text).replace(" ", "").upper().strip(".")


def numbering_of(code: str) -> tuple[str, ...]:
    """Whose numbers a compared code is from, the province first, in either shape; () of one that does not tell."""
    match = NUMBERED.fullmatch(code)
    return office_of(match["office"]) if match else ()


def office_of(prefix: str) -> tuple[str, ...]:
    """H37.14, 000.00.14.H37 and 000.37.14 are one office: what is all zeros only fills the shape up."""
    parts = [part for part in prefix.split(".") if part.strip("0")]
    if parts and PROVINCE.fullmatch(parts[-1]):
        parts.reverse()
    if len(parts) < 2:
        return ()
    province, *rest = parts
    province = province.removeprefix("H") if PROVINCE.fullmatch(province) else province
    return (province, *rest)


def other_spellings(code: str) -> tuple[str, ...]:
    """The same office's same number in the other shapes that systems write; none of a code that is in no such shape."""
    match = NUMBERED.fullmatch(code)
    return tuple(f"{prefix}-{match['rest']}" for prefix in other_shapes(match["office"])) if match else ()


def other_shapes(prefix: str) -> tuple[str, ...]:
    """What stands before the day in the same office's codes where they are in another shape."""
    office = office_of(prefix)
    if not office or not all(map(NUMBER.fullmatch, office)):
        return ()
    province, *rest = office
    upward = ".".join(reversed(rest))
    filled = "000.00." if len(rest) == 1 else "000."
    prefixes = (f"H{'.'.join(office)}", f"000.{'.'.join(office)}", f"{filled}{upward}.H{province}")
    return tuple(other for other in prefixes if other != prefix)
