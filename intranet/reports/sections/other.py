"""II.11: training, praise and discipline. Pure."""

from intranet.reports.facts import Facts, TrainingNote
from intranet.reports.prose import days, inline, listed, paragraphs


def other(facts: Facts) -> str:
    return paragraphs(_trainings(facts), _discipline(facts))


def _trainings(facts: Facts) -> str:
    if facts.are_zero("trainings.courses"):
        return "Trong kỳ không tổ chức khóa tập huấn nào."
    hours = "" if facts.are_zero("trainings.hours") else ", thời lượng {{trainings.hours}} giờ"
    held = (
        "Trong kỳ đã tổ chức {{trainings.courses}} khóa tập huấn "
        f"với {{{{trainings.participants}}}} lượt người tham dự{hours}"
    )
    if not facts.trainings:
        return f"{held}."
    return paragraphs(f"{held}:", listed([_course(training) for training in facts.trainings]))


def _course(training: TrainingNote) -> str:
    held = f"{inline(training.title)}, {days(training.started_on, training.ended_on)}"
    return held if training.participants is None else f"{held}, {training.participants:02} lượt người"


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
