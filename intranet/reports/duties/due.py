"""Which reports the office owes, by when each is sent, and which of them is due next. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from intranet.kernel.formats import date_text
from intranet.kernel.period import FIRST_YEAR, LAST_YEAR, SUFFIXES, Period

# The n-th working day after a day.
WorkdaysAfter = Callable[[date, int], date]
NOT_BEGUN = "chưa lập"


@dataclass(frozen=True)
class Duty:
    """A report owed of each year: how many working days after its last day it is sent, and of periods since when."""

    working_days: int
    since: date


@dataclass(frozen=True)
class Begun:
    """A report that was begun: the word for its state, and whether nobody waits for it any longer."""

    state: str
    is_done: bool


@dataclass(frozen=True)
class Due:
    """A report the office has still to send."""

    period: Period
    send_by: date
    today: date

    @property
    def days_left(self) -> int:
        """Calendar days until the day it is sent by; below 0 once that has passed."""
        return (self.send_by - self.today).days

    @property
    def is_late(self) -> bool:
        return self.days_left < 0

    @property
    def sentence(self) -> str:
        """Báo cáo năm 2026: chốt số liệu 14/12, gửi trước 16/12, còn 17 ngày"""
        return f"Báo cáo {self.told}"

    @property
    def told(self) -> str:
        """The same after words of one's own: năm 2026: chốt số liệu …"""
        return f"{in_words(self.period)}: {self.closing}, {self.sending}"

    @property
    def closing(self) -> str:
        day, end = self._short(self.period.end), self.period.end
        if self.today == end:
            return f"chốt số liệu hôm nay {day}"
        return f"chốt số liệu {day}" if self.today < end else f"đã chốt số liệu {day}"

    @property
    def sending(self) -> str:
        day = self._short(self.send_by)
        if self.is_late:
            return f"hạn gửi {day}, quá hạn gửi {-self.days_left} ngày"
        return f"gửi trước {day}, còn {self.days_left} ngày" if self.days_left else f"gửi trong hôm nay {day}"

    def _short(self, day: date) -> str:
        """The year goes without saying where it is this one."""
        return f"{day:%d/%m}" if day.year == self.today.year else date_text(day)


@dataclass(frozen=True)
class QuarterOf:
    """A quarter that a longer period is made of, and how far its own report is."""

    period: Period
    state: str

    @property
    def called(self) -> str:
        """quý I, as a year calls it that is named already"""
        return in_words(self.period).partition("/")[0]


@dataclass(frozen=True)
class OwedReports:
    """`duties` are the reports owed, by shape (Q1, H1, Y); `begun` the reports there are; `workdays_after` counts."""

    today: date
    duties: Mapping[str, Duty]
    begun: Mapping[Period, Begun]
    workdays_after: WorkdaysAfter

    def due(self, period: Period) -> Due | None:
        """None where it is not owed, closed before the office had to, or is sent."""
        duty = self.duties.get(shape_of(period))
        if duty is None or period.end < duty.since or self.is_done(period):
            return None
        return Due(period, self.workdays_after(period.end, duty.working_days), self.today)

    def is_done(self, period: Period) -> bool:
        report = self.begun.get(period)
        return report is not None and report.is_done

    @cached_property
    def open(self) -> tuple[Due, ...]:
        """All that is to be sent up to the end of next year, what is sent first before the others."""
        first = min((duty.since.year for duty in self.duties.values()), default=self.today.year)
        years = range(max(first, FIRST_YEAR), min(self.today.year + 1, LAST_YEAR) + 1)
        found = [due for year in years for period in Period.of_year(year) if (due := self.due(period))]
        return tuple(sorted(found, key=lambda due: (due.send_by, due.period)))

    @property
    def late(self) -> tuple[Due, ...]:
        """What should have been sent already, the newest first."""
        return tuple(due for due in reversed(self.open) if due.is_late)

    @property
    def coming(self) -> tuple[Due, ...]:
        """What is sent next; several where they are sent by the same day."""
        ahead = [due for due in self.open if not due.is_late]
        return tuple(report for report in ahead if report.send_by == ahead[0].send_by)

    def due_with(self, period: Period) -> Due | None:
        """The report that a period's figures go into next: its own, else that of a longer period around it."""
        inside = set(period.quarters)
        around = [self.due(one) for one in Period.of_year(period.year) if inside < set(one.quarters)]
        return self.due(period) or min(filter(None, around), key=lambda due: (due.send_by, due.period), default=None)

    def made_of(self, period: Period) -> tuple[QuarterOf, ...]:
        """The quarters of a longer period; a quarter is made of nothing."""
        return tuple(self._quarters(period)) if period.kind != "Q" else ()

    def _quarters(self, period: Period) -> Iterator[QuarterOf]:
        for quarter in period.quarters:
            report = self.begun.get(quarter)
            yield QuarterOf(quarter, report.state if report else NOT_BEGUN)


def shape_of(period: Period) -> str:
    """Q1, H1, 9M, Y: what follows the year in its code."""
    return SUFFIXES[period.closing_month, period.months]


def in_words(period: Period) -> str:
    """quý IV/2026, năm 2026: as within a sentence."""
    return period.label[:1].lower() + period.label[1:]
