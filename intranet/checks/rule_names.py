"""What a rule is called on every page and paper; its code stays in JSON. Pure."""

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "period-window": "Kỳ báo cáo không đúng ngày quy định",
    "period-reversed": "Ngày đầu sau ngày cuối",
    "date-outside-period": "Ngày ngoài kỳ báo cáo",
    "window-differs": "Số liệu lấy theo kỳ khác",
    "relative-date": "Mốc thời gian không rõ ngày",
    "sum-dossiers-received": "Hồ sơ tiếp nhận không khớp các kênh",
    "sum-dossiers-balance": "Hồ sơ đầu kỳ, trong kỳ, cuối kỳ không cân đối",
    "sum-dossiers-resolved": "Hồ sơ đã giải quyết không khớp các phần",
    "sum-dossiers-pending": "Hồ sơ đang giải quyết không khớp các phần",
    "sum-dossiers-by-field": "Hồ sơ theo lĩnh vực không khớp tổng số",
    "sum-overdue-causes": "Hồ sơ quá hạn không khớp các nguyên nhân",
    "sum-procedures": "Số TTHC không khớp các loại",
    "sum-feedback": "Số PAKN không khớp các phần",
    "sum-satisfaction": "Phiếu đánh giá không khớp các mức",
    "sum-staff": "Số người không khớp các phần",
    "sum-table": "Dòng tổng của bảng không khớp",
    "part-exceeds-whole": "Số thành phần lớn hơn tổng số",
    "opening-differs-from-closing": "Số kỳ trước chuyển qua khác số kỳ trước để lại",
    "figure-contradicts": "Số trong lời văn khác số liệu của kỳ",
    "figure-repeated-differs": "Một số liệu ghi hai số khác nhau",
    "figure-not-in-facts": "Con số không có trong số liệu của kỳ",
    "figure-unbound": "Số liệu gõ tay, không tự cập nhật",
    "figure-missing": "Thiếu số liệu",
    "figures-stale": "Số liệu đã cũ",
    "rate-wrong": "Tỷ lệ tính sai",
    "rate-without-base": "Tỷ lệ không rõ tính trên số nào",
    "late-without-cause": "Lời văn chưa nêu nguyên nhân quá hạn",
    "overdue-unexplained": "Hồ sơ quá hạn chưa được giải trình",
    "inspections-without-record": "Cuộc kiểm tra nêu chưa đủ thông tin",
    "trainings-without-record": "Khóa tập huấn nêu chưa đủ thông tin",
    "claim-contradicts": "Nhận định trái với số liệu",
    "section-empty": "Mục chưa có nội dung",
    "text-unconfirmed": "Nội dung chưa xác nhận",
    "placeholder-left": "Còn chỗ trống, lời mẫu chưa điền",
    "heading-repeated": "Số mục bị trùng",
    "heading-gap": "Số mục không liên tục",
    "annex-missing": "Thiếu biểu, phụ lục kèm theo",
    "citation-superseded": "Căn cứ không còn hoặc chưa có hiệu lực",
    "citation-type": "Tên loại văn bản không khớp số, ký hiệu",
    "citation-unknown": "Căn cứ cần đối chiếu",
    "personal-data": "Nêu tên, thông tin của người dân",
    "spelling": "Chính tả, trình bày",
    "terminology": "Một việc gọi bằng nhiều tên",
    "approval-pending": "Chưa được duyệt",
    "corrective-overdue": "Tồn tại quá hạn khắc phục",
}


def name_of(rule: str) -> str:
    """The rule's name; its code of one that is no more, which an old explanation may still tell of."""
    return NAMES.get(rule, rule)
