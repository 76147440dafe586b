"""The days of an inspection: the order they come in, and the deadlines that follow from them."""

from datetime import date

from intranet.kernel.calendar import workdays_after
from intranet.kernel.formats import date_text
from intranet.kernel.workflow import Reason

CONCLUDE_WITHIN = 15  # working days after the end, Circular 02/2017/TT-VPCP article 46
REMEDY_WITHIN = 30  # working days after the conclusion, article 57


def disorder(started_on: date, ended_on: date | None, concluded_on: date | None) -> tuple[Reason, ...]:
    """Why these days cannot be, each reason at the day to look at again."""
    reasons = []
    if ended_on and ended_on < started_on:
        words = f"Ngày kết thúc trước ngày bắt đầu ({date_text(started_on)}). Hãy nhập lại một trong hai ngày."
        reasons.append(Reason(words, "ended_on"))
    if concluded_on and not ended_on:
        reasons.append(Reason("Đã có ngày kết luận. Hãy nhập cả ngày kết thúc kiểm tra.", "ended_on"))
    if concluded_on and ended_on and concluded_on < ended_on:
        words = f"Ngày kết luận trước ngày kết thúc ({date_text(ended_on)}). Hãy nhập lại một trong hai ngày."
        reasons.append(Reason(words, "concluded_on"))
    return tuple(reasons)


def conclude_by(ended_on: date | None) -> date | None:
    """The last day for the notice of conclusion; None while the inspection goes on."""
    return workdays_after(ended_on, CONCLUDE_WITHIN) if ended_on else None


def remedy_by(concluded_on: date | None, ended_on: date | None, today: date) -> date:
    """The day a finding is to be remedied by, where nobody sets another."""
    return workdays_after(concluded_on or ended_on or today, REMEDY_WITHIN)
