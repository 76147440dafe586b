"""The text of a signed PDF held against what was approved, paragraph by paragraph.

A PDF knows lines, not paragraphs, and tells spaces and hyphens at its own pleasure. So each approved paragraph is
looked for without its spaces; what is found nowhere is compared, word by word, with what stands in its place. Pure.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from intranet.decisions.signed_pages import body
from intranet.decisions.signed_spacing import respaced
from intranet.procedures.comparing import Comparison, compare
from intranet.reports.markup import PrintedSection
from intranet.reports.printing import Print
from intranet.reports.section_paths import section_paths

CLOSING = "Nơi nhận"  # from here on who receives it, who signs, and the forms: not compared
LEAST = 40  # letters that a page holds on average where it is text, not a picture with a stamp on it
FEWEST = 6  # a page with fewer has nothing but its number
ALIKE = str.maketrans(dict.fromkeys("–—‑‐−", "-") | dict.fromkeys("“”«»", '"') | dict.fromkeys("‘’", "'"))

Span = tuple[int, int]
FIRST: Span = (0, 0)


@dataclass(frozen=True)
class Passage:
    """A paragraph as it was approved, and the heading it stands under; a table's head stands on each page anew."""

    place: str
    text: str
    may_repeat: bool = False


@dataclass(frozen=True)
class Difference:
    """What was approved and what the signed copy has in its place; one of both may be empty."""

    place: str
    words: Comparison

    @property
    def is_missing(self) -> bool:
        return not self.words.new

    @property
    def is_extra(self) -> bool:
        return not self.words.old


@dataclass(frozen=True)
class ComparingOutcome:
    """`blank` are the numbers of the pages that hold no text to read."""

    differences: tuple[Difference, ...]
    blank: tuple[int, ...] = ()
    is_readable: bool = True


class Squeezed:
    """A text without what a PDF tells at its own pleasure; `whole` gives back the text between two places."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text).translate(ALIKE)
        kept = [(place, sign) for place, sign in enumerate(self.text) if not sign.isspace() and sign.isprintable()]
        self.places = [place for number, (place, _) in enumerate(kept) if not _joins(kept, number)]
        self.key = "".join(self.text[place].lower()[0] for place in self.places)

    def whole(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return " ".join(self.text[self.places[start] : self.places[end - 1] + 1].split())


def _joins(kept: Sequence[tuple[int, str]], number: int) -> bool:
    """Whether a sign is a hyphen between two letters, which may as well stand for the end of a line."""
    around = kept[number - 1 : number + 2] if number else ()
    return kept[number][1] == "-" and len(around) == 3 and around[0][1].isalpha() and around[2][1].isalpha()


def passages(approved: Print) -> list[Passage]:
    """Everything an approved report says, from its title to its last paragraph."""
    found = [Passage("Phần mở đầu", text) for text in (approved.title.upper(), approved.subject)]
    if approved.reach:
        found.append(Passage("Phần mở đầu", approved.reach))
    if approved.office.addressee:
        found.append(Passage("Phần mở đầu", f"Kính gửi: {approved.office.addressee}"))
    path_of = section_paths(approved.sections)
    for section in approved.sections:
        place = f"Mục {path_of[section.key]}. {section.title}"
        found += [Passage(place, f"{section.number}. {section.title}"), *_passages(section, place)]
    return [*found[:-1], replace(found[-1], text=found[-1].text.rstrip(" .;,:/"))]  # "./." closes a document


def _passages(section: PrintedSection, place: str) -> Iterator[Passage]:
    for block in section.blocks:
        if block.kind == "table":
            yield Passage(place, block.caption)
            yield Passage(place, " ".join(block.columns), may_repeat=True)
            yield from (Passage(place, " ".join(row)) for row in block.rows)
        elif block.kind != "chart":
            yield Passage(place, block.text)


def compared(approved: Sequence[Passage], pages: Sequence[str]) -> ComparingOutcome:
    """Where the pages of a signed copy say something else than was approved."""
    blank = tuple(number for number, page in enumerate(pages, start=1) if _letters(page) < FEWEST)
    if sum(map(_letters, pages)) < LEAST * max(len(pages), 1):
        return ComparingOutcome((), blank, is_readable=False)
    return ComparingOutcome(tuple(Search(approved, Squeezed(body(pages))).differences()), blank)


def _letters(text: str) -> int:
    return sum(sign.isalnum() for sign in text)


class Search:
    """Approved paragraphs looked for in the text of a signed copy."""

    def __init__(self, approved: Sequence[Passage], signed: Squeezed) -> None:
        self.approved, self.signed = approved, signed
        self.keys = [Squeezed(passage.text).key for passage in approved]
        self.heads = {key for key, passage in zip(self.keys, approved, strict=True) if passage.may_repeat}

    @cached_property
    def spans(self) -> list[Span | None]:
        """Where each paragraph stands word for word; None where it is found nowhere in its place."""
        found: list[Span | None] = [None] * len(self.keys)
        anchors = self._anchors()
        for number, span in anchors:
            found[number] = span
        bounds = [(-1, FIRST), *anchors, (len(self.keys), (len(self.signed.key),) * 2)]
        for (before, (_, start)), (after, (end, _)) in pairwise(bounds):
            for number in range(before + 1, after):
                place = self.signed.key.find(self.keys[number], start, end)
                if place >= 0:
                    start = place + len(self.keys[number])
                    found[number] = (place, start)
        return found

    def _anchors(self) -> list[tuple[int, Span]]:
        """Paragraphs told once on both sides, as much text as can be had of them in one order."""
        counts, text = Counter(self.keys), self.signed.key
        once = [
            (number, (text.find(key), text.find(key) + len(key)))
            for number, key in enumerate(self.keys)
            if key and counts[key] == 1 and text.count(key) == 1
        ]
        best: list[tuple[int, int]] = []  # the most text of a chain that ends here, and the one before it
        for number, (_, (start, end)) in enumerate(once):
            chains = ((best[other][0], other) for other in range(number) if once[other][1][1] <= start)
            length, before = max(chains, default=(0, -1))
            best.append((length + end - start, before))
        chain = []
        last = max(range(len(best)), key=lambda one: best[one][0], default=-1)
        while last >= 0:
            chain.append(once[last])
            last = best[last][1]
        return chain[::-1]

    def differences(self) -> Iterator[Difference]:
        run: list[Passage] = []
        done, place = 0, self.approved[0].place
        for passage, span in zip(self.approved, self.spans, strict=True):
            if span is None:
                run.append(passage)
                continue
            if done or run:  # what stands before the title is the letterhead
                yield from self._between(run, place, done, span[0])
            run, done, place = [], span[1], passage.place
        yield from self._between(run, place, done, self._closing(done, run))

    def _closing(self, done: int, run: Sequence[Passage]) -> int:
        """Where the text ends; where nobody is named to receive it, not further than the paragraphs looked for."""
        closing = self.signed.key.find(Squeezed(CLOSING).key, done)
        rest = sum(len(passage.text) for passage in run) * 2
        return closing if closing >= 0 else min(done + rest, len(self.signed.key))

    def _between(self, run: Sequence[Passage], place: str, start: int, end: int) -> Iterator[Difference]:
        there = self.signed.whole(start, end)
        there = "" if self.signed.key[start:end] in self.heads or not _letters(there) else there
        if run and there:
            said = " ".join(" ".join(passage.text.split()) for passage in run)
            there = respaced(there.removeprefix("- ").removesuffix(" -"), said)  # the dashes of a list's items
            yield Difference(run[0].place, compare("", said, there))
        elif there:
            yield Difference(place, compare("", "", there))
        else:
            yield from (Difference(passage.place, compare("", passage.text, "")) for passage in run if passage.text)
