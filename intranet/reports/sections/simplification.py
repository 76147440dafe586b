"""II.3.1, II.3.2 and III.1: proposals to simplify, and what those that were approved save. Pure."""

from intranet.figures.facts import Facts
from intranet.figures.notes import ProposalNote
from intranet.kernel.formats import number, padded
from intranet.reports.wording import inline, itemised, paragraphs, sentences

NONE = "Trong kỳ không phát sinh phương án đơn giản hóa TTHC."
BUSINESS = "quy định liên quan đến hoạt động kinh doanh"


def simplification(facts: Facts) -> str:
    """The whole of the period; of the proposals one by one, those that another section does not tell."""
    if facts.are_zero("proposals.made", "proposals.approved"):
        return NONE
    if not facts.proposals and not facts.know("proposals"):
        return _made(facts)
    told = [_proposal(note) for note in facts.proposals if not note.is_business]
    each = itemised("Các phương án gồm" if len(told) > 1 else "Phương án", told) if told else ""
    return paragraphs(sentences(_made(facts), _approved(facts)), each, _told_apart(facts))


def _told_apart(facts: Facts) -> str:
    is_told = any(note.is_business for note in facts.proposals)
    return f"Phương án về {BUSINESS} được nêu riêng." if is_told else ""


def business_rules(facts: Facts) -> str:
    told = [_proposal(note) for note in facts.proposals if note.is_business]
    if told:
        return itemised(f"Trong kỳ có phương án cắt giảm, đơn giản hóa {BUSINESS}", told)
    if are_all_told(facts) or facts.are_zero("proposals.made", "proposals.approved"):
        return f"Trong kỳ không phát sinh phương án cắt giảm, đơn giản hóa {BUSINESS}."
    if facts.above_zero("proposals.made"):  # those that are only counted do not say what they are about
        return f"Phương án về {BUSINESS} được tính trong {{{{proposals.made}}}} phương án nêu tại mục trên."
    return ""


def are_all_told(facts: Facts) -> bool:
    """Whether the proposals told one by one are all there were, and not only those that somebody recorded."""
    counted = [facts.value(f"proposals.{leaf}") for leaf in ("made", "approved")]
    return bool(facts.proposals) and all(count is not None and count <= len(facts.proposals) for count in counted)


def r131_reform(facts: Facts) -> str:
    if facts.are_zero("proposals.made", "proposals.approved"):
        return NONE
    if facts.are_zero("proposals.approved") or not facts.know("proposals"):
        return _made(facts)
    return _approved(facts)


def _made(facts: Facts) -> str:
    if facts.are_zero("proposals.made"):
        return "Trong kỳ các đơn vị không trình phương án đơn giản hóa TTHC mới."
    return "Trong kỳ các đơn vị đã trình {{proposals.made}} phương án đơn giản hóa TTHC."


def _approved(facts: Facts) -> str:
    if facts.are_zero("proposals.approved"):
        return "Chưa có phương án nào được phê duyệt."
    return sentences("Có {{proposals.approved}} phương án đơn giản hóa được phê duyệt.", _savings(facts))


def _savings(facts: Facts) -> str:
    """What the approved proposals save in a year; nothing where there was no cost before.

    Whether it is less or more is said only where both costs are known; a missing one is asked for.
    """
    before, after = facts.value("proposals.cost_before"), facts.value("proposals.cost_after")
    if before == 0 and not after:
        return ""
    if before is None or after is None:
        return (
            "Chi phí tuân thủ trong một năm trước khi đơn giản hóa là {{proposals.cost_before}} đồng, "
            "sau khi đơn giản hóa là {{proposals.cost_after}} đồng."
        )
    if before == after:
        return "Chi phí tuân thủ trong một năm không thay đổi."
    if after > before:
        return (
            "Chi phí tuân thủ trong một năm tăng từ {{proposals.cost_before}} đồng lên {{proposals.cost_after}} đồng."
        )
    return (
        "Chi phí tuân thủ trong một năm giảm từ {{proposals.cost_before}} đồng xuống {{proposals.cost_after}} đồng, "
        "tiết kiệm {{proposals.cost_saved}} đồng (cắt giảm {{proposals.saving_rate}}%)."
    )


def _proposal(note: ProposalNote) -> str:
    """What is simplified and how, what it saves, how far the proposal is."""
    what = f"{inline(note.title)} ({_about(note)}; {note.measure.lower()}; {inline(note.unit)})"
    gains = ", ".join(part for part in (_time(note), _cost(note)) if part)
    return f"{what}{f': {gains}' if gains else ''}; tình trạng: {note.stage.lower()}"


def _about(note: ProposalNote) -> str:
    """TTHC Chứng thực chữ ký; a name that says itself what it is stands alone."""
    name = inline(note.procedure)
    return name if name.lower().startswith(note.about.lower()) else f"{note.about} {name}"


def _time(note: ProposalNote) -> str:
    if note.days_before == note.days_after:
        return ""
    down, to = ("giảm", "xuống") if note.days_after < note.days_before else ("tăng", "lên")
    return f"thời hạn {down} từ {padded(note.days_before)} ngày {to} {padded(note.days_after)} ngày"


def _cost(note: ProposalNote) -> str:
    saved = note.cost_before - note.cost_after
    if saved == 0:
        return ""
    return f"chi phí tuân thủ một năm {'giảm' if saved > 0 else 'tăng'} {number(abs(saved))} đồng"
