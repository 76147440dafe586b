"""Texts in which a program wrote "?" for each letter its charset lacks: "Tr?ng thái" is "Trạng thái". Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from intranet.kernel.tables.headings import key
from intranet.kernel.tables.reading import Row, Table

LOST = re.compile(r"[^\W\d_]\?|\?[^\W\d_]")
UNKNOWN = "þ"  # a letter, to everyone who folds or splits texts, and of no Vietnamese word


class LostLetters:
    """Finds them by the keys of the words that are known; a text more than one word fits stays as it is."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.by_length: dict[int, set[str]] = defaultdict(set)
        for word in keys:
            self.by_length[len(word)].add(word)
        self.known: dict[str, str] = {}

    def restored(self, text: str) -> str:
        """The text with the letters it lost, without their diacritics, where it is one of the words."""
        if text not in self.known:
            before, colon, after = text.partition(":")
            whole = self.found(text)
            self.known[text] = whole if whole != text else self.found(before) + colon + after
        return self.known[text]

    def found(self, text: str) -> str:
        shape = key(text.replace("?", UNKNOWN))
        fitting = [word for word in self.by_length.get(len(shape), ()) if fits(shape, word)]
        if len(fitting) != 1 or shape.count(UNKNOWN) != text.count("?"):
            return text
        letters = iter(letter for letter, lost in zip(fitting[0], shape, strict=True) if lost == UNKNOWN)
        return re.sub(r"\?", lambda _: next(letters), text)


def fits(shape: str, word: str) -> bool:
    pairs = zip(shape, word, strict=True)
    return all(letter == other or (letter == UNKNOWN and other != " ") for letter, other in pairs)


def restored(table: Table, keys: Iterable[str]) -> Table:
    """The table with the letters its words lost, if its first rows show that any were lost; else the table itself."""
    if not any(isinstance(cell, str) and LOST.search(cell) for _, cells in table.head() for cell in cells):
        return table
    letters = LostLetters(keys)

    def rows() -> Iterator[Row]:
        for number, cells in table.rows():
            yield number, [letters.restored(cell) if isinstance(cell, str) and "?" in cell else cell for cell in cells]

    return replace(table, rows=rows)
