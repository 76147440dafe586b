"""The letters of a signed PDF, spaced like what was approved."""

import pytest

from intranet.decisions.signed_spacing import LONG, respaced

APPROVED = "Trong kỳ tiếp nhận trực tuyến 1.568 hồ sơ; chi theo dự toán được giao."


@pytest.mark.parametrize(
    ("signed", "read"),
    [
        (APPROVED, APPROVED),
        ("Trong kỳ ti ế p nh ậ n tr ự c tuy ế n 1.568 h ồ s ơ ; chi theo d ự toán đ ượ c giao.", APPROVED),
        (
            "Trong kỳ ti ế p nh ậ n tr ự c tuy ế n 1.586 h ồ s ơ ; chi theo dự toán được giao.",
            APPROVED.replace("68", "86"),
        ),
        ("Trongkỳtiếpnhậntrựctuyến1.568hồsơ;chitheodựtoánđượcgiao.", APPROVED),
        ("Một câu khác.", "Một câu khác."),
    ],
)
def test_letters_stand_together_as_they_were_approved(signed, read):
    assert respaced(signed, APPROVED) == read


def test_a_text_too_long_to_tell_stays_as_it_is():
    torn = "t o " * LONG
    assert respaced(torn, "to " * LONG) == torn
