"""The rule on apologies and new dates, and how far a dossier is from breaking it.

As known: Decree 61/2018/NĐ-CP, article 19.9: the apology goes out at the latest one day before the due date, and the
date may be set anew once. Whether the decree now in force says the same has not been checked against its text. So the
numbers stand here as data, and nowhere else. Pure.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from intranet.kernel.formats import date_text
from intranet.kernel.workdays import ONE_DAY, WorkCalendar


@dataclass(frozen=True)
class Rule:
    """`days_before`: calendar days between the last day for an apology and the due date."""

    days_before: int
    new_dates: int

    def last_day(self, due_on: date) -> date:
        """The last day on which an apology is still in time."""
        return due_on - timedelta(days=self.days_before)

    def is_in_time(self, apology_on: date, due_on: date) -> bool:
        last_day = self.last_day(due_on)
        return apology_on <= last_day


RULE = Rule(days_before=1, new_dates=1)


@dataclass(frozen=True)
class Notice:
    """What to say of a dossier; `is_urgent` where somebody must act today or something was missed."""

    text: str
    is_urgent: bool = False


def notices(
    due_on: date, today: date, calendar: WorkCalendar, apology_on: date | None, new_dates: int, rule: Rule = RULE
) -> tuple[Notice, ...]:
    """What the rule says of a dossier that has not ended: of its apology, and of the new dates it was given."""
    of_apology = of_sent(due_on, apology_on, rule) if apology_on else of_unsent(due_on, today, calendar, rule)
    if new_dates < rule.new_dates:
        return (of_apology,)
    times = "một lần" if new_dates == 1 else f"{new_dates} lần"
    return (of_apology, Notice(f"Đã hẹn lại {times}, không được hẹn lại lần nữa.", True))


def of_sent(due_on: date, apology_on: date, rule: Rule) -> Notice:
    sent = f"Đã gửi thư xin lỗi ngày {date_text(apology_on)}"
    return Notice(f"{sent}.") if rule.is_in_time(apology_on, due_on) else Notice(f"{sent}, muộn hơn quy định.", True)


def of_unsent(due_on: date, today: date, calendar: WorkCalendar, rule: Rule) -> Notice:
    last = rule.last_day(due_on)
    if today > last:
        return Notice("Đã quá lúc gửi thư xin lỗi đúng hạn.", True)
    worked = last_workday(today, last, calendar)
    if worked == today or today == last:
        return Notice("Hôm nay là ngày cuối còn được gửi thư xin lỗi.", True)
    if worked is None:
        return Notice(f"Chỉ còn ngày nghỉ, đến hết {date_text(last)}, để gửi thư xin lỗi.", True)
    return Notice(f"Còn được gửi thư xin lỗi đến hết {date_text(worked)}.")


def last_workday(first: date, last: date, calendar: WorkCalendar) -> date | None:
    """The last working day from one day to another, None where there is none."""
    day = last
    while day >= first:
        if calendar.is_workday(day):
            return day
        day -= ONE_DAY
    return None
