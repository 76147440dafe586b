"""Text as people type it when they search: without diacritics, d for đ. Pure."""

import re
import unicodedata


def fold(text: str) -> str:
    """Lower case, no diacritics, d for đ, single spaces; the same for composed and decomposed text."""
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join("".join(letters).lower().replace("đ", "d").split())


def words(text: str) -> list[str]:
    """The words of a text, folded, in its order: letters and digits; everything else only separates them."""
    return re.findall(r"[^\W_]+", fold(text))


def sort_key(name: str) -> str:
    """What a name is sorted by: Đ stands with D and not after Z. Its first 100 characters decide."""
    return fold(name)[:100]


def slug(text: str) -> str:
    """The text as a part of an address or a file name: a-z, 0-9 and single hyphens; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
