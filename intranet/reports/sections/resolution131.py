"""III: what Resolution 131/NQ-CP asks of the desk: officers, payment on line, fields in time. Pure."""

from intranet.figures.facts import Facts
from intranet.reports.sections.breakdown import all_of
from intranet.reports.wording import capitalised, enumeration, figure, inline, sentences


def r131_service(facts: Facts) -> str:
    return sentences(_desk(facts), _payments(facts), _fields(facts))


def _desk(facts: Facts) -> str:
    if facts.are_zero("staff.desk"):
        return "Bộ phận Một cửa chưa được bố trí công chức tiếp nhận hồ sơ."
    if not facts.know("staff"):
        return ""  # asked for where the one-stop unit is told
    return "Bộ phận Một cửa có {{staff.desk}} công chức trực tiếp hướng dẫn, tiếp nhận hồ sơ."


def _payments(facts: Facts) -> str:
    if facts.are_zero("payments.total"):
        return "Trong kỳ không phát sinh giao dịch nộp phí, lệ phí."
    if not facts.know("payments"):
        return "Trong kỳ có {{payments.total}} giao dịch nộp phí, lệ phí."
    if facts.are_zero("payments.online"):
        return "Trong kỳ chưa có giao dịch nộp phí, lệ phí nào được thanh toán trực tuyến."
    paid = "Trong kỳ có {{payments.online}} trên tổng số {{payments.total}} giao dịch nộp phí, lệ phí"
    if facts.are_equal("payments.online", "payments.total"):
        paid = capitalised(f"{all_of(facts, 'payments.online')} giao dịch nộp phí, lệ phí trong kỳ")
    rate_and_amount = "(đạt {{payments.online_rate}}%), với tổng số tiền {{payments.amount}} đồng"
    return f"{paid} được thanh toán trực tuyến {rate_and_amount}."


def _fields(facts: Facts) -> str:
    """Which fields had late dossiers among those resolved; of fields not filled in nothing is claimed."""
    late = [field for field in facts.fields if facts.above_zero(f"dossiers.by_field.{field[0]}.resolved_late")]
    told = (
        f"Tỷ lệ giải quyết trước hạn và đúng hạn: {enumeration([_in_time(*field) for field in late])}." if late else ""
    )
    return sentences(told, _others_in_time(facts, others=bool(late)))


def _in_time(slug: str, name: str) -> str:
    prefix = f"dossiers.by_field.{slug}"
    return f"lĩnh vực {inline(name)} {figure(f'{prefix}.in_time_rate')}% trên {figure(f'{prefix}.resolved')} hồ sơ"


def _others_in_time(facts: Facts, others: bool) -> str:
    resolved = [slug for slug, _ in facts.fields if not facts.are_zero(f"dossiers.by_field.{slug}.resolved")]
    late = [facts.value(f"dossiers.by_field.{slug}.resolved_late") for slug in resolved]
    if None in late or 0 not in late:
        return ""
    if others:
        return "Các lĩnh vực còn lại không có hồ sơ giải quyết quá hạn."
    return "Các lĩnh vực có hồ sơ giải quyết trong kỳ đều không có hồ sơ quá hạn."


def r131_limits(facts: Facts) -> str:
    if not facts.above_zero("overdue.late"):
        return ""
    return (
        "Việc giải quyết TTHC còn để quá hạn {{overdue.late}} hồ sơ, ảnh hưởng đến chất lượng phục vụ tổ chức, cá nhân."
    )
