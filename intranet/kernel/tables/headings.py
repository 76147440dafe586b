"""What the spellings of one heading or word of a table have in common. Pure."""

import re

from intranet.kernel.search import fold, words

# How a cell is to be written, as headings tell it: "(dd/mm/yyyy)", "(*)", "(ngày/tháng/năm)".
FORMAT = re.compile(r"\((?:[dmyhs/:.*, -]|ngay|thang|nam|gio|phut)*\)")


def key(text: str) -> str:
    """Its words, without diacritics."""
    return " ".join(words(FORMAT.sub(" ", fold(text))))


def keys(text: str) -> tuple[str, ...]:
    """The keys of words listed with commas between them."""
    return tuple(key(word) for word in text.split(","))
