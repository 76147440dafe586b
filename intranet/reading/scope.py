"""Words by which a figure is not that of the whole office in the period, but of one field, one time, one unit. Pure."""

import re

from intranet.reading.dossier_words import DOSSIER_BASES
from intranet.reading.vocabulary import BEFORE, NEXT

FIELDS = (
    "đất đai", "hộ tịch", "chứng thực", "hộ kinh doanh", "bảo trợ", "môi trường(?! điện tử| mạng)",
    "(?<!đang )xây dựng", "khai sinh", "khai tử", "kết hôn", "người có công", "giáo dục", "y tế", "văn hóa", "tư pháp",
    "lao động", "lĩnh vực", "nguyên nhân",
)  # fmt: skip
UNITS = (
    "phòng(?! chờ)", "bộ tư pháp", "bộ công an", "cấp (?:tỉnh|huyện)", "thuế", "doanh nghiệp nộp", "phi địa giới",
    "toàn (?:tỉnh|quốc|huyện|thành phố|ngành)", "cả nước", "cụm", "thôn", "khu phố", "tổ dân phố", "từng", "mỗi",
    "ví dụ",
)  # fmt: skip
CASES = ("(?:chưa|đã|được) (?:được )?(?:giải trình|xin lỗi|gia hạn|hẹn lại)", "chưa xác định", "xin lỗi")
TIMES = (BEFORE, NEXT, "cùng kỳ", r"tháng \d+", "bình quân", "trung bình", "lũy kế", "từ đầu năm")
CHANGES = ("tăng", "giảm", "hơn", "thêm", "vượt", "ít hơn", "cao hơn", "thấp hơn", "chỉ tiêu", "ước")


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{word})(?!\w)" for word in words))


PARTIAL, OTHER_TIME = _any(*FIELDS, *UNITS, *CASES, *TIMES, *CHANGES), _any(*TIMES, *CHANGES)
BY_FIELD = ("dossiers", "procedures", "feedback", "satisfaction", "")  # what is told by field and unit as well
CARRIED = re.compile("|".join(f"(?:{words})" for leaf, words in DOSSIER_BASES if leaf in ("opening", "carried_over")))
# What stands earlier in a sentence and holds for all of it.
SENTENCE = re.compile(
    r"(?<!so với )(?:cùng kỳ|năm trước|(?:quý|kỳ) trước(?! chuyển)(?!.{0,12}chuyển))|"
    r"(?<!các )(?<!mọi )lĩnh vực(?!.{0,30}:\s*$)"
)
# What may follow the counting word of a figure that tells the whole.
FOLLOWS = """
    tthc|thủ tục hành chính|hành chính|đã|được|trong|mới|tiếp nhận|nhận|giải quyết|xử lý|nộp|trước|đúng|quá|trễ|chậm|sớm
    muộn|còn|đang|bị|không|chưa|tạm|từ kỳ|từ quý|kỳ trước|chuyển|tồn|đều|đạt|chiếm|và|là|có|với|trực|qua|so|đến hạn
    của (?:tổ chức|cá nhân|người dân|công dân|kỳ|quý)|phát sinh|phải|cần|thuộc|hoàn thành|chờ|dừng|rút|trả|tương|bằng
    thì|theo|vào|tại|trên|đối với|do|để|một|toàn|liên|cung cấp|công khai|niêm yết|rất|hài|bình|đánh|khảo|về|thu|phản
    kiến|quy|hành|bưu|bcci|4|“4|nội bộ|kiểm tra|kiểm soát|tự kiểm|cho thấy|kết quả|các|việc|công tác|chỉ đạo|đơn giản
    rà soát|cắt giảm|định kỳ|đột xuất|nào|này|nêu|gồm|bao gồm|cụ thể
"""
WHOLE = re.compile(rf"\s*(?:$|[,.;:()“”\"/–-]|(?:{'|'.join(FOLLOWS.strip().splitlines())})\b)".replace("|    ", "|"))


AHEAD = re.compile(r"phương hướng|nhiệm vụ (?:trọng tâm|trong|quý|\d|thời gian)|kiến nghị|đề xuất(?! sáng kiến)")


AIMED = re.compile(
    r"phấn đấu|chỉ tiêu|mục tiêu|yêu cầu|phải đạt|bảo đảm|đảm bảo|tối thiểu|kế hoạch giao|quy định|đề nghị|tiếp tục"
)


def is_ahead(heading: str) -> bool:
    """Whether a chapter tells what is to be done, not what was."""
    return bool(AHEAD.search(heading)) and "phản ánh" not in heading


COMPARED = re.compile(r"so với (?:cùng kỳ|(?:kỳ|quý|năm) trước)[^,;:(]*")


def is_partial(words: str, domain: str = "") -> bool:
    """Whether words tell of a part only; what was carried over from the period before is a whole."""
    told = COMPARED.sub(" ", CARRIED.sub(" ", words))
    return bool((PARTIAL if domain in BY_FIELD else OTHER_TIME).search(told))


def tells_whole(left: str, right: str, unit_end: int, domain: str) -> bool:
    """Whether the words around a figure let it be that of the whole; `unit_end` is where its counting word ends."""
    return not is_partial(f"{left} {right[unit_end:]}", domain) and (
        unit_end == 0 or bool(WHOLE.match(right[unit_end:]))
    )


def limits_sentence(before: str) -> bool:
    """Whether what a sentence said before a clause makes all that follows a part."""
    return bool(SENTENCE.search(CARRIED.sub(" ", before)))
