"""What a number is about, by the word it counts, its sentence and the heading above. Pure."""

import re

from intranet.reading.dossier_words import DOSSIER_BASES, DOSSIER_BUCKETS
from intranet.reading.naming import Context, said
from intranet.reading.vocabulary import SATISFACTION

DIGITISED = re.compile(r"số hóa")
PAID = re.compile(r"thanh toán|giao dịch")
PETITION = re.compile(r"pakn|phản ánh|kiến nghị")
CHECKED = re.compile(r"kiểm tra")
TAUGHT = re.compile(r"tập huấn|bồi dưỡng")
DESK = re.compile(r"bộ phận (?:một cửa|tiếp nhận)|(?<!lãnh đạo )trung tâm")
TASKS = re.compile(r"(?:công chức|viên chức|cán bộ) (?:tiếp nhận|kiểm soát|hướng dẫn)")
FOCAL = re.compile(r"đầu mối")
MACHINE = re.compile(r"máy (?:tính|vi tính|quét|scan|in)")


def domain_of(unit: str, piece: str, sentence: str, heading: str, context: Context) -> str:
    """The domain; "" where nothing tells. All texts in small letters."""
    if unit == "people" and context.is_divided and context.domain in ("trainings", "participants"):
        return ""  # those of one course in a list of courses
    if unit:
        return _of_unit(unit, piece, sentence, heading, context)
    if context.domain:
        return context.domain
    return _of_words(piece, sentence, heading)


def _of_unit(unit: str, piece: str, sentence: str, heading: str, context: Context) -> str:
    if unit == "dossiers":
        if DIGITISED.search(sentence):
            return "digitisation"
        return "payments" if PAID.search(piece) else "dossiers"
    if unit == "inspections":
        if TAUGHT.search(sentence):
            return "trainings"
        if re.search(r"hài lòng|khảo sát", sentence):
            return "satisfaction"
        return "inspections" if CHECKED.search(f"{sentence} {heading}") else ""
    if unit == "trainings":
        return "trainings" if TAUGHT.search(f"{sentence} {heading}") else ""
    if unit == "people":
        return _of_people(piece, sentence, heading, context)
    return unit


def _of_people(piece: str, sentence: str, heading: str, context: Context) -> str:
    if TAUGHT.search(piece) or context.domain == "trainings":
        return "participants"
    if re.search(r"hài lòng", sentence) and re.search(r"phiếu|khảo sát|đánh giá", sentence):
        return "satisfaction"
    if FOCAL.search(f"{sentence} {heading}"):
        return ""
    if TASKS.search(sentence):
        return "staff"
    return "staff" if DESK.search(f"{sentence} {heading}") else ""


def _of_words(piece: str, sentence: str, heading: str) -> str:
    """A bare number: what its label says, as in a table or a list."""
    if next((leaf for leaf in said(SATISFACTION[:-1], piece) if leaf), ""):
        return "satisfaction"
    if PETITION.search(piece) or (PETITION.search(heading) and not re.search(r"hồ sơ", sentence)):
        return "feedback"
    if MACHINE.search(piece):
        return "equipment"
    if any(said(DOSSIER_BASES, piece)) or any(said(DOSSIER_BUCKETS, piece)):
        return "procedures" if re.search(r"tthc|thủ tục", piece) and "hồ sơ" not in piece else "dossiers"
    return ""


def money_of(piece: str, sentence: str) -> str:
    """The figure an amount in đồng tells, "" where the words do not."""
    if re.search(r"tiết kiệm|tuân thủ|cắt giảm", sentence):
        return ""
    if re.search(r"tổng thu|thu (?:phí|lệ phí)", sentence) and not re.search(r"trực tuyến|số tiền", piece):
        return ""
    return "payments.amount" if re.search(r"(?<!chi )phí|thanh toán|số tiền|giao dịch|doanh thu", sentence) else ""
