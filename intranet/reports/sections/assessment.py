"""IV.1: what was achieved, what was not, and why dossiers were late. Pure."""

from intranet.reports.facts import Facts
from intranet.reports.prose import figure, inline, listed, paragraphs, sentences

RESULTS = (
    ("procedures.published", "Công khai {{procedures.published}} TTHC thuộc thẩm quyền giải quyết của phường"),
    ("dossiers.resolved", "Giải quyết {{dossiers.resolved}} hồ sơ TTHC"),
    ("feedback.handled", "Xử lý {{feedback.handled}} phản ánh, kiến nghị của tổ chức, cá nhân"),
    ("inspections.done", "Hoàn thành {{inspections.done}} cuộc kiểm tra việc thực hiện kiểm soát TTHC"),
    ("proposals.approved", "Có {{proposals.approved}} phương án đơn giản hóa TTHC được phê duyệt"),
    ("trainings.courses", "Tổ chức {{trainings.courses}} khóa tập huấn"),
)


def control_results(facts: Facts) -> str:
    """The figures that speak for the work; sections above tell those that are 0 or missing."""
    told = [words for name, words in RESULTS if facts.above_zero(name)]
    return paragraphs("Kết quả chính trong kỳ:", listed(told)) if told else ""


def control_limits(facts: Facts) -> str:
    if facts.are_zero("overdue.late"):
        return "Trong kỳ không có hồ sơ quá hạn."
    return paragraphs(sentences(_late(facts), _apologies(facts)), _causes(facts), _unexplained(facts))


def _late(facts: Facts) -> str:
    resolved, pending = "dossiers.resolved_late", "dossiers.pending_late"
    together = "" if facts.value("overdue.late") == 1 else "đều "
    if facts.are_zero(pending):
        return f"Trong kỳ có {{{{overdue.late}}}} hồ sơ quá hạn, {together}đã giải quyết xong."
    if facts.are_zero(resolved):
        return f"Trong kỳ có {{{{overdue.late}}}} hồ sơ quá hạn, {together}đang giải quyết."
    return (
        "Trong kỳ có {{overdue.late}} hồ sơ quá hạn, gồm {{dossiers.resolved_late}} hồ sơ đã giải quyết xong "
        "và {{dossiers.pending_late}} hồ sơ đang giải quyết."
    )


def _apologies(facts: Facts) -> str:
    if facts.are_zero("overdue.apologies"):
        return "Chưa có thư xin lỗi nào được gửi."
    return "Đã gửi {{overdue.apologies}} thư xin lỗi, hẹn lại ngày trả kết quả."


def _causes(facts: Facts) -> str:
    known = [(code, label) for code, label in facts.causes if facts.above_zero(f"overdue.by_cause.{code}")]
    if not known:
        return "Nguyên nhân quá hạn chưa được xác định." if facts.above_zero("overdue.late") else ""
    return paragraphs(
        "Hồ sơ quá hạn chia theo nguyên nhân như sau:",
        listed([f"{inline(label)}: {figure(f'overdue.by_cause.{code}')} hồ sơ" for code, label in known]),
    )


def _unexplained(facts: Facts) -> str:
    """Says plainly how many nobody has accounted for."""
    late, unexplained = facts.value("overdue.late"), facts.value("overdue.unexplained")
    if late is None or unexplained == 0:
        return ""
    if unexplained == late:
        return "Hồ sơ quá hạn này chưa được giải trình." if late == 1 else "Các hồ sơ quá hạn này chưa được giải trình."
    return "Còn {{overdue.unexplained}} hồ sơ quá hạn chưa được giải trình."
