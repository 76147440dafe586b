"""Which figures a period can have: their names, labels, units and grouping, in report order. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from intranet.categories.families import FIELD_MEASURES, Category, Family, by_cause, by_field


@dataclass(frozen=True)
class FigureGroup:
    """Figures typed together; with `own_window` they are counted over their own first and last day."""

    key: str
    label: str
    own_window: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Definition:
    """A figure by its fact name; not `typed` where a register gives it or other figures determine it.

    One that is `kept` in a register is typed only for as long as nobody uses that register.
    """

    name: str
    label: str
    unit: str
    group: str
    typed: bool
    hint: str = ""
    kept: bool = False


GROUPS = (
    FigureGroup("documents", "Văn bản chỉ đạo, điều hành"),
    FigureGroup("focal", "Cán bộ đầu mối kiểm soát TTHC"),
    FigureGroup("impact", "Đánh giá tác động của TTHC", hint="Nhập 0 nếu trong kỳ không phát sinh."),
    FigureGroup("procedures", "Thủ tục hành chính", hint="Số TTHC còn hiệu lực vào ngày cuối kỳ."),
    FigureGroup("proposals", "Rà soát, đơn giản hóa TTHC"),
    FigureGroup("internal-procedures", "Quy trình nội bộ"),
    FigureGroup("feedback", "Phản ánh, kiến nghị (PAKN)"),
    FigureGroup(
        "dossiers", "Giải quyết hồ sơ TTHC", hint="Cộng tất cả các hệ thống tiếp nhận, mỗi hồ sơ tính một lần."
    ),
    FigureGroup("dossiers-by-field", "Hồ sơ theo lĩnh vực", hint="Nhập 0 cho lĩnh vực không có hồ sơ."),
    FigureGroup("overdue", "Hồ sơ quá hạn và nguyên nhân", hint="Mỗi hồ sơ quá hạn tính vào một nguyên nhân chính."),
    FigureGroup("staff", "Nhân sự và thiết bị Bộ phận Một cửa"),
    FigureGroup("satisfaction", "Mức độ hài lòng", hint="Nhập 0 cho mức không có phiếu nào."),
    FigureGroup("digitisation", "Số hóa hồ sơ, giấy tờ", own_window=True, hint="Ghi rõ tính từ ngày nào đến ngày nào."),
    FigureGroup("payments", "Thanh toán trực tuyến"),
    FigureGroup("inspections", "Kiểm tra thực hiện kiểm soát TTHC"),
    FigureGroup("trainings", "Tập huấn"),
    FigureGroup("discipline", "Khen thưởng, kỷ luật"),
)
GROUP_LABELS = {group.key: group.label for group in GROUPS}


def _typed(name: str, label: str, unit: str, group: str, hint: str = "") -> Definition:
    """A figure an officer types."""
    return Definition(name, label, unit, group, typed=True, hint=hint)


def _kept(name: str, label: str, unit: str, group: str, hint: str = "") -> Definition:
    """A figure of a register, which an officer types while the register is not used."""
    return Definition(name, label, unit, group, typed=True, hint=hint, kept=True)


def _given(name: str, label: str, unit: str, group: str, hint: str = "") -> Definition:
    """A figure nobody types: a register gives it, or it follows from other figures."""
    return Definition(name, label, unit, group, typed=False, hint=hint)


_ALL = (
    _kept("documents.issued", "Văn bản chỉ đạo đã ban hành", "văn bản", "documents"),
    _typed("focal.ward_leaders", "Đầu mối là lãnh đạo UBND", "người", "focal"),
    _typed("focal.centre_leaders", "Đầu mối là lãnh đạo Bộ phận Một cửa", "người", "focal"),
    _typed("focal.centre_officers", "Đầu mối là công chức Bộ phận Một cửa", "người", "focal"),
    _typed("focal.units", "Phòng chuyên môn có công chức đầu mối", "phòng", "focal"),
    _typed("impact.assessed", "TTHC được đánh giá tác động", "thủ tục", "impact"),
    _typed("impact.issued", "TTHC được ban hành sau đánh giá tác động", "thủ tục", "impact"),
    _typed("procedures.total", "Tổng số TTHC", "thủ tục", "procedures"),
    _typed("procedures.one_stop", "TTHC một cửa", "thủ tục", "procedures", "Không gồm TTHC liên thông."),
    _typed("procedures.interlinked", "TTHC một cửa liên thông", "thủ tục", "procedures"),
    _typed("procedures.postal", "TTHC qua bưu chính công ích (BCCI)", "thủ tục", "procedures"),
    _typed("procedures.online_full", "TTHC trực tuyến toàn trình", "thủ tục", "procedures"),
    _typed("procedures.online_partial", "TTHC trực tuyến một phần", "thủ tục", "procedures"),
    _typed("procedures.online_total", "Tổng số TTHC trực tuyến", "thủ tục", "procedures", "Toàn trình và một phần."),
    _typed("procedures.on_site", "TTHC “4 tại chỗ”", "thủ tục", "procedures"),
    _typed("procedures.published", "TTHC đã công khai", "thủ tục", "procedures"),
    _kept("proposals.made", "Phương án đơn giản hóa đã trình", "phương án", "proposals"),
    _kept("proposals.approved", "Phương án đơn giản hóa được phê duyệt", "phương án", "proposals"),
    _kept(
        "proposals.cost_before",
        "Chi phí tuân thủ trước đơn giản hóa",
        "đồng",
        "proposals",
        "Cộng chi phí một năm của các phương án được phê duyệt.",
    ),
    _kept("proposals.cost_after", "Chi phí tuân thủ sau đơn giản hóa", "đồng", "proposals"),
    _given("proposals.cost_saved", "Chi phí tuân thủ tiết kiệm được", "đồng", "proposals"),
    _given("proposals.saving_rate", "Tỷ lệ cắt giảm chi phí tuân thủ", "%", "proposals"),
    _kept("internal_procedures.effective", "Quy trình nội bộ đang áp dụng", "quy trình", "internal-procedures"),
    _kept("internal_procedures.drafting", "Quy trình nội bộ đang xây dựng", "quy trình", "internal-procedures"),
    _typed("feedback.opening", "PAKN kỳ trước chuyển qua", "PAKN", "feedback"),
    _typed("feedback.received", "PAKN tiếp nhận", "PAKN", "feedback", "Chỉ tính PAKN mới tiếp nhận trong kỳ."),
    _typed("feedback.on_regulation", "PAKN về quy định hành chính", "PAKN", "feedback", "Tính trên PAKN tiếp nhận."),
    _typed("feedback.on_conduct", "PAKN về hành vi hành chính", "PAKN", "feedback", "Gồm PAKN về chậm trễ."),
    _typed("feedback.handled", "PAKN đã xử lý", "PAKN", "feedback"),
    _typed("feedback.published", "PAKN đã công khai kết quả", "PAKN", "feedback"),
    _typed("feedback.pending", "PAKN đang xử lý", "PAKN", "feedback"),
    _typed(
        "dossiers.opening", "Kỳ trước chuyển qua", "hồ sơ", "dossiers", "Đang giải quyết và tạm dừng cuối kỳ trước."
    ),
    _typed("dossiers.received", "Tiếp nhận", "hồ sơ", "dossiers", "Chỉ tính hồ sơ mới tiếp nhận trong kỳ."),
    _typed("dossiers.received_online", "Tiếp nhận trực tuyến", "hồ sơ", "dossiers"),
    _typed("dossiers.received_direct", "Tiếp nhận trực tiếp", "hồ sơ", "dossiers"),
    _typed("dossiers.received_postal", "Tiếp nhận qua BCCI", "hồ sơ", "dossiers"),
    _typed("dossiers.resolved", "Đã giải quyết", "hồ sơ", "dossiers"),
    _typed("dossiers.resolved_early", "Giải quyết trước hạn", "hồ sơ", "dossiers"),
    _typed("dossiers.resolved_on_time", "Giải quyết đúng hạn", "hồ sơ", "dossiers"),
    _typed("dossiers.resolved_late", "Giải quyết quá hạn", "hồ sơ", "dossiers"),
    _typed("dossiers.pending", "Đang giải quyết", "hồ sơ", "dossiers", "Không gồm hồ sơ tạm dừng."),
    _typed("dossiers.pending_in_time", "Đang giải quyết trong hạn", "hồ sơ", "dossiers"),
    _typed("dossiers.pending_late", "Đang giải quyết quá hạn", "hồ sơ", "dossiers"),
    _typed("dossiers.rejected", "Không đủ điều kiện", "hồ sơ", "dossiers", "Từ chối, trả lại, rút hoặc dừng hẳn."),
    _typed("dossiers.paused", "Tạm dừng", "hồ sơ", "dossiers", "Tạm dừng hoặc chờ bổ sung vào ngày cuối kỳ."),
    _given("dossiers.carried_over", "Chuyển kỳ sau", "hồ sơ", "dossiers", "Đang giải quyết và tạm dừng."),
    _given("overdue.late", "Hồ sơ quá hạn", "hồ sơ", "overdue", "Giải quyết quá hạn và đang giải quyết quá hạn."),
    _kept(
        "overdue.explained", "Hồ sơ quá hạn đã giải trình", "hồ sơ", "overdue", "Đã nêu nguyên nhân và có giải trình."
    ),
    _given("overdue.unexplained", "Hồ sơ quá hạn chưa giải trình", "hồ sơ", "overdue"),
    _kept("overdue.apologies", "Thư xin lỗi đã gửi", "thư", "overdue"),
    _typed("staff.total", "Tổng số nhân sự Bộ phận Một cửa", "người", "staff"),
    _typed("staff.leaders", "Lãnh đạo", "người", "staff"),
    _typed("staff.controllers", "Cán bộ kiểm soát TTHC", "người", "staff"),
    _typed("staff.desk", "Công chức tiếp nhận", "người", "staff"),
    _typed("equipment.computers", "Máy tính", "chiếc", "staff"),
    _typed("equipment.scanners", "Máy quét", "chiếc", "staff"),
    _typed("equipment.printers", "Máy in", "chiếc", "staff"),
    _typed("satisfaction.ratings", "Phiếu đánh giá", "phiếu", "satisfaction"),
    _typed("satisfaction.very_satisfied", "Rất hài lòng", "phiếu", "satisfaction"),
    _typed("satisfaction.satisfied", "Hài lòng", "phiếu", "satisfaction"),
    _typed("satisfaction.neutral", "Bình thường", "phiếu", "satisfaction"),
    _typed("satisfaction.dissatisfied", "Không hài lòng", "phiếu", "satisfaction"),
    _typed("satisfaction.very_dissatisfied", "Rất không hài lòng", "phiếu", "satisfaction"),
    _given("satisfaction.very_satisfied_rate", "Tỷ lệ rất hài lòng", "%", "satisfaction"),
    _given("satisfaction.satisfied_rate", "Tỷ lệ hài lòng", "%", "satisfaction", "Không gồm rất hài lòng."),
    _typed("digitisation.due", "Hồ sơ phải số hóa", "hồ sơ", "digitisation"),
    _typed("digitisation.done", "Hồ sơ đã số hóa", "hồ sơ", "digitisation"),
    _given("digitisation.rate", "Tỷ lệ số hóa", "%", "digitisation"),
    _typed("payments.total", "Giao dịch nộp phí, lệ phí", "giao dịch", "payments"),
    _typed("payments.online", "Giao dịch thanh toán trực tuyến", "giao dịch", "payments"),
    _given("payments.online_rate", "Tỷ lệ thanh toán trực tuyến", "%", "payments"),
    _typed("payments.amount", "Số tiền thanh toán trực tuyến", "đồng", "payments"),
    _given("inspections.done", "Cuộc kiểm tra đã thực hiện", "cuộc", "inspections"),
    _given("inspections.planned", "Cuộc kiểm tra theo kế hoạch", "cuộc", "inspections"),
    _given("inspections.findings", "Tồn tại đã phát hiện", "tồn tại", "inspections"),
    _given("inspections.findings_closed", "Tồn tại đã khắc phục", "tồn tại", "inspections"),
    _given("inspections.corrective_overdue", "Biện pháp khắc phục quá hạn", "biện pháp", "inspections"),
    _kept("trainings.courses", "Khóa tập huấn đã tổ chức", "khóa", "trainings"),
    _kept("trainings.participants", "Lượt người tham dự tập huấn", "lượt người", "trainings"),
    _kept("trainings.hours", "Số giờ tập huấn", "giờ", "trainings", "Giờ học, không nhân với số người."),
    _typed("discipline.rewarded", "Cán bộ, công chức được khen thưởng", "người", "discipline"),
    _typed("discipline.disciplined", "Cán bộ, công chức bị kỷ luật", "người", "discipline"),
)

CATALOGUE = {definition.name: definition for definition in _ALL}


def definitions(categories: Iterable[Category]) -> dict[str, Definition]:
    """Every figure by name: the fixed ones, then those of each category in the order given."""
    return CATALOGUE | {definition.name: definition for category in categories for definition in _of(category)}


def _of(category: Category) -> tuple[Definition, ...]:
    if category.family is Family.CAUSE:
        return (_kept(by_cause(category.code), category.label, "hồ sơ", "overdue"),)
    group, unit = "dossiers-by-field", "hồ sơ"
    return tuple(
        _typed(by_field(category.code, measure), f"{label} lĩnh vực {category.label}", unit, group)
        for measure, label in FIELD_MEASURES.items()
    )
