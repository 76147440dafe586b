"""II.10: each inspection with its days, its findings, their remedies and how far these are. Pure."""

from intranet.figures.facts import Facts
from intranet.figures.notes import FindingNote, InspectionNote
from intranet.kernel.formats import date_text
from intranet.reports.wording import days, inline, paragraphs, sentences

SUBJECT = "việc thực hiện kiểm soát TTHC"


def inspections(facts: Facts) -> str:
    if facts.are_zero("inspections.done") and not facts.inspections:
        return sentences(_none_done(facts), _overdue(facts))
    if not facts.inspections and not facts.know("inspections"):
        return _done(facts)
    one_by_one = [
        _told(inspection, f"({place}) " if len(facts.inspections) > 1 else "", facts)
        for place, inspection in enumerate(facts.inspections, start=1)
    ]
    return paragraphs(sentences(_done(facts), _found(facts), _overdue(facts)), *one_by_one)


def _none_done(facts: Facts) -> str:
    if facts.above_zero("inspections.planned"):
        return "Trong kỳ chưa hoàn thành cuộc kiểm tra nào; kế hoạch của kỳ là {{inspections.planned}} cuộc."
    return "Trong kỳ không tổ chức cuộc kiểm tra nào."


def _done(facts: Facts) -> str:
    planned = "; kế hoạch của kỳ là {{inspections.planned}} cuộc" if facts.above_zero("inspections.planned") else ""
    return f"Trong kỳ đã hoàn thành {{{{inspections.done}}}} cuộc kiểm tra {SUBJECT}{planned}."


def _found(facts: Facts) -> str:
    if facts.are_zero("inspections.findings"):
        return "Qua kiểm tra không phát hiện tồn tại."
    mended = "đã khắc phục {{inspections.findings_closed}} tồn tại"
    if facts.are_zero("inspections.findings_closed"):
        mended = "chưa khắc phục xong"
    elif facts.are_equal("inspections.findings_closed", "inspections.findings"):
        mended = "đã khắc phục xong"
    return f"Qua kiểm tra phát hiện {{{{inspections.findings}}}} tồn tại, {mended}."


def _overdue(facts: Facts) -> str:
    if not facts.above_zero("inspections.corrective_overdue"):
        return ""
    return "Đến hết ngày [[đến ngày]], còn {{inspections.corrective_overdue}} biện pháp khắc phục quá hạn."


def _told(inspection: InspectionNote, ordinal: str, facts: Facts) -> str:
    basis = f"; căn cứ: {inline(inspection.basis)}" if inspection.basis else ""
    held = (
        f"{ordinal}{inline(inspection.title)} ({inspection.kind.lower()}, {inspection.method.lower()}). "
        f"Đơn vị được kiểm tra: {inline(inspection.unit)}; "
        f"thời gian: {days(inspection.started_on, inspection.ended_on)}{basis}."
    )
    if not inspection.findings:
        return held if facts.are_zero("inspections.findings") else sentences(held, "Không phát hiện tồn tại.")
    return paragraphs(sentences(held, "Tồn tại và kết quả khắc phục:"), *map(_finding, inspection.findings))


def _finding(finding: FindingNote) -> str:
    return (
        f"- {inline(finding.text)} (mức độ: {finding.severity.lower()}). Yêu cầu khắc phục: {inline(finding.remedy)}; "
        f"đơn vị thực hiện: {inline(finding.unit)}; hạn khắc phục: {date_text(finding.due_on)}; "
        f"tình trạng: {finding.state.lower()}."
    )
