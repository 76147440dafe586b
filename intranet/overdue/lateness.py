"""How late a dossier is, and by when an apology was due. Pure."""

from datetime import date

from intranet.kernel.formats import date_text
from intranet.kernel.workdays import WorkCalendar
from intranet.kernel.workflow import Reason

# Decree 61/2018/NĐ-CP, article 19.9: the apology goes out at the latest this many days before the due date, and the
# date may be set anew once. To be checked against the decree in force.
APOLOGY_DAYS_BEFORE = 1


def workdays_late(due_on: date, finished_on: date | None, today: date, calendar: WorkCalendar) -> int:
    """Working days after the due date, up to the day it was finished, or up to today while it is not."""
    return max(calendar.between(due_on, finished_on or today), 0)


def disorder(received_on: date, due_on: date, finished_on: date | None, today: date) -> tuple[Reason, ...]:
    """Why these days cannot be those of a late dossier, each reason at the day to look at again."""
    reasons = []
    if due_on < received_on:
        reasons.append(
            Reason(f"Ngày hẹn trả trước ngày tiếp nhận ({date_text(received_on)}). Hãy xem lại hai ngày.", "due_on")
        )
    if received_on > today:
        reasons.append(Reason("Ngày tiếp nhận ở sau hôm nay. Hãy nhập lại.", "received_on"))
    if finished_on and finished_on < received_on:
        words = f"Ngày kết thúc trước ngày tiếp nhận ({date_text(received_on)}). Hãy nhập lại một trong hai ngày."
        reasons.append(Reason(words, "finished_on"))
    elif finished_on and finished_on <= due_on:
        reasons.append(
            Reason("Hồ sơ kết thúc không muộn hơn ngày hẹn trả nên không quá hạn. Hãy xem lại hai ngày.", "finished_on")
        )
    if finished_on and finished_on > today:
        reasons.append(Reason("Ngày kết thúc ở sau hôm nay. Nếu chưa xong, hãy để trống.", "finished_on"))
    if not finished_on and due_on >= today:
        reasons.append(Reason("Hồ sơ chưa đến hạn nên chưa quá hạn. Hãy xem lại ngày hẹn trả.", "due_on"))
    return tuple(reasons)


def odd_apology(
    due_on: date, apology_on: date | None, rescheduled_to: date | None, rescheduled_again_to: date | None
) -> tuple[Reason, ...]:
    """What does not keep to the rule on apologies and new dates: it may have happened, and is asked about."""
    odd = []
    if apology_on and (due_on - apology_on).days < APOLOGY_DAYS_BEFORE:
        rule = f"quy định là trước hạn trả ít nhất {APOLOGY_DAYS_BEFORE} ngày"
        words = f"Thư xin lỗi ngày {date_text(apology_on)} muộn hơn quy định ({rule}). Ngày có đúng không?"
        odd.append(Reason(words, "apology_on"))
    if rescheduled_to and not apology_on:
        odd.append(Reason("Đã hẹn lại ngày trả nhưng chưa ghi thư xin lỗi. Có đúng không?", "apology_on"))
    if rescheduled_to and rescheduled_to <= due_on:
        odd.append(Reason("Ngày hẹn lại không muộn hơn ngày hẹn trả. Ngày có đúng không?", "rescheduled_to"))
    if rescheduled_again_to:
        odd.append(
            Reason(
                "Hồ sơ được hẹn lại lần thứ hai; quy định chỉ cho hẹn lại một lần. Có đúng không?",
                "rescheduled_again_to",
            )
        )
    return tuple(odd)
