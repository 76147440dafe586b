"""Which days of a year are not as their weekday says: the public holidays and the announced changes together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intranet.kernel.calendar import public_holidays, vietnam, worked_weekends
from intranet.kernel.day_changes import DayChange, DayKind

MADE_UP = "Làm bù cho ngày nghỉ hoán đổi"


@dataclass(frozen=True)
class SpecialDay:
    """A day, what it is by now, what the public holidays call it ("" where nothing), and the change made to it."""

    day: date
    kind: DayKind
    name: str
    change: DayChange | None


def special_days(year: int, changes: Iterable[DayChange]) -> list[SpecialDay]:
    """In order, with the changes of that year among them."""
    names = dict.fromkeys(worked_weekends(year), MADE_UP) | dict(public_holidays(year))
    changed = {change.day: change for change in changes if change.day.year == year}
    calendar = vietnam([year])
    return [
        SpecialDay(
            day,
            DayKind.WORKED if calendar.is_workday(day) else DayKind.OFF,
            names.get(day, ""),
            changed.get(day),
        )
        for day in sorted({*names, *changed})
    ]


def workdays_in(year: int) -> int:
    return vietnam([year]).between(date(year - 1, 12, 31), date(year, 12, 31))
