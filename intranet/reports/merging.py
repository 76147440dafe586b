"""Three texts brought together, paragraph by paragraph: nothing that either side wrote is lost.

What one side alone changed is taken from that side, what both changed alike is taken once, and what both changed
otherwise is a conflict that a person decides. Merging by runs of lines, as version control does, would also call two
neighbouring paragraphs a conflict where each side changed one of them; so changes are paired with what they
replace. Pure.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Literal

from intranet.reports.markup import lines

Kind = Literal["same", "mine", "new", "conflict"]
Lines = tuple[str, ...]

CHOICES = ("mine", "new", "both")
ALIKE = 0.5  # from which share of common words on a paragraph is taken for another one, changed
MOST_PAIRS = 2500  # above it, what was rewritten is one change: pairing every paragraph with every other takes long


@dataclass(frozen=True)
class Edit:
    """A run of paragraphs of the common text, from `start` up to `end`, and what one side has in its place."""

    start: int
    end: int
    lines: Lines
    is_mine: bool


@dataclass(frozen=True)
class Chunk:
    """Some paragraphs as all three texts have them. `place` counts the chunks before it that say the same."""

    kind: Kind
    base: Lines
    mine: Lines
    new: Lines
    place: int = 0

    @property
    def name(self) -> str:
        return _digest(self.place, self.base, self.mine, self.new)

    def lines(self, choice: str = "mine") -> Lines:
        if self.kind != "conflict":
            return self.mine if self.kind == "mine" else self.new
        added = tuple(line for line in self.new if line not in self.mine)
        return {"new": self.new, "both": self.mine + added}.get(choice, self.mine)


@dataclass(frozen=True)
class Merge:
    chunks: tuple[Chunk, ...]

    @property
    def digest(self) -> str:
        """What a decision names, so that it is not taken for one about other texts."""
        return _digest([(chunk.base, chunk.mine, chunk.new) for chunk in self.chunks])

    @property
    def conflicts(self) -> tuple[Chunk, ...]:
        return tuple(chunk for chunk in self.chunks if chunk.kind == "conflict")

    def text(self, choices: Mapping[str, str] | None = None, otherwise: str = "mine") -> str:
        """The text as merged; `choices` say by a conflict's name which side it takes, `otherwise` where they do not."""
        chosen = choices or {}
        taken = (chunk.lines(chosen.get(chunk.name, otherwise)) for chunk in self.chunks)
        return "\n".join(line for part in taken for line in part)


def merge(base: str, mine: str, new: str) -> Merge:
    """The texts `mine` and `new`, which both grew from `base`, as one."""
    old = tuple(lines(base))
    edits = [*_edits(old, tuple(lines(mine)), is_mine=True), *_edits(old, tuple(lines(new)), is_mine=False)]
    seen: Counter[Chunk] = Counter()
    chunks = []
    for chunk in _chunks(old, edits):
        chunks.append(replace(chunk, place=seen[chunk]))
        seen[chunk] += 1
    return Merge(tuple(chunks))


def _chunks(base: Lines, edits: list[Edit]) -> Iterator[Chunk]:
    done = 0
    for group in _touching(edits):
        start, end = group[0].start, max(edit.end for edit in group)
        yield from _unchanged(base[done:start])
        yield _chunk(base[start:end], *(_side(base, start, end, group, is_mine) for is_mine in (True, False)))
        done = end
    yield from _unchanged(base[done:])


def _unchanged(kept: Lines) -> Iterator[Chunk]:
    if kept:
        yield Chunk("same", kept, kept, kept)


def _chunk(base: Lines, mine: Lines, new: Lines) -> Chunk:
    if mine == new:
        return Chunk("same", base, mine, new)
    return Chunk("new" if mine == base else "mine" if new == base else "conflict", base, mine, new)


def _touching(edits: list[Edit]) -> Iterator[list[Edit]]:
    """The edits in groups that change the same paragraphs, or add some at the same place."""
    group: list[Edit] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        is_twin = bool(group) and (edit.start, edit.end) == (group[0].start, end)
        if group and not is_twin and edit.start >= end:
            yield group
            group = []
        group.append(edit)
        end = max(end, edit.end)
    if group:
        yield group


def _side(base: Lines, start: int, end: int, edits: list[Edit], is_mine: bool) -> Lines:
    """What one side made of the paragraphs from `start` up to `end`."""
    found: list[str] = []
    for edit in edits:
        if edit.is_mine is is_mine:
            found += [*base[start : edit.start], *edit.lines]
            start = edit.end
    return (*found, *base[start:end])


def _edits(base: Lines, side: Lines, is_mine: bool) -> Iterator[Edit]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, base, side).get_opcodes():
        if tag != "equal":
            yield from _paired(base, side, i1, i2, j1, j2, is_mine)


def _paired(base: Lines, side: Lines, i1: int, i2: int, j1: int, j2: int, is_mine: bool) -> Iterator[Edit]:
    """The changes of a run, each paragraph with the one it became as far as they are alike."""
    if pair := _most_alike(base[i1:i2], side[j1:j2]):
        i, j = i1 + pair[0], j1 + pair[1]
        yield from _paired(base, side, i1, i, j1, j, is_mine)
        yield Edit(i, i + 1, (side[j],), is_mine)
        yield from _paired(base, side, i + 1, i2, j + 1, j2, is_mine)
    elif i1 < i2 or j1 < j2:
        yield Edit(i1, i2, side[j1:j2], is_mine)


def _most_alike(old: Sequence[str], now: Sequence[str]) -> tuple[int, int] | None:
    """The places of the two paragraphs that share most words; None where no two share enough."""
    if len(old) * len(now) > MOST_PAIRS:
        return None
    befores, afters = ([Counter(line.split()) for line in side] for side in (old, now))
    pairs = ((_likeness(before, after), -i, -j) for i, before in enumerate(befores) for j, after in enumerate(afters))
    share, i, j = max(pairs, default=(0.0, 0, 0))
    return (-i, -j) if share >= ALIKE else None


def _likeness(before: Counter[str], after: Counter[str]) -> float:
    return 2 * (before & after).total() / (before.total() + after.total())


def _digest(*said: object) -> str:
    return sha256(repr(said).encode()).hexdigest()[:16]
