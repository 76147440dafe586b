"""Numbers in Vietnamese words are read as people say them."""

import pytest

from intranet.kernel.numberwords import from_words, words


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


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"),
        (5, "năm"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1005, "một nghìn không trăm linh năm"),
        (1568, "một nghìn năm trăm sáu mươi tám"),
        (2_010, "hai nghìn không trăm mười"),
        (1_000_005, "một triệu không trăm linh năm"),
        (18_025_000, "mười tám triệu không trăm hai mươi lăm nghìn"),
        (3_000_000_000, "ba tỷ"),
    ],
)
def test_a_number_is_said_as_people_say_it(number, said):
    assert words(number) == said


def test_what_is_said_is_read_back():
    for number in (*range(1200), *range(9990, 10_130), 235_000_105, 1_000_000_001):
        assert from_words(words(number)) == number


def test_below_zero_there_are_no_words():
    with pytest.raises(ValueError, match="from 0 up"):
        words(-1)
