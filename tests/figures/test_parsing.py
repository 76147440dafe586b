"""People type numbers in several right ways, and in wrong ones that must not pass for right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.figures.parsing import HOW_TO_WRITE, LARGEST, TOO_LARGE, parse_count
from intranet.kernel.formats import number, padded


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1568", 1568),
        ("1.568", 1568),
        ("1 568", 1568),
        ("1\u00a0568", 1568),
        ("1\u202f568\u202f000", 1568000),
        ("03", 3),
        ("0", 0),
        ("000", 0),
        (" 18.025.000 ", 18025000),
        ("\t41\n", 41),
        ("1.000.000.000.000.000", LARGEST),
        ("0" * 5000 + "7", 7),
    ],
)
def test_a_count_is_read_as_offices_write_it(text, count):
    assert parse_count(text) == count


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u00a0"])
def test_nothing_typed_is_no_figure_and_not_zero(text):
    assert parse_count(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "1,5",
        "1,568",
        "-3",
        "+3",
        "abc",
        "1.56",
        "1.5680",
        "1568.000",
        "1..568",
        "1.568 000",
        "1  568",
        ".568",
        "1.568.",
        "0.568",
        "03.568",
        "1e3",
        "1_568",
        "0x10",
        "3 hồ sơ",
        "100%",
        "٣",
        "３",
        "²",
        "1\n568",
    ],
)
def test_what_is_not_clearly_a_whole_number_is_refused_with_an_instruction(text):
    with pytest.raises(ValueError) as refused:
        parse_count(text)
    assert str(refused.value) == HOW_TO_WRITE


@pytest.mark.parametrize("text", [str(LARGEST + 1), number(LARGEST + 1), "9" * 16, "9" * 5000])
def test_a_count_beyond_reason_is_refused(text):
    with pytest.raises(ValueError) as refused:
        parse_count(text)
    assert str(refused.value) == TOO_LARGE


def test_the_instructions_say_what_to_type():
    assert HOW_TO_WRITE == "Hãy nhập số nguyên không âm, ví dụ 1568 hoặc 1.568; để trống nếu chưa có số liệu."
    assert TOO_LARGE == "Hãy nhập số không lớn hơn 1.000.000.000.000.000."


@given(st.integers(min_value=0, max_value=LARGEST))
def test_a_printed_count_is_read_back_as_itself(count):
    for printed in (str(count), number(count), number(count).replace(".", " "), padded(count)):
        assert parse_count(printed) == count


@given(st.text())
def test_any_text_gives_a_count_or_nothing_or_an_instruction(text):
    try:
        count = parse_count(text)
    except ValueError as refused:
        assert str(refused).startswith("Hãy nhập")
    else:
        assert count is None or 0 <= count <= LARGEST
