"""Marks that stand for words rather than a figure: {{phụ lục:II.06b}} names a form that is attached. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from intranet.figures.facts import Facts
from intranet.reports.annexes.marks import mentioned, unknown_forms
from intranet.reports.marks import citations as citing
from intranet.reports.marks import comparisons as comparing_marks


@dataclass(frozen=True)
class WordMark:
    """One kind: `filled` gives a line with these marks in words, `wrong` a sentence for each that is not known."""

    filled: Callable[[str, Facts], str]
    wrong: Callable[[str], Iterable[str]]


# By what a mark of the kind begins with.
WORD_MARKS: Mapping[str, WordMark] = {
    "phụ lục": WordMark(lambda line, facts: mentioned(line, facts.annexes), unknown_forms),
    comparing_marks.KIND: WordMark(comparing_marks.in_words, comparing_marks.wrong),
    citing.KIND: WordMark(citing.in_words, lambda line: ()),  # which texts are known, the facts tell
}
ANY = re.compile(r"[ \t]*\{\{\s*(?:" + "|".join(map(re.escape, WORD_MARKS)) + r"):[^{}]*\}\}")


def with_words(line: str, facts: Facts) -> str:
    said = line.lower() if "{{" in line else ""
    for kind, mark in WORD_MARKS.items():
        if kind in said:
            line = mark.filled(line, facts)
    return line


def without_word_marks(text: str) -> str:
    return ANY.sub("", text)
