"""II.3.3: quy trình nội bộ in force and in work; TTHC nội bộ, another thing, apart from them. Pure."""

from collections.abc import Iterable

from intranet.figures.facts import Facts
from intranet.figures.notes import ProcedureNote
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.reports.wording import inline, itemised, paragraphs


def internal_procedures(facts: Facts) -> str:
    return paragraphs(_procedures(facts), _tthc(facts))


def _procedures(facts: Facts) -> str:
    """Those by which dossiers are handled within the office; of those in force, the ones that are new are named."""
    if facts.are_zero("internal_procedures.effective", "internal_procedures.drafting"):
        return "Chưa có quy trình nội bộ giải quyết TTHC được phê duyệt hoặc đang xây dựng."
    own = [note for note in facts.procedures if not note.is_tthc]
    effective = "Có {{internal_procedures.effective}} quy trình nội bộ giải quyết TTHC đang được áp dụng."
    if facts.are_zero("internal_procedures.effective"):
        effective = "Chưa có quy trình nội bộ giải quyết TTHC đang được áp dụng."
    if not own and not facts.know("internal_procedures"):
        return effective
    new = [_named(note) for note in own if _is_new(note, facts.period)]
    drafting = itemised(
        "Đang xây dựng {{internal_procedures.drafting}} quy trình nội bộ", _names(own, is_in_force=False)
    )
    return paragraphs(
        effective,
        itemised("Quy trình nội bộ bắt đầu áp dụng trong kỳ", new) if new else "",
        "" if facts.are_zero("internal_procedures.drafting") else drafting,
    )


def _is_new(note: ProcedureNote, period: Period) -> bool:
    return note.is_in_force and note.effective_from is not None and period.contains(note.effective_from)


def _tthc(facts: Facts) -> str:
    own = [note for note in facts.procedures if note.is_tthc]
    approved, drafting = _names(own, is_in_force=True), _names(own, is_in_force=False)
    return paragraphs(
        itemised("TTHC nội bộ đã được phê duyệt", approved) if approved else "",
        itemised("TTHC nội bộ đang xây dựng", drafting) if drafting else "",
    )


def _names(notes: Iterable[ProcedureNote], is_in_force: bool) -> list[str]:
    return [_named(note) for note in notes if note.is_in_force is is_in_force]


def _named(note: ProcedureNote) -> str:
    """Đăng ký khai sinh (QT-HT-01), áp dụng từ ngày 01/02/2026"""
    symbol = f" ({inline(note.symbol)})" if note.symbol else ""
    since = f", áp dụng từ ngày {date_text(note.effective_from)}" if note.is_in_force and note.effective_from else ""
    return f"{inline(note.name)}{symbol}{since}"
