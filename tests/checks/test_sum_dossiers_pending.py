"""sum-dossiers-pending: in time and late do not add up to the pending dossiers."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_dossiers_pending import sum_dossiers_pending
from intranet.checks.problem import Level

FIRES = [
    "Đang giải quyết 41 hồ sơ, trong đó trong hạn 40 hồ sơ, quá hạn 0 hồ sơ.",
    "Số hồ sơ đang giải quyết: 41 hồ sơ (chưa đến hạn: 35 hồ sơ; quá hạn: 02 hồ sơ).",
    "- Hồ sơ đang giải quyết: 100 hồ sơ, trong đó:\n+ Trong hạn: 90 hồ sơ;\n+ Quá hạn: 12 hồ sơ.",
    "Đang xử lý 41 hồ sơ; còn trong hạn 41 hồ sơ; đã quá hạn 01 hồ sơ.",
    "Chưa giải quyết 55 hồ sơ, gồm 50 hồ sơ còn trong hạn và 06 hồ sơ quá hạn.",
]
SILENT = [
    "Đang giải quyết 41 hồ sơ, đều trong hạn.",
    "Đang giải quyết 41 hồ sơ, trong đó trong hạn 41 hồ sơ, quá hạn 0 hồ sơ.",
    "Đang giải quyết 41 hồ sơ (quá hạn: 02 hồ sơ).",
    "Đang giải quyết 105 hồ sơ, gồm: trong hạn 41 hồ sơ, tạm dừng 64 hồ sơ.",
    "Đang giải quyết 41 hồ sơ, tạm dừng 64 hồ sơ. Trong hạn 41 hồ sơ.",
    "- Hồ sơ đang giải quyết: 100 hồ sơ, trong đó:\n+ Trong hạn: 88 hồ sơ;\n+ Quá hạn: 12 hồ sơ.",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_dossiers_pending_is_told(text):
    problems = list(sum_dossiers_pending(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-dossiers-pending", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_dossiers_pending(paper(text)))
