"""period-reversed: a range starts after it ends."""

import pytest
from checks.corpus import paper, told

from intranet.checks.period_reversed import period_reversed
from intranet.checks.problem import Level

FIRES = [
    "Từ ngày 15/12/2026 đến ngày 14/3/2026, tiếp nhận 5 hồ sơ.",
    "(15/12/2025 - 14/3/2025)",
    "kỳ báo cáo từ 15/12/2026 đến hết 14/3/2026",
    "từ ngày 15 tháng 12 năm 2026 đến ngày 14 tháng 3 năm 2026",
    "Tập huấn từ ngày 27/02/2026 đến ngày 26/02/2026.",
    "Số liệu 20.3.2026–14.3.2026",
    "giai đoạn 2030-2025",
    "từ tháng 12/2026 đến tháng 3/2026",
    "Kể từ 15-12-2026 tới 14-3-2026",
    "Trong QUÝ I/2026 (TỪ NGÀY 15/12/2026 ĐẾN NGÀY 14/3/2026)",
    "Đợt rà soát diễn ra từ ngày 28/02 đến ngày 15/02/2026.",
    "Từ quý II/2026 đến quý I/2026, số hồ sơ tăng.",
    "từ quý 3 năm 2026 đến quý 2 năm 2026",
]
SILENT = [
    "từ 15/12 đến 14/3/2026",
    "từ ngày 15/12/2025 đến ngày 14/3/2026",
    "từ ngày 14/3/2026 đến ngày 14/3/2026",
    "giai đoạn 2021-2025",
    "từ 15/12/2025 đến 14/3",
    "Kế hoạch số 53/KH-UBND ngày 11/02/2026, Kế hoạch số 12 ngày 05/01/2026",
    "rút ngắn từ ngày 20/3/2026 đến ngày 15/3/2026",
    "8.141/8.141",
    "từ tháng 11 đến tháng 3",
    "ngày 20/2/2026; ngày 10/1/2026",
    "Công văn số 383/UBND ngày 10/3/2026 và Công văn số 110 ngày 20/2/2026",
    "từ ngày 28/12 đến ngày 03/01/2026",
    "từ 15/12 đến 14/12/2026",
    "từ 01/7 đến 30/6/2026",
    "Từ quý IV/2025 đến quý I/2026, số hồ sơ tăng.",
    "từ ngày 28/12 đến ngày 05/01",
]


@pytest.mark.parametrize("text", FIRES)
def test_period_reversed_is_told_once(text):
    assert [(one.rule, one.level) for one in period_reversed(paper(text))] == [("period-reversed", Level.ERROR)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(period_reversed(paper(text)))
