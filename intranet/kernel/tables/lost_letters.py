"""Texts in which a program wrote "?" for each letter its charset lacks: "Tr?ng thái" is "Trạng thái". Pure."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace

from intranet.kernel.tables.headings import key
from intranet.kernel.tables.reading import Row, Table

LOST = re.compile(r"[^\W\d_]\?|\?[^\W\d_]")
INSIDE, FEWEST_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]"), 3  # texts of the first rows that no question ends
UNKNOWN = "þ"  # a letter, to everyone who folds or splits texts, and of no Vietnamese word


class LostLetters:
    """Finds them by the keys of known words and what these mean; a text that may mean two things stays as it is."""

    def __init__(self, meanings: Mapping[str, Hashable]) -> None:
        self.meanings = meanings
        self.by_length: dict[int, list[str]] = defaultdict(list)
        for word in meanings:
            self.by_length[len(word)].append(word)
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
        if len({self.meanings[word] for word in fitting}) != 1 or shape.count(UNKNOWN) != text.count("?"):
            return text
        letters = iter(letter for letter, lost in zip(fitting[0], shape, strict=True) if lost == UNKNOWN)
        return re.sub(r"\?", lambda _: next(letters), text)


def fits(shape: str, word: str) -> bool:
    pairs = zip(shape, word, strict=True)
    return all(letter == other or (letter == UNKNOWN and other != " ") for letter, other in pairs)


def restored(table: Table, meanings: Mapping[str, Hashable]) -> Table:
    """The table with the letters its words lost, if its first rows show that any were; else the table itself."""
    texts = {cell for _, cells in table.head() for cell in cells if isinstance(cell, str) and INSIDE.search(cell)}
    if len(texts) < FEWEST_LOST:
        return table
    letters = LostLetters(meanings)

    def rows() -> Iterator[Row]:
        for number, cells in table.rows():
            yield number, [letters.restored(cell) if isinstance(cell, str) and "?" in cell else cell for cell in cells]

    return replace(table, rows=rows)
