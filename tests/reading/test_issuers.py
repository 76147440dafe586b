"""Who issued a text, by its number and by the words after it."""

import pytest

from intranet.reading.issuers import body, body_by_number, differ

NUMBERS = {
    "118/2025/NĐ-CP": "Chính phủ",
    "766/QĐ-TTg": "Thủ tướng Chính phủ",
    "03/2025/TT-VPCP": "Văn phòng Chính phủ",
    "01/2011/TT-BNV": "Bộ",
    "114/2013/NQ-HĐND": "HĐND",
    "383/UBND-TTPVHCC": "UBND",
    "31/2024/QH15": "Quốc hội",
    "05-CT/TU": "",
    "12/VP-KSTT": "",
}
WORDS = {
    "Thủ tướng Chính phủ": "Thủ tướng Chính phủ",
    "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ": "Văn phòng Chính phủ",
    "Chủ tịch Uỷ ban nhân dân tỉnh": "UBND",
    "Bộ Chính trị": "",
    "Tỉnh ủy": "",
}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_tells_whose_it_is(number):
    assert body_by_number(number) == NUMBERS[number]


@pytest.mark.parametrize("words", WORDS)
def test_words_tell_whose_a_text_is(words):
    assert body(words) == WORDS[words]


def test_two_namings_differ_by_body_and_by_level():
    assert differ("Bộ Tư pháp", "Chính phủ")
    assert differ("UBND phường Tam Thanh", "UBND tỉnh Lạng Sơn")
    assert not differ("Chủ tịch UBND tỉnh", "UBND tỉnh Lạng Sơn")
    assert not differ("UBND", "UBND tỉnh Lạng Sơn")
    assert not differ("Tỉnh ủy", "UBND tỉnh Lạng Sơn")
