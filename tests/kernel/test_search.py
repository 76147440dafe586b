import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.search import fold, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kiểm tra Đất", "kiem tra dat"),
        ("  PHƯỜNG\u00a0Tam \n Thanh ", "phuong tam thanh"),
        ("Nguyễn Thị Ưởng", "nguyen thi uong"),
        ("đĐ ơƠ ưƯ ăĂ âÂ êÊ ôÔ", "dd oo uu aa aa ee oo"),
        ("TTHC 1.004.2/2026", "tthc 1.004.2/2026"),
        ("", ""),
    ],
)
def test_folding_leaves_what_people_type_when_they_search(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Hộ tịch", "ho-tich"),
        ("Đất đai – Môi trường (2026)", "dat-dai-moi-truong-2026"),
        ("«…»", ""),
        ("日本 Huế", "hue"),
    ],
)
def test_a_slug_is_fit_for_an_address(text, address):
    assert slug(text) == address


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text())
def test_a_slug_is_ascii_words_joined_by_single_hyphens(text):
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))
