"""The steps of a quy trình nội bộ and their working hours: the sum, and what it lacks of the whole time. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from intranet.kernel.formats import number
from intranet.kernel.labels import Labelled

HOURS_A_DAY = 8


class TimeUnit(Labelled):
    DAYS = "days", "Ngày làm việc"
    HOURS = "hours", "Giờ làm việc"


def hours_of(time: int, unit: TimeUnit) -> int:
    """A time as it is typed, in working hours."""
    return time * HOURS_A_DAY if unit is TimeUnit.DAYS else time


def typed_as(hours: int) -> tuple[int, TimeUnit]:
    """Working hours as a person would type them: whole days as days."""
    days, rest = divmod(hours, HOURS_A_DAY)
    return (days, TimeUnit.DAYS) if days and not rest else (hours, TimeUnit.HOURS)


def time_text(hours: int) -> str:
    """3 ngày (24 giờ làm việc); 2 ngày 4 giờ (20 giờ làm việc); less than a day in hours alone."""
    days, rest = divmod(hours, HOURS_A_DAY)
    if not days:
        return f"{number(hours)} giờ làm việc"
    words = f"{number(days)} ngày {rest} giờ" if rest else f"{number(days)} ngày"
    return f"{words} ({number(hours)} giờ làm việc)"


def step_time(hours: int) -> str:
    """4 giờ; 16 giờ (2 ngày), the days on one line."""
    days, rest = divmod(hours, HOURS_A_DAY)
    return f"{number(hours)} giờ" + (f" ({number(days)}\u00a0ngày)" if days and not rest else "")


@dataclass(frozen=True)
class Step:
    """`doer` is a unit and a post; `outcome` a form or a result."""

    doer: str
    task: str
    hours: int
    outcome: str = ""

    def __str__(self) -> str:
        told = ", ".join(part for part in (f"{number(self.hours)} giờ", self.outcome) if part)
        return f"{self.doer or 'Chưa ghi người thực hiện'}: {self.task} ({told})"


class Steps(tuple[Step, ...]):
    """Steps in their order, as one value; written one on a line."""

    def __str__(self) -> str:
        return "\n".join(f"Bước {place}. {step}" for place, step in enumerate(self, 1)) or "(trống)"


def in_order(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Rows by the place typed into each, those without one at the end.

    Of two that want the same place, the one further down comes first: a new step
    takes the place of an old one, and the old one moves on.
    """
    rows = list(rows)
    last = max((row["position"] or 0 for row in rows), default=0) + 1

    def place(at: int) -> tuple[int, int]:
        position = rows[at]["position"]
        return (last, at) if position is None else (position, -at)

    return (rows[at] for at in sorted(range(len(rows)), key=place))


@dataclass(frozen=True)
class Sum:
    """Working hours of the steps, beside the `whole` time; None while that is not known."""

    hours: tuple[int, ...]
    whole: int | None

    @property
    def total(self) -> int:
        return sum(self.hours)

    @property
    def total_text(self) -> str:
        return step_time(self.total)

    @property
    def lacking(self) -> int | None:
        """How many hours the steps lack of the whole time; negative where they are too many."""
        return None if self.whole is None else self.whole - self.total

    @property
    def is_even(self) -> bool:
        return self.lacking == 0

    @property
    def sentence(self) -> str:
        if not self.hours:
            return "Chưa có bước nào được ghi số giờ."
        added = f"{number(len(self.hours))} bước cộng lại {time_text(self.total)}"
        if self.lacking is None or self.whole is None:
            return f"{added}. Hãy nhập tổng thời gian để đối chiếu."
        if self.lacking == 0:
            return f"{added}, đúng bằng tổng thời gian."
        word = "còn thiếu" if self.lacking > 0 else "thừa"
        return f"{added}, {word} {number(abs(self.lacking))} giờ so với tổng thời gian {time_text(self.whole)}."
