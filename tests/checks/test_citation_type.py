"""citation-type: the word for a text does not fit its number."""

import pytest
from checks.corpus import LEGAL, paper, told

from intranet.checks.citation_type import citation_type
from intranet.checks.problem import Level

FIRES = [
    "Thực hiện Quy định số 02/2025/QĐ-UBND ngày 30/7/2025 của UBND phường.",
    "Căn cứ Nghị định số 01/2018/TT-VPCP của Văn phòng Chính phủ.",
    "Theo Quyết định số 53/KH-UBND ngày 11/02/2026.",
    "Thực hiện Công văn số 220/CĐ-TTg ngày 18/11/2025.",
    "Kế hoạch số 110a/UBND-TTPVHCC ngày 20/02/2026 của UBND phường.",
    "Nghị quyết số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.",
    "Chỉ thị số 478/QĐ-UBND ngày 21/3/2020.",
    "Kế hoạch số 220/CĐ-TTg ngày 18/11/2025 của Thủ tướng Chính phủ.",
    "Chỉ thị số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
]
SILENT = [
    "Thực hiện Quyết định số 02/2025/QĐ-UBND ngày 30/7/2025 của UBND phường.",
    "Căn cứ Nghị định số 118/2025/NĐ-CP của Chính phủ.",
    "Công văn số 110a/UBND-TTPVHCC ngày 20/02/2026.",
    "các Quyết định số 02/2025/QĐ-UBND, số 301/QĐ-UBND",
    "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
    "Nghị quyết số 43/2022/QH15 của Quốc hội",
    "Văn bản số 383/UBND-TTPVHCC ngày 10/3/2026",
    "NĐ số 118/2025/NĐ-CP; TT số 5/2025/TT-VPCP",
    "Theo số 53/KH-UBND",
    "Nghị định 118/2025 thay thế Nghị định 107/2021.",
    "Chỉ thị số 05-CT/TU ngày 05/02/2026 của Tỉnh ủy; Kết luận số 127-KL/TW ngày 28/02/2025.",
    "Quy định số 12-QĐi/TW ngày 01/01/2026; Chương trình phối hợp số 3/CTPH-UBND-BĐ.",
]


@pytest.mark.parametrize("text", FIRES)
def test_citation_type_is_told(text):
    problems = list(citation_type(paper(text, legal=LEGAL)))
    assert problems and {(one.rule, one.level) for one in problems} == {("citation-type", Level.WARNING)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(citation_type(paper(text, legal=LEGAL)))
