"""citation-superseded: a text was no longer in force on the report's day."""

import pytest
from checks.corpus import LEGAL, paper, told

from intranet.checks.citation_superseded import citation_superseded
from intranet.checks.problem import Level

FIRES = [
    "Thực hiện Nghị định số 61/2018/NĐ-CP về cơ chế một cửa.",
    "Căn cứ Nghị định 107/2021/NĐ-CP của Chính phủ.",
    "Báo cáo theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020 của Văn phòng Chính phủ.",
    "Bộ phận Một cửa hoạt động theo NĐ số 61/2018/NĐ-CP.",
    "theo Thông tư số 1/2020/TT-VPCP",
    "Quý III năm 2025\nThực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.",
    "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ, công bố 03 TTHC sửa đổi, thay thế 02 TTHC và bãi bỏ 01 TTHC.",
    "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 (được sửa đổi, bổ sung bởi Nghị định số 107/2021/NĐ-CP ngày 06/12/2021).",
    "Theo Nghị định 61/2018 của Chính phủ về một cửa.",
    "Thực hiện NĐ số 61/2018/ND-CP về một cửa.",
    "Nghị định số 61/2018/NĐ-CP; Nghị định số 63/2010/NĐ-CP (được sửa đổi, bổ sung tại Nghị định số 92/2017/NĐ-CP).",
]
SILENT = [
    "Thực hiện Nghị định số 118/2025/NĐ-CP về cơ chế một cửa.",
    "Nghị định số 118/2025/NĐ-CP thay thế Nghị định số 61/2018/NĐ-CP.",
    "Nghị định số 61/2018/NĐ-CP đã hết hiệu lực.",
    "Nghị định số 107/2021/NĐ-CP sửa đổi Nghị định số 61/2018/NĐ-CP trước đây.",
    "Thực hiện Nghị quyết số 131/NQ-CP.",
    "Kế hoạch số 53/KH-UBND ngày 11/02/2026.",
    "Báo cáo theo Thông tư số 05/2025/TT-VPCP.",
    "Nghị định 118/2025 thay thế Nghị định 61/2018 và Nghị định 107/2021.",
    "Nghị định số 61/2018/NĐ-CP (nay là Nghị định số 118/2025/NĐ-CP) được rà soát.",
    "Nghị định số 107/2021/NĐ-CP được thay bằng Nghị định số 118/2025/NĐ-CP.",
    "Nghị định số 61/2018/NĐ-CP và Nghị định số 107/2021/NĐ-CP đã hết hiệu lực từ ngày 01/7/2025.",
    "Việc chuyển từ Thông tư số 01/2020/TT-VPCP sang Thông tư số 5/2025/TT-VPCP đúng quy định.",
    "Thông tư số 01/2020/TT-VPCP được áp dụng đến hết ngày 14/02/2026.",
]


@pytest.mark.parametrize("text", FIRES)
def test_citation_superseded_is_told(text):
    problems = list(citation_superseded(paper(text, legal=LEGAL)))
    assert problems and {(one.rule, one.level) for one in problems} == {("citation-superseded", Level.WARNING)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(citation_superseded(paper(text, legal=LEGAL)))
