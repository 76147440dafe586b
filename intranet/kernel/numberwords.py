"""Numbers in Vietnamese words: mười một, hai mươi mốt, một trăm linh năm. Pure."""

DIGITS = {
    **dict.fromkeys(("không",), 0),
    **dict.fromkeys(("một", "mốt"), 1),
    "hai": 2,
    "ba": 3,
    **dict.fromkeys(("bốn", "tư"), 4),
    **dict.fromkeys(("năm", "lăm"), 5),
    "sáu": 6,
    **dict.fromkeys(("bảy", "bẩy"), 7),
    "tám": 8,
    "chín": 9,
}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9}
LINKS = {"linh", "lẻ"}


def from_words(words: str) -> int | None:
    """The number some words say; None where they say none."""
    total, below, digit = 0, 0, -1
    for word in words.lower().split():
        if word in DIGITS:
            if digit >= 0:
                return None
            digit = DIGITS[word]
        elif word in ("mười", "mươi"):
            below += 10 * (digit if word == "mươi" and digit > 0 else 1)
            digit = -1
        elif word == "trăm":
            below, digit = 100 * (digit if digit >= 0 else 1), -1
        elif word in SCALES:
            total, below, digit = total + SCALES[word] * max(below + max(digit, 0), 1), 0, -1
        elif word not in LINKS:
            return None
    return total + below + max(digit, 0)
