"""Registers of any office: records in every state, told one by one, and the figures they come to. Pure.

A register is unused, typed instead, in use, or only begun within the period: then its records are told, and what
counts is what was typed, or nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from chance import Chance
from world_figures import NOTHING, Causes, Fields, Group, remembered, typed_overdue

from intranet.categories.families import by_cause
from intranet.documents.types import DocumentType
from intranet.figures.fact import Origin
from intranet.figures.legal_notes import LegalNote
from intranet.figures.notes import (
    DocumentNote,
    FindingNote,
    InspectionNote,
    OverdueNote,
    ProcedureNote,
    ProposalNote,
    TrainingNote,
)
from intranet.inspections.workflow import Kind, Method, Remedy, Severity
from intranet.kernel.period import Period
from intranet.proposals.workflow import About, Measure, Outcome
from intranet.trainings.workflow import Mode

# What people type into a line or a text: plain, with an end of its own, of several lines, with marks of ours. None of
# it denies anything, so that whatever a composed text denies was denied by a section.
PLAIN = ("Kiểm tra niêm yết", "Đăng ký khai sinh", "Phòng Kinh tế, Hạ tầng và Đô thị", "rà soát 12 thủ tục năm 2026")
WITH_MARKS = "{{dossiers.received}} và [[kỳ]]"
IN_QUOTES = "“trong ngoặc kép” <b>đậm</b> & {một ngoặc}"
ODD = (
    "Kết thúc bằng dấu chấm.",
    "Hai dòng\nmột mục",
    "- bắt đầu bằng gạch; kết thúc bằng chấm phẩy;",
    WITH_MARKS,
    "giảm 10% còn 1.234.567 đồng (≈ 5,5 ngày) từ 01/01/2026",
    IN_QUOTES,
    "Ｆｕｌｌ-ｗｉｄｔｈ, e\u0301 tổ hợp và 🙂",
    "dài " * 60,
)
WORDS = (*PLAIN, *ODD)
WORDS_OR_NONE = ("", *WORDS)
HOW_MANY = (0, 1, 2, 3, 25)  # the last are more than a report tells one by one
COSTS = (0, 500_000, 16_000_000, 2_750_000_000)
MOST_CASES = 12


@dataclass(frozen=True)
class Register:
    """What a register says of the period: its figures, and its records one by one."""

    figures: Group = NOTHING
    notes: tuple[Any, ...] = ()


def registers(chance: Chance, period: Period) -> dict[str, Register]:
    """By the name under which facts hold the notes of each; the overdue cases, which follow the dossiers, apart."""
    return {
        "inspections": inspections(chance, period),
        "documents": documents(chance, period),
        "trainings": trainings(chance, period),
        "proposals": proposals(chance),
        "procedures": internal_procedures(chance, period),
    }


def standing(chance: Chance, notes: tuple[Any, ...], counted: Mapping[str, int], is_typed: bool = True) -> Register:
    """A register in one of the ways it can stand; `counted` is what its records come to."""
    typed_ways = ("typed", "typed and begun") if is_typed else ()
    match chance.way(("unused", "in use", *typed_ways, "begun")):
        case "in use":
            return Register(Group(counted, Origin.RECORDS), notes)
        case "typed":
            return Register(remembered(chance, Group(chance.amounts(counted))))
        case "typed and begun":
            more = chance.amounts(counted)
            return Register(Group({name: counted[name] + more[name] for name in counted}), notes)
        case "begun":
            return Register(NOTHING, notes)
    return Register()


def several(chance: Chance, note: Callable[[], Any]) -> tuple[Any, ...]:
    return tuple(note() for _ in range(chance.way(HOW_MANY)))


def label(chance: Chance, kinds: Any) -> str:
    return chance.dice.choice(list(kinds)).label


def inspections(chance: Chance, period: Period) -> Register:
    """Nobody types the figures of inspections."""
    notes = several(chance, lambda: inspection(chance, period))
    found = [finding for note in notes for finding in note.findings]
    still_open = [finding for finding in found if not finding.closed]
    counted = {
        "inspections.done": len(notes),
        "inspections.planned": chance.dice.choice((0, len(notes), 12)),
        "inspections.findings": len(found),
        "inspections.findings_closed": len(found) - len(still_open),
        "inspections.corrective_overdue": sum(finding.due_on < period.end for finding in still_open),
    }
    return standing(chance, notes, counted, is_typed=False)


def inspection(chance: Chance, period: Period) -> InspectionNote:
    words = chance.dice.choice
    started_on, ended_on = chance.days(period.start, period.end)
    return InspectionNote(
        id=chance.dice.randint(1, 9_999),
        title=words(WORDS),
        kind=label(chance, Kind),
        method=label(chance, Method),
        unit=words(WORDS),
        started_on=started_on,
        ended_on=ended_on,
        basis=words(WORDS_OR_NONE),
        findings=tuple(finding(chance, period) for _ in range(chance.dice.choice((0, 0, 1, 3)))),
    )


def finding(chance: Chance, period: Period) -> FindingNote:
    words, state = chance.dice.choice, chance.dice.choice(list(Remedy))
    return FindingNote(
        text=words(WORDS),
        severity=label(chance, Severity),
        unit=words(WORDS),
        remedy=words(WORDS),
        due_on=chance.day(period.start, period.end) + timedelta(days=20),
        state=state.label,
        closed=state is Remedy.VERIFIED,
    )


def documents(chance: Chance, period: Period) -> Register:
    notes = several(chance, lambda: document(chance, period))
    return standing(chance, notes, {"documents.issued": sum(document.is_issued for document in notes)})


def document(chance: Chance, period: Period) -> DocumentNote:
    words = chance.dice.choice
    return DocumentNote(
        kind=label(chance, DocumentType),
        symbol=words(("53/KH-UBND", "110a/UBND-TTPVHCC", "07/QĐ-UBND")),
        issued_on=chance.day(period.start, period.end),
        issuer=words(WORDS_OR_NONE),
        summary=words(WORDS_OR_NONE),
        is_issued=chance.flag(),
    )


def trainings(chance: Chance, period: Period) -> Register:
    notes = several(chance, lambda: training(chance, period))
    counted = {
        "trainings.courses": len(notes),
        "trainings.participants": sum(training.participants or 0 for training in notes),
        "trainings.hours": sum(training.hours or 0 for training in notes),
    }
    return standing(chance, notes, counted)


def training(chance: Chance, period: Period) -> TrainingNote:
    words = chance.dice.choice
    started_on, ended_on = chance.days(period.start, period.end)
    return TrainingNote(
        title=words(WORDS),
        started_on=started_on,
        ended_on=ended_on,
        participants=words((None, 0, 1, 34, 1_200)),
        mode=label(chance, Mode),
        organiser=words(WORDS_OR_NONE),
        hours=words((None, 0, 1, 8, 40)),
    )


def proposals(chance: Chance) -> Register:
    """Of those approved within the period some were made before it."""
    notes = several(chance, lambda: proposal(chance))
    approved = [proposal for proposal in notes if proposal.is_approved]
    counted = {
        "proposals.made": len(notes) - chance.part(len(approved)),
        "proposals.approved": len(approved),
        "proposals.cost_before": sum(proposal.cost_before for proposal in approved),
        "proposals.cost_after": sum(proposal.cost_after for proposal in approved),
    }
    return standing(chance, notes, counted)


def proposal(chance: Chance) -> ProposalNote:
    words, outcome = chance.dice.choice, chance.dice.choice((None, *Outcome))
    return ProposalNote(
        title=words(WORDS),
        about=label(chance, About),
        procedure=words(WORDS),
        measure=label(chance, Measure),
        unit=words(WORDS),
        stage=outcome.label if outcome else "Chờ duyệt",
        is_business=chance.flag(),
        is_approved=outcome is not None,
        cost_before=words(COSTS),
        cost_after=words(COSTS),
        days_before=words((0, 5, 60)),
        days_after=words((0, 5, 60)),
    )


def internal_procedures(chance: Chance, period: Period) -> Register:
    """Those told one by one began within the period or are in work; others apply since long ago."""
    notes = several(chance, lambda: procedure(chance, period))
    own = [procedure for procedure in notes if not procedure.is_tthc]
    in_force = sum(procedure.is_in_force for procedure in own)
    counted = {
        "internal_procedures.effective": in_force + chance.dice.choice((0, 0, 7)),
        "internal_procedures.drafting": len(own) - in_force,
    }
    return standing(chance, notes, counted)


def procedure(chance: Chance, period: Period) -> ProcedureNote:
    words, is_tthc = chance.dice.choice, chance.flag()
    return ProcedureNote(
        name=words(WORDS),
        symbol=words(("", "QT-HT-01", "NB-02")),
        is_tthc=is_tthc,
        is_in_force=chance.flag(),
        effective_from=None if is_tthc else words((None, chance.day(period.start, period.end))),
    )


def overdue(chance: Chance, late: int, fields: Fields, causes: Causes) -> Register:
    """Nobody knows anything, figures were typed, or there are cases of some or all late dossiers."""
    match chance.way(("unused", "typed", "in use")):
        case "typed":
            return Register(remembered(chance, typed_overdue(chance, late, causes)))
        case "in use":
            return cases_of(chance, late, fields, causes)
    return Register()


def cases_of(chance: Chance, late: int, fields: Fields, causes: Causes) -> Register:
    how_many = min(late, MOST_CASES) if chance.flag() else chance.part(min(late, MOST_CASES))
    notes = tuple(overdue_case(chance, fields, causes) for _ in range(how_many))
    counted = {
        "overdue.explained": sum(case.is_explained for case in notes),
        "overdue.apologies": chance.part(len(notes)),
        **{by_cause(cause.code): sum(case.cause == cause.code for case in notes) for cause in causes},
    }
    return Register(Group(counted, Origin.RECORDS), notes)


def overdue_case(chance: Chance, fields: Fields, causes: Causes) -> OverdueNote:
    words, has_regulation = chance.dice.choice, chance.flag()
    cause = words(["", *(cause.code for cause in causes)])
    return OverdueNote(
        code=f"000.00.14.H37-260105-{chance.dice.randint(1, 9_999):04}",
        cause=cause,
        is_explained=bool(cause) and chance.flag(),
        remedy=words(WORDS_OR_NONE),
        prevention=words(WORDS_OR_NONE),
        field=words(["", "linh-vuc-khac", *(slug for slug, _ in fields)]),
        cause_text=words(WORDS_OR_NONE),
        regulation_procedure=words(WORDS) if has_regulation else "",
        regulation_text=words(WORDS) if has_regulation else "",
        regulation_obstacle=words(WORDS) if has_regulation else "",
    )


LEGAL = (
    LegalNote(DocumentType.DECREE, "63/2010/NĐ-CP", "Chính phủ", date(2010, 6, 8), "về kiểm soát thủ tục hành chính"),
    LegalNote(DocumentType.DECREE, "118/2025/NĐ-CP", "Chính phủ", date(2025, 6, 9), in_force_from=date(2025, 7, 1)),
    LegalNote(
        DocumentType.CIRCULAR,
        "02/2017/TT-VPCP",
        "Văn phòng Chính phủ",
        in_force_from=date(2017, 12, 15),
        in_force_to=date(2025, 12, 31),
        replaced_by="05/2025/TT-VPCP",
    ),
)
