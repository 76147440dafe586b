"""The law of trainings: when one may be submitted, and what is odd about one. Pure."""

from datetime import date, timedelta
from typing import Any

from intranet.kernel.labels import Labelled
from intranet.kernel.search import fold
from intranet.kernel.workflow import Reason

MOST_HOURS_A_DAY = 10


class Mode(Labelled):
    IN_PERSON = "in_person", "Tập trung"
    ONLINE = "online", "Trực tuyến"


def ready(training: Any, today: date) -> tuple[Reason, ...]:
    """Every reason why a training may not be submitted yet."""
    reasons = []
    if not training.attendances:
        reasons.append(
            Reason("Chưa ghi người tham dự. Hãy bấm “Sửa” để ghi tên, hoặc ghi số người theo đơn vị.", "attendances")
        )
    if training.ended_on > today:
        reasons.append(Reason("Khóa tập huấn chưa kết thúc. Hãy trình sau ngày cuối của khóa.", "facts-title"))
    return tuple(reasons)


def odd_times(training: Any, today: date) -> tuple[Reason, ...]:
    """What is odd about when a course was held, and for how long."""
    odd = []
    days = (training.ended_on - training.started_on) // timedelta(days=1) + 1
    if training.hours > days * MOST_HOURS_A_DAY:
        sentence = (
            f"{training.hours} giờ trong {days} ngày là hơn {MOST_HOURS_A_DAY} giờ mỗi ngày. Số giờ có đúng không?"
        )
        odd.append(Reason(sentence, "hours"))
    if training.ended_on > today:
        odd.append(Reason("Ngày cuối của khóa ở sau hôm nay. Ngày có đúng không?", "ended_on"))
    return tuple(odd)


def is_same_course(one: Any, other: Any) -> bool:
    """Whether both tell of one course: its organiser, topic and days, however these were typed."""
    days = (one.started_on, one.ended_on) == (other.started_on, other.ended_on)
    return days and fold(one.title) == fold(other.title) and fold(one.organiser) == fold(other.organiser)
