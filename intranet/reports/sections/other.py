"""II.11: training, praise and discipline. Pure."""

from intranet.figures.facts import Facts
from intranet.figures.notes import TrainingNote
from intranet.kernel.formats import padded
from intranet.reports.wording import days, inline, itemised, paragraphs


def other(facts: Facts) -> str:
    return paragraphs(_trainings(facts), _discipline(facts))


def _trainings(facts: Facts) -> str:
    if facts.are_zero("trainings.courses"):
        return "Trong kỳ không có khóa tập huấn nào."
    held = "Trong kỳ đã tổ chức, cử cán bộ, công chức dự {{trainings.courses}} khóa tập huấn"
    if not facts.trainings and not facts.know("trainings"):
        return f"{held}."
    people = "" if facts.are_zero("trainings.participants") else ", với {{trainings.participants}} lượt người"
    hours = "" if facts.are_zero("trainings.hours") else ", thời lượng {{trainings.hours}} giờ"
    return itemised(f"{held}{people}{hours}", [_course(training) for training in facts.trainings])


def _course(training: TrainingNote) -> str:
    """Số hóa hồ sơ, ngày 05/01/2026, trực tuyến, do Sở Nội vụ tổ chức, 34 lượt người, 04 giờ"""
    parts = (
        inline(training.title),
        days(training.started_on, training.ended_on),
        training.mode.lower(),
        f"do {inline(training.organiser)} tổ chức" if training.organiser else "",
        f"{padded(training.participants)} lượt người" if training.participants else "",
        f"{padded(training.hours)} giờ" if training.hours else "",
    )
    return ", ".join(part for part in parts if part)


def _discipline(facts: Facts) -> str:
    if facts.are_zero("discipline.rewarded", "discipline.disciplined"):
        return "Trong kỳ không có cán bộ, công chức được khen thưởng hoặc bị kỷ luật trong công tác kiểm soát TTHC."
    rewarded = "{{discipline.rewarded}} cán bộ, công chức được khen thưởng"
    if facts.are_zero("discipline.rewarded"):
        rewarded = "không có cán bộ, công chức được khen thưởng"
    disciplined = "{{discipline.disciplined}} cán bộ, công chức bị kỷ luật"
    if facts.are_zero("discipline.disciplined"):
        disciplined = "không có cán bộ, công chức bị kỷ luật"
    return f"Về khen thưởng, kỷ luật trong công tác kiểm soát TTHC: {rewarded}; {disciplined}."
