"""Two revisions side by side: what stayed, what changed, word by word. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from intranet.kernel.formats import number
from intranet.kernel.labels import Labelled
from intranet.procedures.steps import Step

ALIKE = 0.4  # from which share of common words on two tasks are taken for the same step, changed
WORDS, SYLLABLES = re.compile(r"\S+\s*"), re.compile(r"\w+")
LABELS = ("Người thực hiện", "Nội dung", "Thời gian", "Biểu mẫu, kết quả")

Placed = tuple[int, Step]


class Mark(Labelled):
    SAME = "same", "Giữ nguyên"
    CHANGED = "changed", "Sửa"
    ADDED = "added", "Thêm"
    REMOVED = "removed", "Bỏ"


@dataclass(frozen=True)
class ComparedPiece:
    """Some words of a text, and whether the other text lacks them."""

    text: str
    is_other: bool


@dataclass(frozen=True)
class Comparison:
    """A text of the old and of the new revision, in pieces."""

    label: str
    old: tuple[ComparedPiece, ...]
    new: tuple[ComparedPiece, ...]

    @property
    def is_same(self) -> bool:
        return self.old == self.new


@dataclass(frozen=True)
class Pair:
    """A step of the old revision and what became of it; None where there was none before, or is none any more."""

    old: Placed | None
    new: Placed | None

    @property
    def mark(self) -> Mark:
        if self.old is None:
            return Mark.ADDED
        if self.new is None:
            return Mark.REMOVED
        return Mark.SAME if self.old[1] == self.new[1] else Mark.CHANGED

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What the step says, part by part; nothing on the side where it is not."""
        old = told(self.old[1]) if self.old else ("",) * len(LABELS)
        new = told(self.new[1]) if self.new else ("",) * len(LABELS)
        return tuple(compare(*texts) for texts in zip(LABELS, old, new, strict=True))


def told(step: Step) -> tuple[str, ...]:
    return step.doer, step.task, f"{number(step.hours)} giờ", step.outcome


def compare(label: str, old: str, new: str) -> Comparison:
    """Two texts word by word; a text that is wholly new or gone is one piece."""
    if not (old and new):
        return Comparison(label, tuple(pieces([old], True)), tuple(pieces([new], True)))
    before, after = WORDS.findall(old), WORDS.findall(new)
    left: list[ComparedPiece] = []
    right: list[ComparedPiece] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        left += pieces(before[i:j], kind != "equal")
        right += pieces(after[k:m], kind != "equal")
    return Comparison(label, tuple(left), tuple(right))


def pieces(words: Sequence[str], is_other: bool) -> Iterator[ComparedPiece]:
    if text := "".join(words):
        yield ComparedPiece(text, is_other)


def pair_steps(old: Sequence[Step], new: Sequence[Step]) -> list[Pair]:
    """The steps of both in order; steps that stayed hold the others in their places."""
    before, after = list(enumerate(old, 1)), list(enumerate(new, 1))
    paired: list[Pair] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            paired += [Pair(a, b) for a, b in zip(before[i:j], after[k:m], strict=True)]
        else:
            paired += nearest(before[i:j], after[k:m], alike(before[i:j], after[k:m]))
    return paired


def nearest(old: Sequence[Placed], new: Sequence[Placed], likeness: Mapping[tuple[int, int], float]) -> list[Pair]:
    """Pair the two steps most alike, then those before and those after them."""
    both = ((likeness[a[0], b[0]], i, k) for i, a in enumerate(old) for k, b in enumerate(new))
    best, i, k = max(both, key=lambda it: it[0], default=(0.0, 0, 0))
    if best < ALIKE:
        return [*(Pair(a, None) for a in old), *(Pair(None, b) for b in new)]
    before, after = nearest(old[:i], new[:k], likeness), nearest(old[i + 1 :], new[k + 1 :], likeness)
    return [*before, Pair(old[i], new[k]), *after]


def alike(old: Sequence[Placed], new: Sequence[Placed]) -> dict[tuple[int, int], float]:
    """How many of the words of two tasks are in both, from 0 to 1, by the places of the two."""
    ours = {place: set(SYLLABLES.findall(step.task.lower())) for place, step in old}
    theirs = {place: set(SYLLABLES.findall(step.task.lower())) for place, step in new}
    return {(a, b): len(ours[a] & theirs[b]) / (len(ours[a] | theirs[b]) or 1) for a in ours for b in theirs}
