"""What to store where two people had the same page open: what each changed, and where they differ. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class EntryContent:
    """What an entry says of a figure; the empty one is a figure that is missing."""

    value: int | None = None
    window: tuple[date, date] | None = None
    document: str = ""


MISSING = EntryContent()


def merge(seen: EntryContent, stored: EntryContent, typed: EntryContent) -> EntryContent | None:
    """What both together want, where one began from `seen` and typed while another stored; None: they contradict."""
    pairs = [(getattr(seen, part), getattr(stored, part), getattr(typed, part)) for part in EntryContent.__match_args__]
    if any(theirs != before and mine != before and mine != theirs for before, theirs, mine in pairs):
        return None
    merged = EntryContent(*(theirs if mine == before else mine for before, theirs, mine in pairs))
    return MISSING if merged.value is None else merged
