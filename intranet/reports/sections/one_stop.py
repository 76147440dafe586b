"""II.6: the one-stop unit: its place, people, equipment, what citizens think of it, digitised papers. Pure."""

from intranet.figures.facts import Facts
from intranet.kernel.formats import date_text
from intranet.reports.annexes.marks import mention
from intranet.reports.sections.breakdown import all_of
from intranet.reports.wording import enumeration, figure, inline, paragraphs, sentences

STAFF = (
    ("lãnh đạo", "staff.leaders"),
    ("cán bộ kiểm soát TTHC", "staff.controllers"),
    ("công chức tiếp nhận hồ sơ", "staff.desk"),
)
EQUIPMENT = (
    ("máy tính", "equipment.computers"),
    ("máy quét", "equipment.scanners"),
    ("máy in", "equipment.printers"),
)
LEVELS = (
    ("rất hài lòng", "satisfaction.very_satisfied", " ({{satisfaction.very_satisfied_rate}}%)"),
    ("hài lòng", "satisfaction.satisfied", " ({{satisfaction.satisfied_rate}}%)"),
    ("bình thường", "satisfaction.neutral", ""),
    ("không hài lòng", "satisfaction.dissatisfied", ""),
    ("rất không hài lòng", "satisfaction.very_dissatisfied", ""),
)
OWN_WINDOW = (
    "Số liệu số hóa được tính theo khoảng thời gian nêu trên, "
    "khác với kỳ báo cáo (từ ngày [[từ ngày]] đến ngày [[đến ngày]])."
)


def one_stop(facts: Facts) -> str:
    centre, address = inline(facts.office.centre), inline(facts.office.address)
    if not centre:
        return ""
    return f"Bộ phận Một cửa của {facts.office.called} đặt tại {centre}{f', {address}' if address else ''}."


def on_site(facts: Facts) -> str:
    if facts.are_zero("procedures.on_site"):
        return f"Trong kỳ không có TTHC thực hiện theo cơ chế “4 tại chỗ”{mention('II.07b')}."
    return (
        "Có {{procedures.on_site}} TTHC được thực hiện theo cơ chế “4 tại chỗ”: "
        f"tiếp nhận, thẩm định, phê duyệt và trả kết quả ngay tại Bộ phận Một cửa{mention('II.07b')}."
    )


def one_stop_unit(facts: Facts) -> str:
    return paragraphs(sentences(_staff(facts), _equipment(facts)), _satisfaction(facts))


def _counted(facts: Facts, parts: tuple[tuple[str, str], ...]) -> str:
    """02 máy tính, 01 máy quét và 01 máy in: all that is not 0."""
    return enumeration([f"{figure(name)} {words}" for words, name in parts if not facts.are_zero(name)])


def _staff(facts: Facts) -> str:
    if facts.are_zero("staff.total"):
        return "Bộ phận Một cửa chưa được bố trí nhân sự."
    if not facts.know("staff"):
        return "Bộ phận Một cửa có {{staff.total}} người."
    parts = _counted(facts, STAFF)
    return f"Bộ phận Một cửa có {{{{staff.total}}}} người{f', gồm {parts}' if parts else ''}."


def _equipment(facts: Facts) -> str:
    """Asked for once it is known who works with it."""
    if not facts.know("equipment", "staff"):
        return ""
    parts = _counted(facts, EQUIPMENT)
    return f"Trang thiết bị gồm {parts}." if parts else "Chưa được trang bị máy tính, máy quét, máy in."


def _satisfaction(facts: Facts) -> str:
    if facts.are_zero("satisfaction.ratings"):
        return "Trong kỳ không có phiếu đánh giá mức độ hài lòng nào."
    if not facts.know("satisfaction"):
        return "Trong kỳ có {{satisfaction.ratings}} phiếu đánh giá mức độ hài lòng của tổ chức, cá nhân."
    told = [f"{words} {figure(name)} phiếu{share}" for words, name, share in LEVELS if not facts.are_zero(name)]
    parts = f", trong đó {enumeration(told)}" if told else ""
    rated = f"Trong kỳ có {{{{satisfaction.ratings}}}} phiếu đánh giá mức độ hài lòng của tổ chức, cá nhân{parts}."
    unhappy = "satisfaction.dissatisfied", "satisfaction.very_dissatisfied"
    return paragraphs(
        sentences(rated, "Không có phiếu không hài lòng." if facts.are_zero(*unhappy) else ""),
        "{{table:satisfaction}}",
    )


def digitisation(facts: Facts) -> str:
    window = first, last = facts.windows.get("digitisation", (facts.period.start, facts.period.end))
    counted = f"Từ ngày {date_text(first)} đến ngày {date_text(last)}, {_digitised(facts)}"
    return sentences(counted, "" if window == (facts.period.start, facts.period.end) else OWN_WINDOW)


def _digitised(facts: Facts) -> str:
    if facts.are_zero("digitisation.due"):
        return "không phát sinh hồ sơ phải số hóa."
    if not facts.know("digitisation"):
        return f"{facts.office.called} phải số hóa {{{{digitisation.due}}}} hồ sơ."
    if facts.are_zero("digitisation.done"):
        return f"{facts.office.called} chưa số hóa hồ sơ nào trong tổng số {{{{digitisation.due}}}} hồ sơ phải số hóa."
    done = "{{digitisation.done}} trên tổng số {{digitisation.due}} hồ sơ phải số hóa"
    if facts.are_equal("digitisation.done", "digitisation.due"):
        done = f"{all_of(facts, 'digitisation.done')} hồ sơ phải số hóa"
    return f"{facts.office.called} đã số hóa {done}, đạt {{{{digitisation.rate}}}}%."
