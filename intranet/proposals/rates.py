"""The hourly rate: which one applies, and how it is set."""

from datetime import date
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import change_noted, told
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.workflow import Reason, Refused
from intranet.proposals.models import LabourRate, Proposal

CREATED, CHANGED = "create_labour_rate", "change_labour_rate"


def in_force(day: date) -> LabourRate:
    """The rate that applies on a day, or Refused where none does yet."""
    rates = select(LabourRate).where(LabourRate.effective_from <= day).order_by(LabourRate.effective_from.desc())
    rate = db.session.scalar(rates.limit(1))
    if rate is None:
        raise Refused(
            f"Chưa có chi phí một giờ làm việc áp dụng vào ngày {date_text(day)}. "
            "Hãy nhờ cán bộ kiểm soát TTHC ghi ở mục “Chi phí một giờ làm việc”."
        )
    return rate


def every() -> list[LabourRate]:
    return list(db.session.scalars(select(LabourRate).order_by(LabourRate.effective_from.desc())))


def is_used(rate: LabourRate) -> bool:
    return db.session.scalar(select(Proposal.id).where(Proposal.labour_rate_id == rate.id).limit(1)) is not None


def add(values: dict[str, Any], actor: User) -> LabourRate:
    refuse_taken(values["effective_from"])
    rate = LabourRate(**values)
    db.session.add(rate)
    db.session.flush()
    note_down(actor, CREATED, rate, told(rate))
    return rate


def change(rate: LabourRate, values: dict[str, Any], actor: User) -> None:
    """Correct a rate that no proposal was reckoned by; one that was stays as it is."""
    if is_used(rate):
        raise Refused(
            "Đã có phương án tính theo mức này nên mức được giữ nguyên. Hãy thêm mức mới áp dụng từ ngày khác."
        )
    if values["effective_from"] != rate.effective_from:
        refuse_taken(values["effective_from"])
    change_noted(rate, values, actor, CHANGED)
    db.session.flush()


def refuse_taken(day: date) -> None:
    taken = db.session.scalar(select(LabourRate).where(LabourRate.effective_from == day))
    if taken is not None:
        raise Refused(Reason(f"Đã có mức {taken}. Hãy nhập ngày khác.", "effective_from"))
