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
ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}  # hai mươi mốt; a bare ten has only "lăm"
THOUSANDS = ("", "nghìn", "triệu")
BILLION = 10**9


# num2words 0.5.14 says "một nghìn lẻ năm" for 1005, which is read as 1.500 as easily; hence our own.
def words(number: int) -> str:
    """The words of a number from 0 up: 105 is "một trăm linh năm", 1005 "một nghìn không trăm linh năm"."""
    if number < 0:
        raise ValueError("only numbers from 0 up have words here")
    return " ".join(_said(number)) or ONES[0]


def _said(number: int, *, follows: bool = False) -> list[str]:
    """The words by groups of three digits; a group that `follows` another says its zeros."""
    above, below = divmod(number, BILLION)
    said = [*_said(above, follows=follows), "tỷ"] if above else []
    for place in (2, 1, 0):
        group = below // 1000**place % 1000
        if group:
            said += _group(group, follows=follows or bool(said))
            said += [THOUSANDS[place]] if place else []
    return said


def _group(number: int, *, follows: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = [ONES[hundreds], "trăm"] if hundreds or follows else []
    if tens == 0:
        return said + (["linh"] if said and ones else []) + ([ONES[ones]] if ones else [])
    said += ["mười"] if tens == 1 else [ONES[tens], "mươi"]
    if ones == 0:
        return said
    return [*said, "lăm" if ones == 5 else AFTER_TENS.get(ones, ONES[ones]) if tens > 1 else ONES[ones]]


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
