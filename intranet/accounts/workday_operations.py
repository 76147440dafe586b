"""Changing which days are worked. Every change leaves a line in the history."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import change_noted, told
from intranet.kernel.calendar import calendar_of, public_holidays
from intranet.kernel.day_changes import DayChange, DayKind
from intranet.kernel.db import db
from intranet.kernel.formats import date_text, weekday
from intranet.kernel.workflow import Reason, Refused

ADDED, CHANGED, REMOVED = "add_day_change", "change_day_change", "remove_day_change"


def changes_of(year: int) -> Sequence[DayChange]:
    within = DayChange.day.between(date(year, 1, 1), date(year, 12, 31))
    return db.session.scalars(select(DayChange).where(within).order_by(DayChange.day)).all()


def add(values: dict[str, Any], actor: User) -> DayChange:
    refuse_idle(values["day"], values["kind"])
    refuse_twin(values["day"])
    change = DayChange(**values)
    db.session.add(change)
    db.session.flush()
    note_down(actor, ADDED, change, told(change))
    return change


def correct(change: DayChange, values: dict[str, Any], actor: User) -> None:
    refuse_idle(values["day"], values["kind"])
    refuse_twin(values["day"], change)
    change_noted(change, values, actor, CHANGED)


def remove(change: DayChange, actor: User, seen: int | None = None) -> None:
    """The day is again what its weekday and the public holidays say; `seen` is the version the page showed."""
    if seen is not None and seen != change.version:
        raise StaleDataError(f"{change} is at version {change.version}, the page at {seen}")
    note_down(actor, REMOVED, change, told(change))
    db.session.delete(change)
    db.session.flush()


def doubts(day: date, kind: DayKind) -> tuple[Reason, ...]:
    """What is possible but odd: work on a public holiday."""
    name = public_holidays(day.year).get(day)
    if kind is DayKind.WORKED and name:
        return (Reason(f"Ngày {date_text(day)} là ngày nghỉ: {name}. Có đúng là ngày này vẫn làm việc không?", "day"),)
    return ()


def refuse_idle(day: date, kind: DayKind) -> None:
    """A change must change something: a Saturday is off without it, so is a public holiday."""
    is_worked = calendar_of(frozenset([day.year])).is_workday(day)
    if is_worked != (kind is DayKind.WORKED):
        return
    name = public_holidays(day.year).get(day) or weekday(day)
    already = "vốn đã là ngày làm việc" if is_worked else "vốn đã là ngày nghỉ"
    raise Refused(Reason(f"Ngày {date_text(day)} ({name}) {already}. Hãy chọn ngày khác hoặc loại ngày khác.", "day"))


def refuse_twin(day: date, change: DayChange | None = None) -> None:
    twin = db.session.scalar(select(DayChange).where(DayChange.day == day))
    if twin and twin is not change:
        words = f"Ngày {date_text(day)} đã có thay đổi: {twin.kind.label.lower()}. Hãy sửa thay đổi đó."
        raise Refused(Reason(words, "day"))
