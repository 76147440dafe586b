"""What a number of a period is, and where it comes from. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from intranet.kernel.labels import Labelled
from intranet.kernel.plain import to_plain

Value = int | Decimal | None
Window = tuple[date, date]


class Origin(Labelled):
    RECORDS = "records", "Sổ theo dõi"
    ENTERED = "entered", "Nhập tay"
    COMPUTED = "computed", "Tính ra"
    MISSING = "missing", "Chưa có"


@dataclass(frozen=True)
class Recorded:
    """What records say of a figure, and from how many of them.

    `counts`: whether they tell all of the period, so that their word goes before what was typed; `why` is that in
    words, to stand after "vì". `page` is the endpoint of the list behind it, by period and name; `noun` what it counts.
    `as_of` is the last day the records tell of; None where they are kept here and tell of today.
    """

    value: Value
    sources: int
    counts: bool
    why: str
    page: str
    noun: str
    as_of: date | None = None


@dataclass(frozen=True)
class Fact:
    """A figure of the period: a count or đồng as an integer, a percentage as a Decimal; None exactly where missing.

    `sources` is how many records stand behind it, also where their amounts are added up; behind a computed one, how
    many figures. How it came about, `typed` to `as_of`, is told beside it and is no part of what a report says of it:
    what was typed, what records say, why the one counts and not the other, and the last day its source tells of.
    """

    name: str
    value: Value
    label: str
    unit: str
    origin: Origin
    sources: int = 0
    typed: int | None = field(default=None, compare=False)
    recorded: Recorded | None = field(default=None, compare=False)
    why: str = field(default="", compare=False)
    as_of: date | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if (self.value is None) != (self.origin is Origin.MISSING):
            raise ValueError(f"{self.name}: a figure has no value exactly where its origin is missing")

    @property
    def bare(self) -> "Fact":
        """The figure alone, as a report says and keeps it."""
        return Fact(self.name, self.value, self.label, self.unit, self.origin, self.sources)


# What a report says of a figure, and keeps; the rest of a fact tells how it came about.
SAID = tuple(part.name for part in fields(Fact) if part.compare)


def figures_to_plain(figures: Mapping[str, Fact]) -> dict[str, dict[str, Any]]:
    """Figures by name as JSON, what is said of each alone."""
    plain = to_plain(dict(figures))
    return {name: {part: fact[part] for part in SAID} for name, fact in plain.items()}
