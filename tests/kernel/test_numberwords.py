"""Numbers in Vietnamese words are read as people say them."""

import pytest

from intranet.kernel.numberwords import from_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("chín", 9),
        ("mười", 10),
        ("mười một", 11),
        ("Mười lăm", 15),
        ("hai mươi mốt", 21),
        ("ba mươi tư", 34),
        ("một trăm linh năm", 105),
        ("bảy trăm lẻ bảy", 707),
        ("một nghìn năm trăm sáu mươi tám", 1568),
        ("mười hai ngàn không trăm linh một", 12001),
        ("mười tám triệu hai mươi lăm nghìn", 18_025_000),
    ],
)
def test_words_are_read_as_the_number_they_say(words, number):
    assert from_words(words) == number


@pytest.mark.parametrize("words", ["hai ba", "một cửa", "nhiều"])
def test_what_is_no_number_is_none(words):
    assert from_words(words) is None
