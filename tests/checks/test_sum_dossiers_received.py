"""sum-dossiers-received: the channels a report tells do not add up to what was received."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_dossiers_received import sum_dossiers_received
from intranet.checks.problem import Level

FIRES = [
    "Tổng số hồ sơ tiếp nhận trong kỳ là 1.568 hồ sơ, trong đó: trực tuyến 1.500 hồ sơ; trực tiếp 50 hồ sơ; BCCI 08 hồ sơ.",
    "Trong quý tiếp nhận 1.568 hồ sơ (nộp trực tuyến 1.560, nộp trực tiếp 18, qua bưu chính công ích 0).",
    "- Tổng số hồ sơ tiếp nhận: 250 hồ sơ. Trong đó:\n"
    "+ Trực tuyến: 200 hồ sơ;\n"
    "+ Trực tiếp: 40 hồ sơ;\n"
    "+ Qua dịch vụ BCCI: 05 hồ sơ.",
    "Bộ phận Một cửa đã tiếp nhận 320 hồ sơ, gồm 300 hồ sơ nộp trực tuyến và 30 hồ sơ nộp trực tiếp.",
    "Tổng số hồ sơ tiếp nhận: 1.637 hồ sơ (kỳ trước chuyển sang 69 hồ sơ; tiếp nhận mới 1.586 hồ sơ).",
    "Số hồ sơ mới tiếp nhận trong kỳ: 500 hồ sơ. Trong đó, tiếp nhận trực tuyến 450 hồ sơ, tiếp nhận trực tiếp và qua bưu chính 60 hồ sơ.",
    "Tiếp nhận trong kỳ\t1.568\nTiếp nhận trực tuyến\t1.500\nTiếp nhận trực tiếp\t60\nTiếp nhận qua bưu chính\t0",
    "Trong kỳ, UBND phường tiếp nhận 1.568 hồ sơ TTHC, trong đó có 1.600 hồ sơ trực tuyến.",
    "Kết quả: Tổng số hồ sơ: 812 (kỳ trước chuyển qua: 22; tiếp nhận mới: 800 (trực tuyến 760, trực tiếp 40)).",
    "Tổng hồ sơ tiếp nhận 1.647 (kỳ trước 69 + mới 1.568).",
]
SILENT = [
    "Tổng số hồ sơ tiếp nhận trong kỳ là 1.568 hồ sơ, trong đó: trực tuyến 1.500 hồ sơ; trực tiếp 60 hồ sơ; BCCI 08 hồ sơ.",
    "Trong kỳ tiếp nhận 1.568 hồ sơ, đều nộp trực tuyến.",
    "Trong kỳ tiếp nhận 1.568 hồ sơ, trong đó có 1.500 hồ sơ trực tuyến.",
    "Tổng số hồ sơ tiếp nhận: 1.637 hồ sơ (kỳ trước chuyển sang 69 hồ sơ; tiếp nhận mới 1.568 hồ sơ).",
    "Tổng số hồ sơ tiếp nhận: 1.637 hồ sơ (trực tuyến: 1.500; trực tiếp, BCCI: 68; từ kỳ trước chuyển qua: 69).",
    "Tiếp nhận 250 hồ sơ (trực tuyến 200 hồ sơ, đạt 80%; trực tiếp 50 hồ sơ, chiếm 20%).",
    "Tiếp nhận 433 hồ sơ lĩnh vực Hộ tịch; trực tuyến toàn trình 122 thủ tục, trực tiếp hướng dẫn 20 lượt người.",
    "- Tổng số hồ sơ tiếp nhận: 250 hồ sơ, trong đó:\n"
    "- Trực tuyến: 200 hồ sơ;\n"
    "- Trực tiếp: 50 hồ sơ;\n"
    "- Bưu chính công ích: không phát sinh.",
    "Tháng 01 tiếp nhận 500 hồ sơ, tháng 02 tiếp nhận 400 hồ sơ, tháng 3 tiếp nhận 668 hồ sơ. Tổng tiếp nhận 1.568 hồ sơ.",
    "Tổng hồ sơ tiếp nhận 1.637 (kỳ trước 69 + mới 1.568).",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_dossiers_received_is_told(text):
    problems = list(sum_dossiers_received(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-dossiers-received", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(sum_dossiers_received(paper(text)))
