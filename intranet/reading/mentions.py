"""Every figure a report tells: its value, what it counts, what it is a part of. Pure."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Mention:
    """A number at characters `start` to `end` of a paragraph, and the name of the figure it tells.

    `name` is "" where the words do not tell it. `is_whole` where it is that of the whole office and period. `parent`
    is the place of the mention it divides, in a list that claims to name all parts where `is_listed`. `whole` is the
    other side of a fraction, `figure` the fact that printed it. A `is_claim` says "không có" and has no digits.
    """

    place: int
    start: int
    end: int
    section: str
    value: Decimal
    name: str = ""
    domain: str = ""
    is_whole: bool = True
    parent: int | None = None
    is_listed: bool = False
    whole: Decimal | None = None
    figure: str = ""
    reason: str = ""
    is_claim: bool = False
    is_unit_told: bool = False


@dataclass(frozen=True)
class Share:
    """A percentage, the mention it is a share of something of, and the words of its clause."""

    place: int
    start: int
    end: int
    section: str
    value: Decimal
    decimals: int
    words: str
    sentence: tuple[int, int]
    mention: int | None = None
    figure: str = ""
