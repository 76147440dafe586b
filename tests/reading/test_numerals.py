"""Numbers in prose: what each is worth, and which digits count nothing."""

from decimal import Decimal

import pytest

from intranet.reading.numerals import numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tiếp nhận 1.568 hồ sơ", 1568),
        ("tiếp nhận 1568 hồ sơ", 1568),
        ("tiếp nhận 1,568 hồ sơ", 1568),
        ("đã tổ chức 03 cuộc kiểm tra", 3),
        ("có mười một hồ sơ quá hạn", 11),
        ("có hai mươi mốt hồ sơ", 21),
        ("trên tổng số 235 phiếu", 235),
        ("trong số 12 mã QR", 12),
        ("quá hạn: 11", 11),
    ],
)
def test_a_count_is_read_as_it_is_written(text, value):
    (one,) = numerals(text)
    assert (one.value, one.counts) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [("đạt 99,1%", "99.1", 1), ("đạt 100 %", "100", 0), ("đạt 99.15%", "99.15", 2), ("bằng 62,8 phần trăm", "62.8", 1)],
)
def test_a_percentage_keeps_its_decimals(text, value, decimals):
    (one,) = numerals(text)
    assert (one.value, one.decimals, one.is_rate) == (Decimal(value), decimals, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [("số tiền 18.025.000 đồng", 18_025_000), ("12,5 triệu đồng", 12_500_000), ("500 nghìn đồng", 500_000)],
)
def test_money_is_in_dong(text, value):
    (one,) = numerals(text)
    assert (one.value, one.is_money) == (Decimal(value), True)


def test_a_fraction_has_two_sides():
    (one,) = numerals("đã số hóa 8.135/8.141 hồ sơ")
    assert (one.value, one.whole) == (Decimal(8135), Decimal(8141))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 118/2025/NĐ-CP",
        "ngày 05/02/2026",
        "từ ngày 15/12/2025 đến ngày 14/3/2026",
        "ngày 11 tháng 2 năm 2026",
        "Quý I/2026",
        "số 759 đường Trần Đăng Ninh",
        "Nghị quyết 131",
        "Biểu số II.05a",
        "mẫu số 04",
        "hồ sơ 000.00.17.H37-260105-0001",
        "điện thoại 0912 345 678",
        "trong năm 2026",
        "Khóa XV",
        "thực hiện cơ chế một cửa",
        "một phần",
    ],
)
def test_digits_that_name_something_count_nothing(text):
    assert not [one for one in numerals(text) if one.counts]


@pytest.mark.parametrize("text", ["quá hạn 03 ngày làm việc", "thời lượng 28 giờ"])
def test_a_time_is_no_count(text):
    (one,) = numerals(text)
    assert one.is_timed and not one.counts
