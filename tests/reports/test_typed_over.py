"""A number typed over a figure of a composed paragraph is known by its place."""

import pytest
from quarter import quarter

from intranet.checks.figure_contradicts import figure_contradicts
from intranet.checks.paper import Paper
from intranet.reading.manuscript import Bound, Manuscript, Paragraph, TypedOver
from intranet.reports.pieces import Piece
from intranet.reports.typed_over import typed_over

RECEIVED, RESOLVED = "dossiers.received", "dossiers.resolved"
COMPOSED = (
    Piece("Trong kỳ tiếp nhận "),
    Piece("1.568", RECEIVED),
    Piece(" hồ sơ, giải quyết "),
    Piece("1.488", RESOLVED),
    Piece(" hồ sơ."),
)


def over(text: str, *bounds: Bound) -> dict[str, str]:
    return {text[it.start : it.end]: it.figure for it in typed_over(text, bounds, [COMPOSED])}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trong kỳ tiếp nhận 12 hồ sơ, giải quyết 7 hồ sơ.", {"12": RECEIVED, "7": RESOLVED}),
        ("Trong kỳ đã tiếp nhận 1568 hồ sơ, giải quyết 7 hồ sơ.", {"1568": RECEIVED, "7": RESOLVED}),
        ("Việc khác hẳn: tập huấn 12 người tại hội trường.", {}),
        ("Trong kỳ tiếp nhận ² hồ sơ, giải quyết ③ hồ sơ.", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_number_stands_for_the_figure_of_its_place(text, found):
    assert over(text) == found


def test_what_a_figure_printed_is_not_typed():
    text = "Trong kỳ tiếp nhận 1.568 hồ sơ, giải quyết 7 hồ sơ."
    assert over(text, Bound(19, 24, "dossiers.received")) == {"7": "dossiers.resolved"}


@pytest.mark.parametrize("typed", ["1568", "1.568"])
def test_the_same_number_is_no_contradiction_however_it_is_written(typed):
    text = f"Tiếp nhận {typed} hồ sơ"
    spans = (TypedOver(10, 10 + len(typed), "dossiers.received", "1.568"),)
    assert not list(figure_contradicts(paper(Paragraph(0, 1, text, typed_over=spans))))


def paper(paragraph: Paragraph) -> Paper:
    facts = quarter()
    return Paper(Manuscript((paragraph,)), facts.period, facts, is_own=True)
