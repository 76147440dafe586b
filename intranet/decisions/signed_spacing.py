"""A text as a PDF gives it, its letters torn apart, spaced like the text that was approved. Pure."""

from difflib import SequenceMatcher

LONG = 3_000  # letters from which on it takes too long to tell


def respaced(text: str, approved: str) -> str:
    """The text with the spaces of the approved one wherever both have the same letters; else with its own."""
    letters, own = _apart(text)
    known, theirs = _apart(approved)
    if max(len(letters), len(known)) > LONG:
        return text
    spaced = list(own)
    for place, there, length in SequenceMatcher(None, letters, known, autojunk=False).get_matching_blocks():
        for step in range(length - 1):  # after the last of them, what follows is another
            spaced[place + step] = theirs[there + step]
    return "".join(sign + " " * space for sign, space in zip(letters, spaced, strict=True)).strip()


def _apart(text: str) -> tuple[str, list[bool]]:
    """The letters without spaces, and after which of them a space stands."""
    words = text.split()
    return "".join(words), [place == len(word) for word in words for place in range(1, len(word) + 1)]
