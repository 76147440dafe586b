"""II.5 and II.7: how dossiers were received and resolved, and how many came on line. Pure."""

from intranet.figures.comparing import CARRIED_OVER, PREVIOUS
from intranet.figures.facts import Facts
from intranet.kernel.formats import UNKNOWN
from intranet.reports.annexes.marks import mention
from intranet.reports.sections.breakdown import all_of, breakdown
from intranet.reports.sections.comparison import comparison
from intranet.reports.wording import capitalised, figure, paragraphs, sentences

CHANNELS = (
    ("nộp trực tuyến", "dossiers.received_online"),
    ("nộp trực tiếp", "dossiers.received_direct"),
    ("nộp qua bưu chính công ích", "dossiers.received_postal"),
)
RESOLVED = (
    ("trước hạn", "dossiers.resolved_early"),
    ("đúng hạn", "dossiers.resolved_on_time"),
    ("quá hạn", "dossiers.resolved_late"),
)
FORMS = mention("II.06a") + mention("II.06b")  # of the unit itself, of the commune
PENDING = (("trong hạn", "dossiers.pending_in_time"), ("quá hạn", "dossiers.pending_late"))


def dossiers(facts: Facts) -> str:
    if facts.are_zero("dossiers.opening", "dossiers.received"):
        return f"Trong kỳ không phát sinh hồ sơ TTHC; không có hồ sơ từ kỳ trước chuyển qua{FORMS}."
    if not facts.know("dossiers"):
        return _asked(facts)
    by_field = any(facts.value(f"dossiers.by_field.{slug}.received") is not None for slug, _ in facts.fields)
    return paragraphs(
        _received(facts),
        sentences(_resolved(facts), _rejected(facts)),
        sentences(_unfinished(facts), _causes_told_later(facts)),
        "{{table:dossiers}}",
        "{{table:dossiers_by_field}}" if by_field else "",
        comparison(facts),
    )


def _asked(facts: Facts) -> str:
    """What is to be told of dossiers, while nobody counted any."""
    return (
        "Kỳ trước chuyển qua {{dossiers.opening}} hồ sơ. "
        f"Trong kỳ tiếp nhận {{{{dossiers.received}}}} hồ sơ{FORMS}. Đã giải quyết {{{{dossiers.resolved}}}} hồ sơ. "
        "Đến hết ngày [[đến ngày]], đang giải quyết {{dossiers.pending}} hồ sơ."
    )


def _received(facts: Facts) -> str:
    opening = f"Kỳ trước chuyển qua {{{{dossiers.opening}}}} hồ sơ{_not_what_was_left(facts)}."
    if facts.are_zero("dossiers.opening"):
        opening = "Không có hồ sơ từ kỳ trước chuyển qua."
    if facts.are_zero("dossiers.received"):
        return sentences(opening, f"Trong kỳ không tiếp nhận hồ sơ mới{FORMS}.")
    channels = breakdown(facts, "dossiers.received", CHANNELS, "hồ sơ")
    return sentences(opening, f"Trong kỳ tiếp nhận {{{{dossiers.received}}}} hồ sơ{channels}{FORMS}.")


def _not_what_was_left(facts: Facts) -> str:
    """Asks for the reason where the period before said that it leaves another number of dossiers behind."""
    opening, left = "dossiers.opening", f"{PREVIOUS}.{CARRIED_OVER}"
    if facts.value(opening) is None or facts.value(left) is None or facts.are_equal(opening, left):
        return ""
    return f", khác với {figure(left)} hồ sơ chuyển kỳ sau của {facts.earlier[PREVIOUS].label} vì {UNKNOWN}"


def _resolved(facts: Facts) -> str:
    if facts.are_zero("dossiers.resolved"):
        return "Chưa giải quyết xong hồ sơ nào."
    return f"Đã giải quyết {{{{dossiers.resolved}}}} hồ sơ{breakdown(facts, 'dossiers.resolved', RESOLVED, 'hồ sơ')}."


def _rejected(facts: Facts) -> str:
    if facts.are_zero("dossiers.rejected"):
        return "Không có hồ sơ bị từ chối, trả lại hoặc rút."
    return "Không đủ điều kiện giải quyết {{dossiers.rejected}} hồ sơ (bị từ chối, trả lại, rút hoặc dừng)."


def _unfinished(facts: Facts) -> str:
    """What is still there on the last day; the pending and the paused go over to the next period."""
    if facts.are_zero("dossiers.pending", "dossiers.paused"):
        return "Không có hồ sơ chuyển sang kỳ sau."
    in_time_or_late = breakdown(facts, "dossiers.pending", PENDING, "hồ sơ", link="gồm")
    pending = f"đang giải quyết {{{{dossiers.pending}}}} hồ sơ{in_time_or_late}"
    paused = "tạm dừng {{dossiers.paused}} hồ sơ"
    told = {"dossiers.pending": pending, "dossiers.paused": paused}
    states = "; ".join(words for name, words in told.items() if not facts.are_zero(name))
    return f"Đến hết ngày [[đến ngày]], {states}. Chuyển sang kỳ sau {{{{dossiers.carried_over}}}} hồ sơ."


def _causes_told_later(facts: Facts) -> str:
    if not facts.above_zero("dossiers.resolved_late") and not facts.above_zero("dossiers.pending_late"):
        return ""
    return "Nguyên nhân của hồ sơ quá hạn được nêu tại phần đánh giá chung."


def online(facts: Facts) -> str:
    return sentences(_received_online(facts), _services(facts))


def _received_online(facts: Facts) -> str:
    if not facts.know("dossiers"):
        return "Trong kỳ có {{dossiers.received_online}} hồ sơ được nộp trực tuyến."
    if facts.are_zero("dossiers.received_online"):
        return "Trong kỳ không có hồ sơ nộp trực tuyến."
    if facts.are_equal("dossiers.received_online", "dossiers.received"):
        return capitalised(f"{all_of(facts, 'dossiers.received_online')} hồ sơ tiếp nhận trong kỳ được nộp trực tuyến.")
    return "Trong kỳ có {{dossiers.received_online}} trên tổng số {{dossiers.received}} hồ sơ được nộp trực tuyến."


def _services(facts: Facts) -> str:
    if not facts.know("procedures"):
        return ""  # the catalogue is asked for where it is told
    if facts.are_zero("procedures.online_full", "procedures.online_partial"):
        return f"{capitalised(facts.office.called)} chưa cung cấp TTHC trực tuyến."
    return (
        f"{capitalised(facts.office.called)} cung cấp {{{{procedures.online_full}}}} TTHC trực tuyến toàn trình "
        "và {{procedures.online_partial}} TTHC trực tuyến một phần."
    )
