"""Two people over the same figure: what each changed stands, and what both changed is shown to them."""

from datetime import date

import pytest

from intranet.figures.merging import MISSING, EntryContent, merge

YEAR = (date(2025, 9, 11), date(2026, 3, 15))
QUARTER = (date(2025, 12, 15), date(2026, 3, 14))


@pytest.mark.parametrize(
    ("seen", "stored", "typed", "wanted"),
    [
        (5, 5, 5, 5),
        (5, 5, 6, 6),
        (5, 7, 5, 7),
        (5, 7, 7, 7),
        (5, 7, 6, None),
        (None, 7, 6, None),
        (None, 0, None, 0),
    ],
    ids=[
        "nobody changed it",
        "only I changed it",
        "only they changed it",
        "both typed the same",
        "both typed another number",
        "both filled in what was missing",
        "I left empty what they filled with 0",
    ],
)
def test_a_number_that_both_changed_is_a_conflict_and_nothing_else_is(seen, stored, typed, wanted):
    merged = merge(EntryContent(seen), EntryContent(stored), EntryContent(typed))
    assert merged == (None if wanted is None else EntryContent(wanted))


def test_a_number_and_its_window_may_come_from_two_people():
    merged = merge(EntryContent(5, QUARTER), EntryContent(5, YEAR), EntryContent(6, QUARTER))
    assert merged == EntryContent(6, YEAR)


def test_two_windows_for_one_figure_are_a_conflict():
    assert merge(EntryContent(5), EntryContent(5, YEAR), EntryContent(5, QUARTER)) is None


def test_two_sources_for_one_figure_are_a_conflict():
    assert merge(EntryContent(5), EntryContent(5, None, "Sổ"), EntryContent(5, None, "Phần mềm")) is None


def test_what_somebody_took_back_keeps_no_source():
    assert merge(EntryContent(5), EntryContent(5, None, "Sổ"), MISSING) == MISSING
