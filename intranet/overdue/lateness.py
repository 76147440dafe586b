"""How late a dossier is, and by when an apology was due. Pure."""

from datetime import date, datetime

from intranet.dossiers.lateness import is_day_over, is_due_before_receipt, is_due_by, is_new_date, is_past
from intranet.kernel.formats import date_text, number
from intranet.kernel.workdays import WorkCalendar
from intranet.kernel.workflow import Reason
from intranet.overdue.apology import RULE


def workdays_late(due_on: date, finished_on: date | None, today: date, calendar: WorkCalendar) -> int:
    """Working days after the due date, up to the day it was finished, or up to today while it is not."""
    return max(calendar.between(due_on, finished_on or today), 0)


def lateness(due_on: date, finished_on: date | None, today: date, workdays: int, *, is_known_late: bool = False) -> str:
    """How late in words, after that many working days. `is_known_late`: the moments say so, though the days do not."""
    if workdays:
        return f"quá {number(workdays)} ngày làm việc"
    if finished_on is None and not is_known_late and not is_day_over(due_on, today):
        return "chưa quá hạn"
    return "quá chưa đủ một ngày làm việc"


def time_left(due_at: datetime, now: datetime, calendar: WorkCalendar) -> str:
    """How much time there is until a dossier is due, or since; both moments in Vietnam's time."""
    days = calendar.between(now.date(), due_at.date())
    hours = int(abs(due_at - now).total_seconds()) // 3600
    word = "Trễ" if is_past(due_at, now) else "Còn"
    if days:
        return f"{word} {number(abs(days))} ngày làm việc"
    return f"{word} {number(hours)} giờ" if hours else f"{word} dưới một giờ"


def disorder(
    received_on: date,
    due_on: date,
    finished_on: date | None,
    today: date,
    *,
    has_apology: bool = False,
    is_known_late: bool = False,
) -> tuple[Reason, ...]:
    """Why these days cannot be those of a late dossier, each reason at the day to look at again.

    An apology goes out before the dossier is late. `is_known_late`: its moments say so, though its days do not.
    """
    reasons = []
    if is_due_before_receipt(due_on, received_on):
        words = f"Ngày hẹn trả trước ngày tiếp nhận ({date_text(received_on)}). Hãy xem lại hai ngày."
        reasons.append(Reason(words, "due_on"))
    if received_on > today:
        reasons.append(Reason("Ngày tiếp nhận ở sau hôm nay. Hãy nhập lại.", "received_on"))
    if finished_on:
        return (*reasons, *end_in_disorder(received_on, due_on, finished_on, today, is_known_late))
    if not is_day_over(due_on, today) and not has_apology and not is_known_late:
        words = "Hồ sơ chưa đến hạn nên chưa quá hạn. Hãy xem lại ngày hẹn trả, hoặc ghi thư xin lỗi nếu đã gửi."
        reasons.append(Reason(words, "due_on"))
    return tuple(reasons)


def end_in_disorder(
    received_on: date, due_on: date, finished_on: date, today: date, is_known_late: bool
) -> tuple[Reason, ...]:
    words = ""
    is_late = is_day_over(due_on, finished_on) or (is_known_late and is_due_by(due_on, finished_on))
    if finished_on < received_on:
        words = f"Ngày kết thúc trước ngày tiếp nhận ({date_text(received_on)}). Hãy nhập lại một trong hai ngày."
    elif not is_late:
        words = "Hồ sơ kết thúc không muộn hơn ngày hẹn trả nên không quá hạn. Hãy xem lại hai ngày."
    elif finished_on > today:
        words = "Ngày kết thúc ở sau hôm nay. Nếu chưa xong, hãy để trống."
    return (Reason(words, "finished_on"),) if words else ()


def odd_apology(
    due_on: date, apology_on: date | None, rescheduled_to: date | None, rescheduled_again_to: date | None
) -> tuple[Reason, ...]:
    """What does not keep to the rule on apologies and new dates: it may have happened, and is asked about."""
    odd = []
    if apology_on and not RULE.is_in_time(apology_on, due_on):
        rule = f"quy định là trước hạn trả ít nhất {RULE.days_before} ngày"
        words = f"Thư xin lỗi ngày {date_text(apology_on)} muộn hơn quy định ({rule}). Ngày có đúng không?"
        odd.append(Reason(words, "apology_on"))
    if rescheduled_to and not apology_on:
        odd.append(Reason("Đã hẹn lại ngày trả nhưng chưa ghi thư xin lỗi. Có đúng không?", "apology_on"))
    if rescheduled_to and not is_new_date(rescheduled_to, due_on):
        odd.append(Reason("Ngày hẹn lại không muộn hơn ngày hẹn trả. Ngày có đúng không?", "rescheduled_to"))
    if rescheduled_again_to:
        odd.append(
            Reason(
                "Hồ sơ được hẹn lại lần thứ hai; quy định chỉ cho hẹn lại một lần. Có đúng không?",
                "rescheduled_again_to",
            )
        )
    return tuple(odd)
