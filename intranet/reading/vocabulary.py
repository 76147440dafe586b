"""The words by which offices say what a figure counts: data of the reader, patterns in small letters.

A table gives leaves of fact names. The pattern that begins leftmost counts, the first of those that begin together;
"" is what only sounds like one, NOT what no figure of the table stands beside. The last row is what its words mean in
general, asked where nothing else is said. Pure.
"""

BEFORE = r"(?:kỳ|quý|tháng|năm|giai đoạn) trước"
NEXT = r"(?:kỳ|quý|tháng|năm) (?:sau|tiếp theo|tới)"
POST = r"(?:dịch vụ )?(?:bưu chính(?: công ích)?|bcci|bưu điện)"

Table = tuple[tuple[str, str], ...]
NOT = "-"  # words beside which a number is none of the table's figures

FEEDBACK: Table = (
    ("opening", rf"{BEFORE}|tồn đọng"),
    ("on_regulation", r"(?:về )?(?:nội dung )?quy định(?: hành chính)?"),
    ("on_conduct", r"(?:về )?hành vi(?: hành chính)?"),
    ("published", r"(?:công khai|đăng tải|công bố)(?: kết quả)?(?: xử lý| giải quyết| trả lời)?"),
    ("pending", r"đang (?:được )?(?:xử lý|giải quyết|xem xét)|chưa (?:được )?(?:xử lý|giải quyết|trả lời)|còn lại|"
                r"chuyển kỳ sau"),
    ("handled", r"(?:đã |được )*(?:xử lý|giải quyết|trả lời|chuyển xử lý)"),
    ("received", r"tiếp nhận|nhận(?: được)?|phát sinh|(?:có )?tổng số|mới|trong kỳ"),
)  # fmt: skip
SATISFACTION: Table = (
    ("very_dissatisfied", r"rất không hài lòng"),
    ("dissatisfied", r"(?:không|chưa) hài lòng"),
    ("very_satisfied", r"rất hài lòng"),
    ("", r"(?:mức độ|sự|độ|chỉ số|đánh giá|khảo sát|về) hài lòng"),
    ("satisfied", r"hài lòng"),
    ("neutral", r"bình thường|chấp nhận được"),
    ("issued", r"phát ra|phát hành|gửi đi"),
    ("ratings", r"đánh giá|khảo sát|tổng số|thu (?:về|được)|ý kiến|phiếu"),
)
PROCEDURES: Table = (
    ("", r"một cửa(?:,| và|/) (?:cơ chế )?(?:một cửa )?liên thông"),
    (NOT, r"nội bộ|mới ban hành|mới|sửa đổi|bổ sung|thay thế|bãi bỏ|rà soát|đơn giản|cắt giảm|đánh giá tác động|"
          r"chưa|thiếu|hồ sơ"),
    ("interlinked", r"(?:một cửa )?liên thông"),
    ("one_stop", r"một cửa"),
    ("online_full", r"(?:trực tuyến )?toàn trình|mức độ 4"),
    ("online_partial", r"(?:trực tuyến )?một phần|mức độ 3"),
    ("online_info", r"cung cấp thông tin(?: trực tuyến)?"),
    ("online_total", r"trực tuyến"),
    ("postal", POST),
    ("on_site", r"(?:4|bốn) tại chỗ|“4 tại chỗ”"),
    ("published", r"(?:đã )?(?:được )?(?:công khai|niêm yết|công bố)"),
    ("total", r"tổng số|thuộc thẩm quyền|danh mục"),
)  # fmt: skip
STAFF: Table = (
    ("controllers", r"kiểm soát"),
    ("desk", r"tiếp nhận|hướng dẫn"),
    ("leaders", r"lãnh đạo|(?:phó )?giám đốc|trưởng|phụ trách"),
    ("total", r"tổng số|biên chế|có|bố trí|người"),
)
INSPECTIONS: Table = (
    (NOT, r"định kỳ|đột xuất|tự kiểm tra|qua hệ thống|phúc tra"),
    ("planned", r"kế hoạch"),
    ("done", r"kiểm tra"),
)
FINDINGS: Table = (
    ("findings_closed", r"(?:đã )?khắc phục"),
    ("findings", r"phát hiện|qua kiểm tra|có"),
)
TRAININGS: Table = (("courses", r"tập huấn|bồi dưỡng"),)
PROPOSALS: Table = (
    ("approved", r"(?:được )?(?:phê duyệt|thông qua)"),
    ("made", r"trình|đề xuất|xây dựng|kiến nghị"),
)
INTERNAL_PROCEDURES: Table = (
    ("drafting", r"(?:đang )?xây dựng|dự thảo"),
    ("effective", r"áp dụng|ban hành"),
)
DOCUMENTS: Table = (("issued", r"ban hành|tham mưu"),)
DIGITISATION: Table = (
    (NOT, r"kết quả (?:đã |được |phải |cần )+số hóa|số hóa kết quả"),
    ("due", r"(?:phải|cần) (?:được )?số hóa"),
    ("done", r"(?:đã )?(?:được )?số hóa"),
    ("done", r"số hóa"),
)
PAYMENTS: Table = (
    ("online", r"trực tuyến"),
    ("total", r"giao dịch|thanh toán"),
)
EQUIPMENT: Table = (
    ("scanners", r"máy (?:quét|scan)"),
    ("printers", r"máy in"),
    ("computers", r"máy (?:tính|vi tính)"),
)

APOLOGIES: Table = (("apologies", r"xin lỗi"),)

# Where a domain's figures stand in the facts, and the words that tell them.
DOMAINS: dict[str, tuple[str, Table]] = {
    "feedback": ("feedback", FEEDBACK),
    "procedures": ("procedures", PROCEDURES),
    "satisfaction": ("satisfaction", SATISFACTION),
    "inspections": ("inspections", INSPECTIONS),
    "findings": ("inspections", FINDINGS),
    "trainings": ("trainings", TRAININGS),
    "participants": ("trainings", (("participants", r"."),)),
    "proposals": ("proposals", PROPOSALS),
    "internal_procedures": ("internal_procedures", INTERNAL_PROCEDURES),
    "documents": ("documents", DOCUMENTS),
    "digitisation": ("digitisation", DIGITISATION),
    "payments": ("payments", PAYMENTS),
    "apologies": ("overdue", APOLOGIES),
    "staff": ("staff", STAFF),
    "equipment": ("equipment", EQUIPMENT),
}

# What a counting word after a number says; the domain of "hồ sơ" and of people depends on the sentence.
UNITS: Table = (
    ("people", r"(?:lượt )?(?:người|cán bộ|công chức|viên chức|lãnh đạo|học viên|đồng chí|(?:phó )?giám đốc|nhân viên|"
               r"biên chế)"),
    ("dossiers", r"hồ sơ(?! điện tử)|hs\b"),
    ("feedback", r"pakn|phản ánh(?:,? kiến nghị)?|kiến nghị|ý kiến phản ánh|ý kiến"),
    ("procedures", r"tthc|thủ tục(?: hành chính)?|dịch vụ công|dvc|dvctt"),
    ("satisfaction", r"phiếu|lượt (?:phiếu |đánh giá|ý kiến)|ý kiến đánh giá"),
    ("inspections", r"(?:cuộc|lần|đợt|lượt|đoàn)(?: tự)?(?: kiểm tra)?"),
    ("trainings", r"(?:lớp|khóa|khoá|hội nghị|buổi)(?: tập huấn| bồi dưỡng)?"),
    ("findings", r"tồn tại|sai sót|vi phạm|thiếu sót"),
    ("equipment", r"(?:chiếc |bộ |cái )?máy (?:tính|vi tính|quét|scan|in)|bộ máy"),
    ("apologies", r"(?:thư|văn bản|phiếu) xin lỗi"),
    ("internal_procedures", r"quy trình(?: nội bộ)?"),
    ("proposals", r"phương án"),
    ("documents", r"văn bản|công văn|kế hoạch|quyết định|thông báo"),
    ("payments", r"giao dịch|lượt thanh toán"),
)  # fmt: skip
