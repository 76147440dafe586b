"""What a rule says of a text as somebody pasted it, for the wordings of every rule."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from intranet.checks.paper import Paper
from intranet.checks.problem import Problem
from intranet.documents.types import DocumentType
from intranet.figures.legal_notes import LegalNote
from intranet.kernel.period import Period
from intranet.reading.manuscript import read

QUARTER = Period.parse("2026-Q1")
CHINH_PHU = "Chính phủ"
LEGAL = (
    LegalNote(DocumentType.DECREE, "118/2025/NĐ-CP", CHINH_PHU, date(2025, 6, 9), "", date(2025, 7, 1)),
    LegalNote(DocumentType.DECREE, "61/2018/NĐ-CP", CHINH_PHU, None, "", None, date(2025, 6, 30), "118/2025/NĐ-CP"),
    LegalNote(DocumentType.DECREE, "107/2021/NĐ-CP", CHINH_PHU, None, "", None, date(2025, 6, 30), "118/2025/NĐ-CP"),
    LegalNote(
        DocumentType.CIRCULAR, "5/2025/TT-VPCP", "Văn phòng Chính phủ", date(2025, 12, 31), "", date(2026, 2, 15)
    ),
    LegalNote(
        DocumentType.CIRCULAR,
        "01/2020/TT-VPCP",
        "Văn phòng Chính phủ",
        date(2020, 10, 21),
        "",
        None,
        date(2026, 2, 14),
        "5/2025/TT-VPCP",
    ),
    LegalNote(DocumentType.RESOLUTION, "131/NQ-CP", CHINH_PHU, date(2022, 10, 6)),
    LegalNote(DocumentType.DECISION, "478/QĐ-UBND", "UBND tỉnh Lạng Sơn", date(2020, 3, 21)),
)


def paper(text: str, period: Period | None = QUARTER, **known: Any) -> Paper:
    return Paper(read(text), period, **known)


def told(problems: Iterator[Problem]) -> str:
    """All messages, for what a failing test prints."""
    return "; ".join(problem.message for problem in problems)
