"""A whole report into which a fault of its dates, periods or structure is put: the rule named for it tells it."""

import pytest
from checks.test_whole_report import TEXT, rules_told

FAULTS = [
    ("period-window", "Trong kỳ tiếp nhận 1.568", "Trong kỳ (từ ngày 15/12/2025 đến ngày 15/3/2026) tiếp nhận 1.568"),
    ("period-reversed", "Trong kỳ tiếp nhận 1.568", "Trong kỳ (từ ngày 15/12/2026 đến ngày 14/3/2026) tiếp nhận 1.568"),
    ("window-differs", "Toàn bộ 212 giao dịch", "Từ ngày 01/01/2026 đến ngày 31/3/2026, toàn bộ 212 giao dịch"),
    ("relative-date", "Trong kỳ tiếp nhận 1.568", "Đến nay đã tiếp nhận 1.568"),
    (
        "date-outside-period",
        "\n8. Truyền thông\n",
        "\n8. Truyền thông\nTrong kỳ đã họp báo, tuyên truyền ngày 20/11/2025.\n",
    ),
    ("heading-repeated", "III. TÌNH HÌNH", "II. TÌNH HÌNH"),
    ("heading-gap", "3.2. Cắt giảm", "3.4. Cắt giảm"),
    ("heading-gap", "\nVI. ", "\nVII. "),
    ("annex-missing", "Không còn PAKN đang xử lý", "Không còn PAKN đang xử lý (Biểu số II.05a kèm theo)"),
    ("placeholder-left", "Chuyển sang kỳ sau 105 hồ sơ", "Chuyển sang kỳ sau ……… hồ sơ"),
    ("section-empty", "\n8. Truyền thông\n", "\n7.1. Kênh mới\n8. Truyền thông\n"),
]


@pytest.mark.parametrize(("rule", "right", "wrong"), FAULTS)
def test_each_fault_is_told_by_its_rule(rule, right, wrong):
    assert TEXT.count(right) >= 1
    assert rule in rules_told(TEXT.replace(right, wrong, 1)) - rules_told(TEXT)
