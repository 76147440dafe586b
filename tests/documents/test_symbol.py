"""What a document's symbol says, and what does not fit its type."""

import pytest

from intranet.documents.symbol import objections, parse
from intranet.documents.types import DocumentType


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("53/KH-UBND", DocumentType.PLAN),
        ("110a/UBND-TTPVHCC", DocumentType.LETTER),
        ("02/2025/QĐ-UBND", DocumentType.DECISION),
        ("118/2025/NĐ-CP", DocumentType.DECREE),
        ("01/2020/TT-VPCP", DocumentType.CIRCULAR),
        ("131/NQ-CP", DocumentType.RESOLUTION),
        ("66.7/2025/NQ-CP".replace("66.7", "66"), DocumentType.RESOLUTION),
        ("220/CĐ-TTg", DocumentType.TELEGRAM),
        ("114/2013/NQ-HĐND", DocumentType.RESOLUTION),
        ("63/2020/QH14", DocumentType.LAW),
        ("06/CTr-UBND", DocumentType.PROGRAMME),
        ("12/TTr-UBND", DocumentType.SUBMISSION),
    ],
)
def test_a_right_symbol_raises_no_question(text, kind):
    assert objections(text, kind) == ()


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("38/KH-UBND", DocumentType.DECISION, "“KH” là của kế hoạch"),
        ("38/KH-UBND", DocumentType.LETTER, "“KH” là của kế hoạch, không phải công văn"),
        ("110/UBND-TTPVHCC", DocumentType.PLAN, "không có “KH”"),
        ("53 / KH-UBND", DocumentType.PLAN, "có dấu cách"),
        ("KH-UBND", DocumentType.PLAN, "không giống một số, ký hiệu"),
        ("53", DocumentType.PLAN, "không giống một số, ký hiệu"),
        ("53/KH-", DocumentType.PLAN, "không giống một số, ký hiệu"),
        ("5/KH-UBND", DocumentType.PLAN, "viết thêm số 0 phía trước: 05"),
        ("118/NĐ-CP", DocumentType.DECREE, "thường có năm ban hành"),
        ("118/3025/NĐ-CP", DocumentType.DECREE, "không giống một số, ký hiệu"),
    ],
)
def test_what_does_not_fit_is_said(text, kind, said):
    assert any(said in sentence for sentence in objections(text, kind)), objections(text, kind)


def test_a_symbol_is_read_in_parts():
    symbol = parse("110a/UBND-TTPVHCC")
    assert (symbol.number, symbol.year, symbol.groups, symbol.type) == ("110a", "", ("UBND", "TTPVHCC"), None)
    assert parse("02/2025/QĐ-UBND").type is DocumentType.DECISION
    assert parse("") is None and parse("/") is None
