"""What to write in place of a name nobody knows. Pure."""

from collections.abc import Collection
from difflib import get_close_matches

FEW = 8


def instead(name: str, known: Collection[str]) -> str:
    """The nearest name; without a near one all of them, where they are few."""
    if close := get_close_matches(name, known, n=1):
        return f"Hãy viết “{close[0]}”."
    return f"Hãy chọn: {', '.join(known)}." if len(known) <= FEW else "Hãy chọn một tên trong danh sách."
