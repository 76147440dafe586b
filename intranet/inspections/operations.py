"""The verbs of an inspection: planned, begun, answered row by row, concluded."""

from datetime import date
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.inspections.dates import disorder
from intranet.inspections.models import Checklist, Inspection, InspectionItem
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.workflow import Refused
from intranet.records import operations as records

DAYS = ("started_on", "ended_on", "concluded_on")


def plan(values: dict[str, Any], actor: User) -> Inspection:
    """A new draft of the actor's unit. `values`: the fields of `Inspection.labels`, all but the conclusion's."""
    inspection = Inspection(unit=actor.unit, occurs_on=last_day(values), **values)
    return records.create(inspection, actor)


def change(inspection: Inspection, values: dict[str, Any], actor: User, about: str = "kế hoạch") -> None:
    """Set fields of the inspection and keep the day it counts for in step; `about` is what the trail calls them."""
    records.refuse_locked(inspection)
    days = {name: getattr(inspection, name) for name in DAYS}
    inspection.occurs_on = last_day(days | {name: values[name] for name in DAYS if name in values})
    records.change(inspection, values, actor, about=about)


def conclude(inspection: Inspection, values: dict[str, Any], actor: User) -> None:
    """Say what came out of it and when. `values`: ended_on, conclusion, concluded_on."""
    change(inspection, values, actor, about="kết luận")


def last_day(days: dict[str, Any]) -> date:
    """The day an inspection counts for: its last one, its first while it goes on. Refused where the days cannot be."""
    started_on, ended_on = days["started_on"], days.get("ended_on")
    if reasons := disorder(started_on, ended_on, days.get("concluded_on")):
        raise Refused(*reasons)
    return ended_on or started_on


def start(inspection: Inspection, actor: User) -> None:
    """Copy the checklist in force on the first day; begun twice is begun once."""
    records.refuse_locked(inspection)
    if inspection.items:
        return
    checklist = in_force(inspection.started_on)
    inspection.checklist = checklist
    inspection.items = [
        InspectionItem(
            position=item.position,
            text=item.text,
            basis=item.basis,
            shown_by=item.shown_by,
            to_confirm=item.to_confirm,
        )
        for item in checklist.items
    ]
    copied = f"chép {len(inspection.items)} tiêu chí của “{checklist}”"
    records.note_down(inspection, actor, "start", f"Đã bắt đầu kiểm tra, {copied}")


def in_force(day: date) -> Checklist:
    """The version of the checklist that applies on a day, or Refused where none does yet."""
    versions = select(Checklist).where(Checklist.effective_from <= day).order_by(Checklist.effective_from.desc())
    checklist = db.session.scalar(versions.limit(1))
    if checklist is None:
        raise Refused(
            f"Chưa có bảng kiểm nào áp dụng vào ngày {date_text(day)}. "
            "Hãy xem lại ngày bắt đầu, hoặc nhờ cán bộ kiểm soát TTHC lập bảng kiểm áp dụng từ ngày đó."
        )
    return checklist
