"""citation-unknown: a citation cannot be found again."""

import pytest
from checks.corpus import LEGAL, paper, told

from intranet.checks.citation_unknown import citation_unknown
from intranet.checks.problem import Level

FIRES = [
    "Thực hiện Nghị định số 999/2025/NĐ-CP ngày 01/01/2025 của Chính phủ.",
    "Căn cứ Nghị định 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.",
    "Thực hiện Nghị định số 118/2025/NĐ-CP.",
    "Quyết định số 478/QĐ-UBND ngày 21/3/2020.",
    "Kế hoạch số 77/KH-UBND ngày 02/01/2026 của UBND phường.",
    "Nghị định số 118/2025/NĐ-CP ngày 10/6/2025 của Chính phủ.",
    "Nghị định số 118/25/NĐ-CP ngày 09/6/2025 của Chính phủ.",
    "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Bộ Tư pháp.",
    "Nghị quyết số 131/NQ-CP ngày 06/10/2022 của UBND tỉnh.",
    "Quyết định số 478/QĐ-UBND ngày 21/3/2020 của UBND phường Tam Thanh.",
    "Nghị định 118/2025 của Chính phủ.",
    "Kế hoạch số 77/KH-UBND ngày 02/01/2026 của Bộ Nội vụ.",
    "Thực hiện Thông tư số 5/2025/TT/VPCP.",
]
SILENT = [
    "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ. Theo Nghị định số 118/2025/NĐ-CP.",
    "Quyết định số 478/QĐ-UBND ngày 21 tháng 3 năm 2020 của UBND tỉnh Lạng Sơn",
    "Nghị quyết số 131/NQ-CP ngày 06/10/2022 của Chính phủ",
    "Thông tư số 05/2025/TT-VPCP ngày 31/12/2025 của Văn phòng Chính phủ",
    "Nghị định số 61/2018/NĐ-CP của Chính phủ",
    "Đã số hóa 8.141/8.141 hồ sơ, trực 24/7.",
    "Báo cáo Quý I/2026.",
    "Quyết định số 478/QĐ-UBND của UBND tỉnh Lạng Sơn ngày 21/3/2020",
    "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ.",
    "Thông tư số 5/2025/TT-VPCP ngày 31/12/2025 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
    "Quyết định số 478/QĐ-UBND ngày 21/3/2020 của Chủ tịch Ủy ban nhân dân tỉnh",
]


@pytest.mark.parametrize("text", FIRES)
def test_citation_unknown_is_told(text):
    problems = list(citation_unknown(paper(text, legal=LEGAL)))
    assert problems and {(one.rule, one.level) for one in problems} == {("citation-unknown", Level.INFO)}


def test_only_a_slip_of_the_pen_is_taken_for_another_text():
    assert "Có phải Quyết định số 478/QĐ-UBND" in told(
        citation_unknown(paper("Quyết định số 479/QĐ-UBND", legal=LEGAL))
    )
    assert "Có phải" not in told(citation_unknown(paper("Quyết định số 53/QĐ-UBND", legal=LEGAL)))


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(citation_unknown(paper(text, legal=LEGAL)))
