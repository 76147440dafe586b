"""Counting working days: Monday to Friday, but for holidays and swapped days. Over a table of days. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkCalendar:
    """`days_off` are weekdays nobody works; `days_on` are weekend days worked instead, and win over `days_off`."""

    days_off: frozenset[date]
    days_on: frozenset[date]

    def is_workday(self, day: date) -> bool:
        if day in self.days_on:
            return True
        return day.weekday() < 5 and day not in self.days_off

    def add(self, day: date, n: int) -> date:
        """The n-th working day after a day (before it where n is negative); the day itself where n is 0."""
        step = ONE_DAY if n > 0 else -ONE_DAY
        left = abs(n)
        while left:
            day += step
            left -= self.is_workday(day)
        return day

    def between(self, a: date, b: date) -> int:
        """Working days after `a` up to and including `b`; the same count, negative, where `b` comes first."""
        if b < a:
            return -self.between(b, a)
        return sum(self.is_workday(a + timedelta(days=n)) for n in range(1, (b - a).days + 1))
