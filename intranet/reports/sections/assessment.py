"""IV.1: what was achieved, what was not, and why dossiers were late. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator

from intranet.categories.families import Side, by_cause
from intranet.figures.facts import Facts
from intranet.figures.formulas import WITHOUT_CAUSE, by_side
from intranet.kernel.formats import UNKNOWN
from intranet.reports.annexes.marks import mention
from intranet.reports.sections.recurring import recurring_causes
from intranet.reports.wording import (
    capitalised,
    enumeration,
    figure,
    inline,
    itemised,
    listed,
    paragraphs,
    sentences,
)

FEW = 6
FORM = mention("II.06g")
RESULTS = (
    ("procedures.published", "Công khai {{procedures.published}} TTHC thuộc thẩm quyền giải quyết"),
    ("dossiers.resolved", "Giải quyết {{dossiers.resolved}} hồ sơ TTHC"),
    ("feedback.handled", "Xử lý {{feedback.handled}} phản ánh, kiến nghị của tổ chức, cá nhân"),
    ("inspections.done", "Hoàn thành {{inspections.done}} cuộc kiểm tra việc thực hiện kiểm soát TTHC"),
    ("proposals.approved", "Có {{proposals.approved}} phương án đơn giản hóa TTHC được phê duyệt"),
    ("internal_procedures.effective", "Áp dụng {{internal_procedures.effective}} quy trình nội bộ giải quyết TTHC"),
    ("trainings.courses", "Tổ chức, cử cán bộ, công chức dự {{trainings.courses}} khóa tập huấn"),
)


def control_results(facts: Facts) -> str:
    """The figures that speak for the work; sections above tell those that are 0 or missing."""
    told = [words for name, words in RESULTS if facts.above_zero(name)]
    return paragraphs("Kết quả chính trong kỳ:", listed(told)) if told else ""


def control_limits(facts: Facts) -> str:
    if facts.are_zero("overdue.late"):
        return f"Trong kỳ không có hồ sơ quá hạn{FORM}."
    if not facts.know("overdue", "dossiers.resolved_late", "dossiers.pending_late"):
        return f"Trong kỳ có {{{{overdue.late}}}} hồ sơ quá hạn{FORM}."
    return paragraphs(
        sentences(_late(facts), _apologies(facts)),
        _causes(facts),
        _unexplained(facts),
        recurring_causes(facts),
        *_measures(facts),
    )


def _late(facts: Facts) -> str:
    resolved, pending = "dossiers.resolved_late", "dossiers.pending_late"
    together = "" if facts.value("overdue.late") == 1 else "đều "
    if facts.are_zero(pending):
        return f"Trong kỳ có {{{{overdue.late}}}} hồ sơ quá hạn, {together}đã giải quyết xong{FORM}."
    if facts.are_zero(resolved):
        return f"Trong kỳ có {{{{overdue.late}}}} hồ sơ quá hạn, {together}đang giải quyết{FORM}."
    return (
        "Trong kỳ có {{overdue.late}} hồ sơ quá hạn, gồm {{dossiers.resolved_late}} hồ sơ đã giải quyết xong "
        f"và {{{{dossiers.pending_late}}}} hồ sơ đang giải quyết{FORM}."
    )


def _apologies(facts: Facts) -> str:
    if facts.are_zero("overdue.apologies"):
        return "Chưa có thư xin lỗi nào được gửi."
    return "Đã gửi {{overdue.apologies}} thư xin lỗi, hẹn lại ngày trả kết quả."


def _causes(facts: Facts) -> str:
    """One cause in a sentence; several by who could have kept the dossiers from being late, and in a table."""
    known = [cause for cause in facts.causes if facts.above_zero(by_cause(cause.code))]
    if not known:
        return _no_cause(facts) if facts.above_zero("overdue.late") else ""
    if len(known) == 1 and facts.are_equal(by_cause(known[0].code), "overdue.late"):
        side = f" (nguyên nhân {known[0].side.label.lower()})" if known[0].side else ""
        return f"Nguyên nhân quá hạn: {inline(known[0].label)}{side}."
    sides = [side for side in Side if facts.above_zero(by_side(side))]
    told = [f"{figure(by_side(side))} hồ sơ do nguyên nhân {side.label.lower()}" for side in sides]
    if facts.above_zero(WITHOUT_CAUSE):
        told.append(f"{figure(WITHOUT_CAUSE)} hồ sơ chưa xác định nguyên nhân")
    divided = f"Theo nguyên nhân chính, có {enumeration(told)}." if told else ""
    return paragraphs(divided, "{{table:overdue_by_cause}}")


def _no_cause(facts: Facts) -> str:
    """That nobody has found a cause is said only where somebody looked; else a blank waits for it."""
    are_none = facts.are_zero(*(by_cause(cause.code) for cause in facts.causes))
    if are_none or facts.are_zero("overdue.explained"):
        return "Nguyên nhân quá hạn chưa được xác định."
    return f"Nguyên nhân quá hạn: {UNKNOWN}."


def _unexplained(facts: Facts) -> str:
    """Says plainly how many nobody has accounted for."""
    late, unexplained = facts.value("overdue.late"), facts.value("overdue.unexplained")
    if late is None or unexplained == 0:
        return ""
    if unexplained == late:
        return "Hồ sơ quá hạn này chưa được giải trình." if late == 1 else "Các hồ sơ quá hạn này chưa được giải trình."
    return "Còn {{overdue.unexplained}} hồ sơ quá hạn chưa được giải trình."


def _measures(facts: Facts) -> Iterator[str]:
    """What was done about late dossiers, and what is to keep others from it; the same words are told once."""
    for lead, words in (
        ("Biện pháp đã thực hiện", [note.remedy for note in facts.overdue]),
        ("Biện pháp phòng ngừa", [note.prevention for note in facts.overdue]),
    ):
        if told := most_often(words):
            yield itemised(lead, told)


def most_often(words: Iterable[str]) -> list[str]:
    """Each of them once, those that were said most often first; the few that stand for the rest."""
    counted = Counter(capitalised(inline(text)) for text in words if inline(text))
    return [text for text, _ in counted.most_common(FEW)]
