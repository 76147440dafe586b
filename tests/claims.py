"""What a composed report may say that something is not, or is all of something, and when that is true. Pure.

Missing is not zero: of a figure that nobody gave none of this may be said. A section that learns to deny something new
is refused by the tests until it stands here.
"""

import re
from collections.abc import Callable

from intranet.categories.families import by_cause, by_field
from intranet.figures.facts import Facts

Condition = Callable[[Facts], bool]

# Words by which a sentence denies something, or says it of all; not those that only belong to the name of a figure.
NAMES = r"\b(?:rất )?không hài lòng (?=\d|…)|^Không đủ điều kiện giải quyết(?= \d| …)|chưa xác định nguyên nhân"
DENIAL = re.compile(r"\b(?:không|chưa|đều|toàn bộ|xong|khác với)\b", re.IGNORECASE)


def denies(sentence: str) -> bool:
    return bool(DENIAL.search(re.sub(NAMES, "", sentence)))


def zero(*names: str) -> Condition:
    """Each of them is known to be 0."""
    return lambda facts: all(facts.value(name) == 0 for name in names)


def same(part: str, whole: str) -> Condition:
    """Both are known, and one is all of the other."""
    return lambda facts: facts.value(part) is not None and facts.value(part) == facts.value(whole)


def no_cause_is_known(facts: Facts) -> bool:
    """Each cause is known to have kept none late, or no late dossier is explained."""
    return zero("overdue.explained")(facts) or all(facts.value(by_cause(cause.code)) == 0 for cause in facts.causes)


def nobody_explained(facts: Facts) -> bool:
    late = facts.value("overdue.late")
    return bool(late) and facts.value("overdue.unexplained") == late


def has_unexplained(facts: Facts) -> bool:
    """A number or a blank stands in the sentence, never a zero."""
    return facts.value("overdue.unexplained") != 0


def no_proposal_is_about_business(facts: Facts) -> bool:
    """There was none at all, or as many are told as were made, and as were approved."""
    counted = [facts.value("proposals.made"), facts.value("proposals.approved")]
    are_told = None not in counted and max(counted) <= len(facts.proposals)
    return are_told and not any(proposal.is_business for proposal in facts.proposals)


def no_document_was_issued(facts: Facts) -> bool:
    return zero("documents.issued")(facts) and not any(document.is_issued for document in facts.documents)


def no_inspection_was_held(facts: Facts) -> bool:
    return zero("inspections.done")(facts) and not facts.inspections


def an_inspection_found_nothing(facts: Facts) -> bool:
    return any(not inspection.findings for inspection in facts.inspections)


def other_fields_have_none_late(facts: Facts) -> bool:
    """Each field is known to have resolved none, or to have resolved none late, or else is told as late."""
    late = {slug: facts.value(by_field(slug, "resolved_late")) for slug, _ in facts.fields}
    idle = {slug for slug, _ in facts.fields if facts.value(by_field(slug, "resolved")) == 0}
    return None not in [count for slug, count in late.items() if slug not in idle]


def no_field_has_late(facts: Facts) -> bool:
    late = [facts.value(by_field(slug, "resolved_late")) for slug, _ in facts.fields]
    return other_fields_have_none_late(facts) and not any(late)


def carried_the_same(figure: str) -> Condition:
    sides = ("previous", "last_year")
    return lambda facts: any(facts.value(f"{side}.{figure}") == facts.value(figure) for side in sides)


def differs_from_what_was_left(facts: Facts) -> bool:
    opening, left = facts.value("dossiers.opening"), facts.value("previous.dossiers.carried_over")
    return opening is not None and left is not None and opening != left


# By the words of the sentence; where several are found in one, all must be true.
CLAIMS: dict[str, Condition] = {
    # I. Direction
    r"không phát sinh văn bản chỉ đạo|chưa ban hành văn bản": no_document_was_issued,
    r"Chưa bố trí cán bộ, công chức đầu mối": zero(
        "focal.ward_leaders", "focal.centre_leaders", "focal.centre_officers", "focal.units"
    ),
    # II.1 to II.4
    r"không phát sinh việc đánh giá tác động": zero("impact.assessed", "impact.issued"),
    r"chưa có thủ tục nào đang áp dụng": zero("procedures.total"),
    r"thủ tục, đều một cửa\.": same("procedures.one_stop", "procedures.total"),
    r"thủ tục, đều một cửa liên thông": same("procedures.interlinked", "procedures.total"),
    r"Chưa có TTHC cung cấp trực tuyến": zero("procedures.online_total"),
    r"trực tuyến, đều toàn trình": same("procedures.online_full", "procedures.online_total"),
    r"trực tuyến, đều một phần": same("procedures.online_partial", "procedures.online_total"),
    r"Chưa có TTHC tiếp nhận, trả kết quả qua": zero("procedures.postal"),
    r"Chưa có TTHC nào được công khai": zero("procedures.published"),
    r"Toàn bộ .* TTHC đã được công khai": same("procedures.published", "procedures.total"),
    r"không phát sinh phương án đơn giản hóa": zero("proposals.made", "proposals.approved"),
    r"không phát sinh phương án cắt giảm": no_proposal_is_about_business,
    r"không trình phương án": zero("proposals.made"),
    r"Chưa có phương án nào được phê duyệt": zero("proposals.approved"),
    r"Chi phí tuân thủ trong một năm không thay đổi": same("proposals.cost_before", "proposals.cost_after"),
    r"quy trình nội bộ .* được phê duyệt hoặc đang xây dựng": zero(
        "internal_procedures.effective", "internal_procedures.drafting"
    ),
    r"Chưa có quy trình nội bộ .* đang được áp dụng": zero("internal_procedures.effective"),
    r"không phát sinh phản ánh": zero("feedback.opening", "feedback.received", "feedback.pending"),
    r"không tiếp nhận phản ánh": zero("feedback.received"),
    r"không có PAKN từ kỳ trước": zero("feedback.opening"),
    r"đều về quy định hành chính": same("feedback.on_regulation", "feedback.received"),
    r"đều về hành vi hành chính": same("feedback.on_conduct", "feedback.received"),
    r"Chưa xử lý xong PAKN nào": zero("feedback.handled"),
    r"chưa công khai kết quả xử lý": zero("feedback.published"),
    r"Không còn PAKN đang xử lý": zero("feedback.pending"),
    # II.5, II.7
    r"không phát sinh hồ sơ TTHC": zero("dossiers.opening", "dossiers.received"),
    r"[Kk]hông có hồ sơ từ kỳ trước chuyển qua": zero("dossiers.opening"),
    r"khác với .* hồ sơ chuyển kỳ sau": differs_from_what_was_left,
    r"không tiếp nhận hồ sơ mới": zero("dossiers.received"),
    r"hồ sơ, đều nộp trực tuyến": same("dossiers.received_online", "dossiers.received"),
    r"hồ sơ, đều nộp trực tiếp": same("dossiers.received_direct", "dossiers.received"),
    r"hồ sơ, đều nộp qua bưu chính": same("dossiers.received_postal", "dossiers.received"),
    r"Chưa giải quyết xong hồ sơ nào": zero("dossiers.resolved"),
    r"Đã giải quyết .* hồ sơ, đều trước hạn": same("dossiers.resolved_early", "dossiers.resolved"),
    r"Đã giải quyết .* hồ sơ, đều đúng hạn": same("dossiers.resolved_on_time", "dossiers.resolved"),
    r"Đã giải quyết .* hồ sơ, đều quá hạn": same("dossiers.resolved_late", "dossiers.resolved"),
    r"Không có hồ sơ bị từ chối": zero("dossiers.rejected"),
    r"Không có hồ sơ chuyển sang kỳ sau": zero("dossiers.pending", "dossiers.paused"),
    r"đang giải quyết .* hồ sơ, đều trong hạn": same("dossiers.pending_in_time", "dossiers.pending"),
    r"đang giải quyết .* hồ sơ, đều quá hạn": same("dossiers.pending_late", "dossiers.pending"),
    r"không có hồ sơ nộp trực tuyến": zero("dossiers.received_online"),
    r"Toàn bộ .* hồ sơ .* được nộp trực tuyến": same("dossiers.received_online", "dossiers.received"),
    r"chưa cung cấp TTHC trực tuyến": zero("procedures.online_full", "procedures.online_partial"),
    r"hồ sơ tiếp nhận không đổi": carried_the_same("dossiers.received"),
    r"hồ sơ đã giải quyết không đổi": carried_the_same("dossiers.resolved"),
    r"hồ sơ quá hạn không đổi": carried_the_same("overdue.late"),
    r"hồ sơ chuyển kỳ sau không đổi": carried_the_same("dossiers.carried_over"),
    # II.6
    r"không có TTHC thực hiện theo cơ chế": zero("procedures.on_site"),
    r"chưa được bố trí nhân sự": zero("staff.total"),
    r"chưa được bố trí công chức tiếp nhận": zero("staff.desk"),
    r"Chưa được trang bị": zero("equipment.computers", "equipment.scanners", "equipment.printers"),
    r"không có phiếu đánh giá": zero("satisfaction.ratings"),
    r"Không có phiếu không hài lòng": zero("satisfaction.dissatisfied", "satisfaction.very_dissatisfied"),
    r"không phát sinh hồ sơ phải số hóa": zero("digitisation.due"),
    r"chưa số hóa hồ sơ nào": zero("digitisation.done"),
    r"đã số hóa toàn bộ": same("digitisation.done", "digitisation.due"),
    r"khác với kỳ báo cáo": lambda facts: "digitisation" in facts.windows,
    # II.10, II.11
    r"chưa hoàn thành cuộc kiểm tra nào|không tổ chức cuộc kiểm tra nào": no_inspection_was_held,
    r"Qua kiểm tra không phát hiện tồn tại": zero("inspections.findings"),
    r"tồn tại, chưa khắc phục xong": zero("inspections.findings_closed"),
    r"tồn tại, đã khắc phục xong": same("inspections.findings_closed", "inspections.findings"),
    r"^Không phát hiện tồn tại": an_inspection_found_nothing,
    r"không có khóa tập huấn nào": zero("trainings.courses"),
    r"không có cán bộ, công chức được khen thưởng hoặc bị kỷ luật": zero(
        "discipline.rewarded", "discipline.disciplined"
    ),
    r"không có cán bộ, công chức được khen thưởng;": zero("discipline.rewarded"),
    r"không có cán bộ, công chức bị kỷ luật": zero("discipline.disciplined"),
    # III, IV
    r"không phát sinh giao dịch nộp phí": zero("payments.total"),
    r"chưa có giao dịch nộp phí, lệ phí nào": zero("payments.online"),
    r"Toàn bộ .* giao dịch": same("payments.online", "payments.total"),
    r"Các lĩnh vực còn lại không có hồ sơ giải quyết quá hạn": other_fields_have_none_late,
    r"Các lĩnh vực có hồ sơ giải quyết trong kỳ đều không có": no_field_has_late,
    r"Trong kỳ không có hồ sơ quá hạn": zero("overdue.late"),
    r"hồ sơ quá hạn, (đều )?đã giải quyết xong": zero("dossiers.pending_late"),
    r"hồ sơ quá hạn, (đều )?đang giải quyết": zero("dossiers.resolved_late"),
    r"gồm .* hồ sơ đã giải quyết xong và .* đang giải quyết": lambda facts: not facts.are_zero("overdue.late"),
    r"Chưa có thư xin lỗi nào": zero("overdue.apologies"),
    r"Nguyên nhân quá hạn chưa được xác định": no_cause_is_known,
    r"^(Các hồ|Hồ) sơ quá hạn này chưa được giải trình": nobody_explained,
    r"^Còn .* hồ sơ quá hạn chưa được giải trình": has_unexplained,
    # What the records themselves are labelled.
    r"^(chưa khắc phục|chưa gửi|không được chấp thuận)[.;]": lambda facts: bool(facts.inspections or facts.proposals),
    r"^Hồ sơ quá hạn chưa có văn bản xin lỗi": lambda facts: bool(facts.inspections),
}

# What is said wherever these are all zero, by the words.
SAID_WHERE_ZERO: dict[str, tuple[str, ...]] = {
    "không có khóa tập huấn nào": ("trainings.courses",),
    "không có phiếu đánh giá": ("satisfaction.ratings",),
    "không phát sinh hồ sơ phải số hóa": ("digitisation.due",),
    "không phát sinh giao dịch nộp phí": ("payments.total",),
    "chưa được bố trí nhân sự": ("staff.total",),
    "không có hồ sơ quá hạn": ("overdue.late",),
    "không phát sinh phản ánh": ("feedback.opening", "feedback.received", "feedback.pending"),
    "không phát sinh hồ sơ TTHC": ("dossiers.opening", "dossiers.received"),
    "không có hồ sơ nộp trực tuyến": ("dossiers.received_online",),
    "không phát sinh việc đánh giá tác động": ("impact.assessed", "impact.issued"),
    "chưa có thủ tục nào đang áp dụng": ("procedures.total",),
    "không có TTHC thực hiện theo cơ chế": ("procedures.on_site",),
    "khen thưởng hoặc bị kỷ luật": ("discipline.rewarded", "discipline.disciplined"),
}
