"""The words by which offices tell dossiers: received, resolved, pending, and in what time. Data of the reader.

Three figures are told in reports and are no fact of ours: `total` (all there was to resolve), `resolved_in_time` (early
and on time together), `received_on_paper` (at the desk and by post together). Pure.
"""

from intranet.reading.vocabulary import BEFORE, NEXT, POST, Table

HAN = r"(?:thời )?(?:hạn|thời hạn)"
LATE = rf"quá {HAN}|trễ {HAN}|chậm {HAN}|muộn {HAN}|trễ hẹn|quá hẹn|(?:chậm|trễ|muộn) trả"
EARLY = rf"(?:trước|sớm)(?: {HAN})|trước hẹn|sớm hẹn"
ON_TIME = rf"đúng {HAN}|đúng hẹn"
EITHER = r"(?:trước|đúng|sớm)"
IN_TIME = rf"{EITHER}(?: {HAN})?\s*(?:và|hoặc|,|/|&|-)\s*(?:giải quyết )?{EITHER} {HAN}"
IN_PERSON = r"trực tiếp"
ON_PAPER = (
    rf"{IN_PERSON}\s*(?:và|hoặc|,|/|&)\s*(?:nộp )?(?:qua )?{POST}|{POST}\s*(?:và|hoặc|,|/|&)\s*(?:nộp )?{IN_PERSON}"
)
ONLINE = r"trực tuyến|qua mạng|trên môi trường (?:điện tử|mạng)|qua cổng dịch vụ công"

# Which dossiers: the first that begins leftmost counts. "" is what only sounds like one.
DOSSIER_BASES: Table = (
    ("", r"(?:kết quả|tình hình|thời hạn|thời gian|quá trình|thẩm quyền|công tác|việc|quy trình|tiến độ|chậm) "
         r"(?:tiếp nhận(?: và|,)? |tiếp nhận,? xử lý,? )?(?:giải quyết|tiếp nhận|xử lý)"
         r"|tiếp nhận(?: hồ sơ)?(?:,| và) (?:hẹn )?trả kết quả|bộ phận tiếp nhận|giấy tiếp nhận"),
    ("carried_over", rf"chuyển (?:tiếp )?(?:sang )?{NEXT}|chuyển sang (?:quý|kỳ)|chuyển tiếp sang"),
    ("opening", rf"(?:từ |tồn (?:từ |của )?|của )?{BEFORE}(?: (?:chuyển|mang|tồn)(?: qua| sang| tiếp| lại)*)|"
                rf"tồn (?:từ |của )?{BEFORE}|từ {BEFORE}|"
                rf"(?:chuyển|tồn|mang)(?: qua| sang| tiếp| lại| đọng)*(?: từ| của)? {BEFORE}"),
    ("total", r"(?:phải|cần) (?:giải quyết|xử lý)|tổng số hồ sơ thụ lý|"
              r"tổng(?: số)? hồ sơ(?=\s*(?:[:(]\s*|là\s*)?$)"),
    ("rejected", r"(?:không|chưa) đủ điều kiện(?: để)?(?: giải quyết| tiếp nhận)?|từ chối(?: tiếp nhận| giải quyết)?|"
                 r"(?:bị )?trả lại|bị trả|(?:xin |đề nghị |công dân |người dân |tự )?rút(?: hồ sơ| lại)?|"
                 r"dừng giải quyết|dừng xử lý|bị hủy|đã hủy"),
    ("paused", r"tạm (?:dừng|ngừng|ngưng)(?: giải quyết| xử lý)?|(?:đang )?(?:chờ|yêu cầu|phải) bổ sung|"
               r"chờ công dân bổ sung"),
    ("pending", r"(?:hiện )?đang (?:được |trong quá trình |trong thời gian |tiếp tục )?(?:giải quyết|xử lý|thụ lý)|"
                r"chưa (?:được )?(?:giải quyết|xử lý|trả)|còn lại|(?:còn )?tồn đọng|tồn cuối kỳ"),
    ("pending", rf"chưa (?:đến|tới) hạn(?: giải quyết| trả)?|(?:còn )?trong hạn giải quyết|còn {HAN} giải quyết"),
    ("resolved", r"(?:đã |được )*(?:giải quyết|xử lý)(?: xong| được| hoàn thành)?|đã (?:có|trả) kết quả|"
                 r"đã (?:trả|hoàn thành)|hoàn thành|trả kết quả|trả(?= (?:đúng|trước|quá|sớm|chậm|trễ))"),
    ("received", r"tiếp nhận(?: mới| vào)?|nhận mới|nhận(?= trong kỳ| trong quý| vào)|mới tiếp nhận|phát sinh mới|"
                 r"hồ sơ mới(?! ban)"),
)  # fmt: skip
DOSSIER_BUCKETS: Table = (
    ("in_time", IN_TIME),
    ("on_paper", ON_PAPER),
    ("late", LATE),
    ("early", EARLY),
    ("on_time", ON_TIME),
    ("in_hand", rf"(?:còn )?trong {HAN}|còn {HAN}|chưa đến hạn(?: giải quyết| trả)?|chưa tới hạn"),
    ("postal", POST),
    ("online", ONLINE),
    ("direct", IN_PERSON),
)
# What a bucket of a base is called; a bucket alone tells its base, but for the late ones.
DOSSIERS: dict[tuple[str, str], str] = {
    ("received", "online"): "received_online",
    ("received", "direct"): "received_direct",
    ("received", "postal"): "received_postal",
    ("received", "on_paper"): "received_on_paper",
    ("resolved", "early"): "resolved_early",
    ("resolved", "on_time"): "resolved_on_time",
    ("resolved", "in_time"): "resolved_in_time",
    ("resolved", "in_hand"): "resolved_in_time",
    ("resolved", "late"): "resolved_late",
    ("pending", "in_hand"): "pending_in_time",
    ("pending", "late"): "pending_late",
    ("carried_over", "late"): "pending_late",
}
BASE_OF = {
    **dict.fromkeys(("online", "direct", "postal", "on_paper"), "received"),
    **dict.fromkeys(("early", "on_time", "in_time"), "resolved"),
    "in_hand": "pending",
}
