"""Who is named in a text: citizens by name or paper; officials stand with their post. Pure."""

import re
from collections.abc import Iterator

from intranet.reading.layout import CAPITAL

SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Vi|Vy|Hứa|Lương|Chu|Triệu|Đinh|Đàm|Lâm|"
    "Mai|Trịnh|Đoàn|Hà|Cao|Tô|Tạ|La|Ma|Lộc|Bế|Đào|Lưu|Quách|Thái|Tống|Trương|Tăng|Phùng|Kiều|Khổng|Nghiêm|Lường|Lò|Vàng|"
    "Giàng|Sùng|Thào|Ninh|Mạc|Hoa|Đồng|Từ|Văn|Châu|Liễu|Đường|Sầm|Long|Chung|Hầu|Lăng"
)
WORD = rf"[{CAPITAL}][^\W\d_{CAPITAL}]+"
CAPITALS = rf"(?!HỒ SƠ)(?:{SURNAMES.upper()})(?:\s+[{CAPITAL}]{{2,}}){{1,4}}(?!\w)"
NAME = rf"(?P<name>(?:{SURNAMES})(?:(?:\s+{WORD}){{1,4}}|(?:\s+[A-ZĐ]\.?){{1,3}}(?!\w))|{CAPITALS})"
# A name by itself: three words at least, the second one that stands in persons' names only.
MIDDLE = "Văn|Thị|Đức|Hữu|Ngọc|Minh|Quang|Xuân|Đình|Thanh|Công"
FULL = rf"(?<!\w)(?P<name>(?:{SURNAMES})\s+(?:{MIDDLE})(?:\s+{WORD}){{1,2}})(?!\w)"
ALONE = re.compile(FULL)
PROVINCE = re.compile(
    r"Hà (?:Nội|Giang|Nam|Tĩnh|Tây)|Cao (?:Bằng|Lộc)|Thái (?:Nguyên|Bình)|Lộc Bình|Văn (?:Lãng|Quan)|Long An|"
    r"Đồng (?:Nai|Tháp|Đăng)|Ninh (?:Bình|Thuận)|Lâm Đồng|Châu Đốc|Lương Sơn|Mai (?:Châu|Pha|Sơn)"
)
FAMOUS = re.compile(
    r"Hồ Chí Minh|Hoàng Văn Thụ|Lương Văn Tri|Nguyễn Văn (?:Trỗi|Cừ|Linh|Ninh)|Võ Thị Sáu|Lê Văn Tám|Trần Văn Ơn|"
    r"Phan Văn Trị|Nguyễn Thị (?:Minh Khai|Định)|Nguyễn Hữu (?:Thọ|Cảnh|Huân)|Trần Quang (?:Khải|Diệu)|Bùi Thị Xuân|"
    r"Hồ Xuân Hương|Bùi Thị Cúc|Nguyễn Đức Cảnh|Nguyễn Công (?:Trứ|Hoan)|Trần Đình|Nguyễn Đình Chiểu|Ngô Thị Nhậm|"
    r"Hoàng Đình|Trương Công Định|Nguyễn Xuân|Phạm Ngọc Thạch|Tô Ngọc Vân|Đặng Văn Ngữ|Phùng Chí Kiên|Hoàng Quốc Việt"
)
CELL = re.compile(rf"(?:^|\t){FULL}(?=\t|$)")
OFFICES = re.compile(r"chức (?:vụ|danh)|đơn vị|cơ quan|phòng|nơi công tác|khen thưởng|báo cáo viên", re.IGNORECASE)
MATTER = re.compile(
    r"hồ sơ|công dân|phản ánh|khiếu nại|kiến nghị|quá hạn|xin lỗi|người dân|thửa đất|giấy chứng nhận|khai sinh|khai tử|"
    r"kết hôn|đơn(?! vị| giản)",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\d.])(?:\+84|0)[35789]\d(?:[ .]?\d){7}(?!\d)")
OF_OFFICE = re.compile(
    r"đường dây nóng|hotline|trung tâm|tổng đài|cơ quan|liên hệ|tiếp nhận|zalo|bộ phận|văn phòng|ubnd|hỗ trợ",
    re.IGNORECASE,
)
TITLED = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú)(?:\s*\(bà\))?:?\s+{NAME}")
OWNER = re.compile(
    r"(?<!\w)(?:[Cc]ông dân|[Nn]gười (?:nộp|dân|đề nghị|khiếu nại|phản ánh|có đơn|sử dụng đất|yêu cầu|được cấp)"
    r"(?: hồ sơ)?|[Cc]hủ (?:hồ sơ|hộ)|[Hh]ộ(?: gia đình)?|[Hh]ồ sơ (?:của|mang tên|đứng tên)|[Đđ]ơn của|cho|của|"
    rf"[Gg]ia đình|con|vợ|chồng|[Hh]ọ (?:và )?tên)\s*:?\s+(?:(?:ông|bà|anh|chị)(?:,? (?:ông|bà))?:? )?{NAME}"
)
POST = re.compile(
    r"đồng chí|đ/c|chủ tịch|giám đốc|trưởng (?:phòng|ban|bộ phận|đoàn|khối)|phó (?:trưởng|phòng|giám|chủ|bí thư|chánh)|"
    r"công chức|chuyên viên|cán bộ|bí thư|lãnh đạo|chánh văn phòng|viên chức|nhân viên|kế toán|chỉ huy|tổ trưởng|"
    r"văn phòng|người đứng đầu|đầu mối|báo cáo viên|giảng viên|ủy viên|thư ký|người phát ngôn|thành viên|tổ giúp việc",
    re.IGNORECASE,
)
FIELD = re.compile(r"tư pháp|địa chính|thống kê|văn hóa|hộ tịch|kiểm soát|lao động", re.IGNORECASE)
PLACE = re.compile(
    r"(?:đường|phố|phường|xã|trường|ngõ|ngách|thôn|khu|chợ|cầu|giải(?: thưởng)?|quảng trường|công viên|khối|đền|chùa|"
    r"bệnh viện|trạm|đảng ủy|nhà văn hóa|số \d+|THCS|THPT|tiểu học|mầm non)\s*$",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"(?:cccd|cmnd|cmt|căn cước(?: công dân)?|định danh(?: cá nhân)?|hộ chiếu)\D{0,20}(\d(?:[ .]?\d){8,11})(?!\d)",
    re.IGNORECASE,
)
BORN = re.compile(r"(?:sinh (?:ngày|năm)|SN)\s*:?\s*\d{1,4}")
MADE = re.compile(r"^(?:được cử |được giao )?(?:làm|là|giữ chức(?: vụ)?|đảm nhiệm)\s+")
WEAK = re.compile(rf"(?:[Hh]ồ sơ )?(?:cho|của|con|vợ|chồng)\s+{WORD}\s+{WORD}")  # "của Đoàn Thanh niên"
NEAR = 45  # characters around a name in which its post stands


def citizens(text: str) -> tuple[tuple[int, int], ...]:
    """The first and last place of every citizen's name, identity number or day of birth, none twice."""
    spans: list[tuple[int, int]] = []
    for start, end in _found(text):
        if not any(start < right and left < end for left, right in spans):
            spans.append((start, end))
    return tuple(sorted(spans))


def named_cells(row: str) -> tuple[tuple[int, int], ...]:
    """The cells of a table's row that hold a name and nothing else."""
    return tuple(match.span("name") for match in CELL.finditer(row) if not _is_place(match["name"]))


def tells_posts(row: str) -> bool:
    return bool(POST.search(row) or OFFICES.search(row))


def _found(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (TITLED, OWNER):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            is_place = bool(PLACE.search(text[:start])) or (pattern is OWNER and _is_place(match["name"]))
            is_place = is_place or bool(WEAK.fullmatch(match[0]))
            if not is_place and not _is_official(text, start, end):
                yield start, end
    yield from _alone(text)
    yield from (match.span(1) for match in PAPERS.finditer(text))
    if MATTER.search(text) and not OF_OFFICE.search(text):
        yield from (match.span() for match in PHONE.finditer(text))
    for match in BORN.finditer(text):
        if re.search(NAME, text[max(match.start() - NEAR, 0) : match.start()]):
            yield match.span()


def _alone(text: str) -> Iterator[tuple[int, int]]:
    """Names by themselves where a citizen's matter is told, and nobody's post."""
    if POST.search(text) or not MATTER.search(text):
        return
    for match in ALONE.finditer(text):
        if not PLACE.search(text[: match.start()]) and not _is_place(match["name"]):
            yield match.span("name")


def _is_place(name: str) -> bool:
    """Whether a name without "ông" or "bà" is rather that of a province, a street, a school."""
    return bool(PROVINCE.fullmatch(name) or FAMOUS.match(name))


def _is_official(text: str, start: int, end: int) -> bool:
    """Whether a post stands beside the name, in the same clause."""
    before = re.split(r"[;.]", text[max(start - NEAR, 0) : start])[-1]
    after = re.split(r"[;.]", text[end : end + NEAR])[0]
    said = MADE.sub("", after.lstrip(" ,–-(:"))
    return bool(POST.search(before) or POST.match(said) or FIELD.match(said))
