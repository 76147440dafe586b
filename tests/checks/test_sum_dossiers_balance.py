"""sum-dossiers-balance: what came in is not what went out and what is left."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_dossiers_balance import sum_dossiers_balance
from intranet.checks.problem import Level

FIRES = [
    "Kỳ trước chuyển qua 69 hồ sơ, tiếp nhận mới 1.568 hồ sơ. Đã giải quyết 1.488 hồ sơ, đang giải quyết 51 hồ sơ, không đủ điều kiện 44 hồ sơ, tạm dừng 64 hồ sơ.",
    "Tổng số hồ sơ phải giải quyết: 1.637 hồ sơ. Đã giải quyết: 1.488 hồ sơ. Đang giải quyết: 100 hồ sơ.",
    "- Hồ sơ kỳ trước chuyển sang: 20 hồ sơ;\n"
    "- Hồ sơ tiếp nhận trong kỳ: 300 hồ sơ;\n"
    "- Hồ sơ đã giải quyết: 290 hồ sơ;\n"
    "- Hồ sơ đang giải quyết: 20 hồ sơ.",
    "Tồn kỳ trước 05 hồ sơ; tiếp nhận 200 hồ sơ; đã giải quyết 195 hồ sơ; từ chối 02 hồ sơ; đang xử lý 11 hồ sơ.",
    "Kỳ trước chuyển qua\t69\n"
    "Tiếp nhận trong kỳ\t1.568\n"
    "Đã giải quyết\t1.488\n"
    "Đang giải quyết\t41\n"
    "Không đủ điều kiện\t44\n"
    "Tạm dừng\t46",
    "Không có hồ sơ kỳ trước chuyển qua. Tiếp nhận 100 hồ sơ, đã giải quyết 95 hồ sơ, đang giải quyết 10 hồ sơ.",
]
SILENT = [
    "Kỳ trước chuyển qua 69 hồ sơ, tiếp nhận mới 1.568 hồ sơ. Đã giải quyết 1.488 hồ sơ, đang giải quyết 41 hồ sơ, không đủ điều kiện 44 hồ sơ, tạm dừng 64 hồ sơ.",
    "Tổng số hồ sơ phải giải quyết: 1.637 hồ sơ. Đã giải quyết: 1.537 hồ sơ. Đang giải quyết: 100 hồ sơ.",
    "Tiếp nhận 100 hồ sơ, đã giải quyết 95 hồ sơ, đang giải quyết 10 hồ sơ.",
    "Kỳ trước chuyển qua 10 hồ sơ; tiếp nhận 100 hồ sơ; giải quyết 90 hồ sơ; đang giải quyết 20 hồ sơ, trong đó tạm dừng 05 hồ sơ.",
    "- Hồ sơ kỳ trước chuyển sang: 20 hồ sơ;\n"
    "- Hồ sơ tiếp nhận trong kỳ: 300 hồ sơ;\n"
    "- Hồ sơ đã giải quyết: 300 hồ sơ;\n"
    "- Hồ sơ đang giải quyết: 20 hồ sơ.",
    "Kỳ trước chuyển qua 69 hồ sơ. Lĩnh vực đất đai tiếp nhận 145 hồ sơ, giải quyết 143 hồ sơ, đang giải quyết 02 hồ sơ.",
    "Chuyển sang kỳ sau 105 hồ sơ, gồm 41 hồ sơ đang giải quyết và 64 hồ sơ tạm dừng.",
    "Tiếp nhận mới trong kỳ 1.568 hồ sơ, số từ kỳ trước chuyển qua 69 hồ sơ. Số hồ sơ đã giải quyết 1.532 hồ sơ (gồm cả 44 hồ sơ không đủ điều kiện), đang giải quyết 105 hồ sơ (gồm 64 hồ sơ tạm dừng).",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_dossiers_balance_is_told(text):
    problems = list(sum_dossiers_balance(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-dossiers-balance", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_dossiers_balance(paper(text)))
