"""How a text names a form: {{phụ lục:II.06b}} says that it is attached, and nothing at all where it is not. Pure."""

import re
from collections.abc import Collection, Iterator

from intranet.reports.annexes.forms import CODES
from intranet.reports.marks.suggestions import instead
from intranet.reports.wording import enumeration

MENTION = re.compile(r"[ \t]*\{\{\s*phụ lục:\s*([^{}]*?)\s*\}\}")
MENTIONS = re.compile(r"(?:[ \t]*\{\{\s*phụ lục:[^{}]*\}\})+")


def mention(code: str) -> str:
    """The mark, to stand right before the full stop of the sentence whose figures the form tells."""
    return f" {{{{phụ lục:{code}}}}}"


def mentioned(text: str, attached: Collection[str]) -> str:
    """The text with each form named that is attached; of one that is not, neither name nor space is left."""

    def words(found: re.Match[str]) -> str:
        codes = [code for code in MENTION.findall(found[0]) if code in attached]
        return f" (Biểu số {enumeration(codes)} kèm theo)" if codes else ""

    return MENTIONS.sub(words, text)


def unknown_forms(text: str) -> Iterator[str]:
    """A sentence for each form that a text names and that nobody knows."""
    for code in MENTION.findall(text):
        if code not in CODES:
            yield f"không có biểu “{code}”. {instead(code, CODES)}"
