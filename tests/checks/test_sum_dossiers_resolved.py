"""sum-dossiers-resolved: early, on time and late do not add up to the resolved dossiers."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_dossiers_resolved import sum_dossiers_resolved
from intranet.checks.problem import Level

FIRES = [
    "Đã giải quyết 1.488 hồ sơ, trong đó: trước hạn 1.477 hồ sơ, đúng hạn 0 hồ sơ, quá hạn 12 hồ sơ.",
    "Kết quả giải quyết: 500 hồ sơ (trước hạn 400 hồ sơ; đúng hạn 80 hồ sơ; trễ hạn 10 hồ sơ).",
    "- Số hồ sơ đã giải quyết: 320 hồ sơ. Trong đó:\n"
    "+ Giải quyết trước hạn: 300 hồ sơ;\n"
    "+ Giải quyết đúng hạn: 10 hồ sơ;\n"
    "+ Giải quyết quá hạn: 05 hồ sơ.",
    "Tổng số hồ sơ đã giải quyết là 1.488 hồ sơ, trong đó trước hạn và đúng hạn 1.470 hồ sơ; quá hạn 11 hồ sơ.",
    "Đã trả 210 hồ sơ, gồm 200 hồ sơ trước hạn, 15 hồ sơ đúng hạn.",
    "Đã giải quyết xong 1.488 hồ sơ; có 1.477 hồ sơ giải quyết trước hạn, 21 hồ sơ giải quyết quá hạn.",
    "Đã giải quyết\t1.488\nTrước hạn\t1.477\nĐúng hạn\t1\nQuá hạn\t11",
    "STT | Nội dung | Số lượng\n1 | Tiếp nhận | 100\n2 | Đã giải quyết | 90\n2.1 | Trước hạn | 70\n2.2 | Đúng hạn | 10\n2.3 | Quá hạn | 0",
    "Số hồ sơ trả đúng hạn: 1.477 hồ sơ; trả quá hạn: 11 hồ sơ. Tổng số hồ sơ trả kết quả: 1.588 hồ sơ.",
]
SILENT = [
    "Đã giải quyết 1.488 hồ sơ, trong đó: trước hạn 1.477 hồ sơ, quá hạn 11 hồ sơ.",
    "Đã giải quyết 1.488 hồ sơ, trong đó quá hạn 11 hồ sơ.",
    "Đã giải quyết 500 hồ sơ; trước hạn, đúng hạn 490 hồ sơ, đạt 98%; trễ hạn 10 hồ sơ, chiếm 2%.",
    "Tổng số hồ sơ đã giải quyết là 1.488 hồ sơ (trước hạn: 1.400; đúng hạn: 77; quá hạn: 11).",
    "- Số hồ sơ đã giải quyết: 320 hồ sơ. Trong đó:\n"
    "+ Giải quyết trước hạn: 300 hồ sơ;\n"
    "+ Giải quyết đúng hạn: 15 hồ sơ;\n"
    "+ Giải quyết quá hạn: 05 hồ sơ.",
    "Đã giải quyết 1.488 hồ sơ, đang giải quyết 41 hồ sơ, quá hạn 0 hồ sơ.",
    "Đã giải quyết 407 hồ sơ hộ tịch, trong đó có 05 hồ sơ liên thông.",
    "STT | Nội dung | Số lượng\n1 | Tiếp nhận | 100\n2 | Đã giải quyết | 90\n2.1 | Trước hạn | 80\n2.2 | Đúng hạn | 10\n2.3 | Quá hạn | 0",
    "Số hồ sơ chưa đến hạn giải quyết: 45 hồ sơ. Số hồ sơ đã giải quyết: 955 hồ sơ.",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_dossiers_resolved_is_told(text):
    problems = list(sum_dossiers_resolved(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-dossiers-resolved", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_dossiers_resolved(paper(text)))
