"""Citations in prose: their type, number, day and issuer, in the wordings offices use."""

from datetime import date

import pytest

from intranet.reading.citations import citations

DECREE = ("Nghị định", "118/2025/NĐ-CP")


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ", *DECREE),
        ("Nghị định 118/2025/NĐ-CP", *DECREE),
        ("NĐ số 118/2025/NĐ-CP", *DECREE),
        ("Nghị định số: 118 /2025/NĐ - CP", *DECREE),
        ("Quyết định số 478/QĐ-UBND ngày 21 tháng 3 năm 2020", "Quyết định", "478/QĐ-UBND"),
        ("Công văn số 110a/UBND-TTPVHCC", "Công văn", "110a/UBND-TTPVHCC"),
        ("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "Luật", "64/2025/QH15"),
        ("Chỉ thị số 012/CT-UBND", "Chỉ thị", "012/CT-UBND"),
        ("Nghị quyết 131/NQ-CP", "Nghị quyết", "131/NQ-CP"),
        ("Nghị quyết số 66.7/2025/NQ-CP", "Nghị quyết", "66.7/2025/NQ-CP"),
        ("theo số 118/2025/NĐ-CP", "", "118/2025/NĐ-CP"),
    ],
)
def test_a_citation_is_read_by_its_number(text, kind, number):
    (one,) = citations(text)
    assert (one.kind, one.number) == (kind, number)


def test_its_day_and_issuer_are_read():
    (one,) = citations("theo Quyết định số 478/QĐ-UBND ngày 21 tháng 3 năm 2020 của UBND tỉnh Lạng Sơn, các phòng")
    assert (one.issued_on, one.issuer) == (date(2020, 3, 21), "UBND tỉnh Lạng Sơn")
    assert one.has_number_word


def test_one_word_may_stand_for_several_numbers():
    one, other = citations("các Quyết định số 02/2025/QĐ-UBND, số 301/QĐ-UBND của UBND phường")
    assert (other.kind, other.is_again, one.is_again) == ("Quyết định", True, False)


@pytest.mark.parametrize(
    "text",
    [
        "đã số hóa 8.141/8.141 hồ sơ",
        "ngày 05/02/2026",
        "trực 24/7",
        "hồ sơ 000.00.17.H37-260105-0001",
        "Nghị định này",
        "Quý I/2026",
        "Biểu số II.05a/VPCP",
    ],
)
def test_other_digits_are_no_citation(text):
    assert not citations(text)


def test_a_day_that_is_none_is_not_known():
    assert citations("Kế hoạch số 12/KH-UBND ngày 31/02/2026")[0].issued_on is None
