"""The pages of a PDF as one text, without what only its margins say: page numbers, marks of a draft. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

MARKS = ("DỰ THẢO", "SỐ LIỆU MẪU")
NEAR = 3  # lines from the top of a page among which its number stands
AWAY = 9  # pages by which all numbers may be off where some pages were left out or put in front
MARKED = re.compile(rf"(?:(?:{'|'.join(MARKS)})[\s-]*)+")
NUMBERED = re.compile(r"[\s-]*(\d{1,4})[\s-]*")


def body(pages: Sequence[str]) -> str:
    """The text of the pages, one under another."""
    inside = [_unmarked(page) for page in pages]
    tops = _numbers(inside, lambda lines: range(len(lines))[: max(min(NEAR, len(lines) - 1), 1)])
    ends = _numbers(inside, lambda lines: range(len(lines))[-1:])
    numbers = tops if len(tops) >= len(ends) else ends
    return "\n".join("\n".join(_without(lines, numbers.get(page))) for page, lines in enumerate(inside, start=1))


def _unmarked(page: str) -> list[str]:
    lines = [line for line in page.splitlines() if line.strip()]
    return [line for line in lines if not MARKED.fullmatch(line.strip())]


def _numbers(pages: Sequence[Sequence[str]], places_of: Callable[[Sequence[str]], range]) -> dict[int, int]:
    """By page, which of the lines at these places is its number: off by the same on every page."""
    found = [
        (page, place, int(match[1]) - page)
        for page, lines in enumerate(pages, start=1)
        for place in places_of(lines)
        if (match := NUMBERED.fullmatch(lines[place])) and abs(int(match[1]) - page) <= AWAY
    ]
    usual = Counter(off for _, _, off in found).most_common(1)
    return {page: place for page, place, off in reversed(found) if off == usual[0][0]}


def _without(lines: Sequence[str], place: int | None) -> list[str]:
    return [line for number, line in enumerate(lines) if number != place]
