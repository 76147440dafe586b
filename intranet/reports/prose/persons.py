"""Who is named in a text: citizens by name or paper; officials stand with their post. Pure."""

import re
from collections.abc import Iterator

from intranet.reports.prose.layout import CAPITAL

SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Vi|Vy|Hứa|Lương|Chu|Triệu|Đinh|Đàm|Lâm|"
    "Mai|Trịnh|Đoàn|Hà|Cao|Tô|Tạ|La|Ma|Lộc|Bế|Đào|Lưu|Quách|Thái|Tống|Trương|Tăng|Phùng|Kiều|Khổng|Nghiêm|Lường|Lò|Vàng|"
    "Giàng|Sùng|Thào|Ninh|Mạc|Hoa|Đồng|Từ|Văn|Châu|Liễu|Đường|Sầm|Long|Chung|Hầu|Lăng"
)
WORD = rf"[{CAPITAL}][^\W\d_{CAPITAL}]+"
NAME = rf"(?P<name>(?:{SURNAMES})(?:(?:\s+{WORD}){{1,4}}|(?:\s+[A-ZĐ]\.?){{1,3}}(?!\w)))"
TITLED = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú)(?:\s*\(bà\))?:?\s+{NAME}")
OWNER = re.compile(
    r"(?:[Cc]ông dân|[Nn]gười (?:nộp|dân|đề nghị|khiếu nại|phản ánh|có đơn|sử dụng đất)(?: hồ sơ)?|chủ hồ sơ|chủ hộ|"
    r"hộ(?: gia đình)?|hồ sơ (?:của|mang tên|đứng tên)|đơn của|cho|của|gia đình|con|vợ|chồng)"
    rf"\s*:?\s+(?:ông |bà |anh |chị )?{NAME}"
)
POST = re.compile(
    r"đồng chí|đ/c|chủ tịch|giám đốc|trưởng (?:phòng|ban|bộ phận|đoàn|khối)|phó (?:trưởng|phòng|giám|chủ|bí thư|chánh)|"
    r"công chức|chuyên viên|cán bộ|bí thư|lãnh đạo|chánh văn phòng|viên chức|nhân viên|kế toán|chỉ huy|tổ trưởng|"
    r"văn phòng|người đứng đầu|đầu mối|báo cáo viên|giảng viên",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"(?:đường|phố|phường|xã|trường|ngõ|ngách|thôn|khu|chợ|cầu|giải(?: thưởng)?|quảng trường|công viên|khối|đền|chùa|"
    r"bệnh viện|trạm|đảng ủy|nhà văn hóa|số \d+|THCS|THPT|tiểu học|mầm non)\s*$",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"(?:cccd|cmnd|cmt|căn cước(?: công dân)?|định danh(?: cá nhân)?|hộ chiếu)\D{0,20}(\d{9,12})(?!\d)", re.IGNORECASE
)
BORN = re.compile(r"(?:sinh (?:ngày|năm)|SN)\s*:?\s*\d{1,4}")
NEAR = 45  # characters around a name in which its post stands


def citizens(text: str) -> tuple[tuple[int, int], ...]:
    """The first and last place of every citizen's name, identity number or day of birth, none twice."""
    spans: list[tuple[int, int]] = []
    for start, end in _found(text):
        if not any(start < right and left < end for left, right in spans):
            spans.append((start, end))
    return tuple(sorted(spans))


def _found(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (TITLED, OWNER):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if not _is_official(text, start, end) and not PLACE.search(text[:start]):
                yield start, end
    yield from (match.span(1) for match in PAPERS.finditer(text))
    for match in BORN.finditer(text):
        if re.search(NAME, text[max(match.start() - NEAR, 0) : match.start()]):
            yield match.span()


def _is_official(text: str, start: int, end: int) -> bool:
    """Whether a post stands beside the name, in the same clause."""
    before = re.split(r"[;.]", text[max(start - NEAR, 0) : start])[-1]
    after = re.split(r"[;.]", text[end : end + NEAR])[0]
    return bool(POST.search(before) or POST.match(after.lstrip(" ,–-(:")))
