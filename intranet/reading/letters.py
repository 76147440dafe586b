"""Words as they are compared: small letters, one way of placing tone marks. Pure."""

import re
from functools import lru_cache

NEWER = {"oá": "óa", "oà": "òa", "oả": "ỏa", "uỷ": "ủy", "uý": "úy", "kì": "kỳ", "quí": "quý"}
OLDER = re.compile(r"(?:oá|oà|oả|(?<!q)uỷ|(?<!q)uý|(?<!\w)kì|(?<!\w)quí)(?!\w)")


@lru_cache(maxsize=4096)  # asked again for every figure of a paragraph
def small(text: str) -> str:
    """In small letters, the older way of placing tone marks written as the newer; as many characters as before."""
    return OLDER.sub(lambda match: NEWER[match[0]], text.lower())
