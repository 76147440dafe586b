"""Dossiers of several systems: any order, any split, any repetition of what was imported gives the same."""

from datetime import UTC, date, datetime, timedelta

import pytest
from dossier_merging import SourceRow, dossiers, kept
from hypothesis import given
from hypothesis import strategies as st

from intranet.dossiers.rows import ImportedRow
from intranet.dossiers.vocabulary import ENDED, Channel, Status

RECEIVED = datetime(2026, 2, 5, 1, tzinfo=UTC)
MONDAY, TUESDAY = date(2026, 3, 16), date(2026, 3, 17)


def said(source: str, exported_on: date, status: Status, code: str = "H37-1", days: int = 3, row: int = 2) -> SourceRow:
    finished = RECEIVED + timedelta(days=days) if status in ENDED else None
    due = RECEIVED + timedelta(days=days + 2)
    told = ImportedRow(row, code, "", "", "Hộ tịch", "", Channel.ONLINE, status, RECEIVED, due, None, finished)
    return SourceRow(source, exported_on, told)


ROWS = st.lists(
    st.builds(
        said,
        source=st.sampled_from(["bo", "tinh", "khac"]),
        exported_on=st.sampled_from([MONDAY, TUESDAY]),
        status=st.sampled_from(list(Status)),
        code=st.sampled_from(["H37-1", "H37-2", "H37-3"]),
        days=st.integers(1, 3),
        row=st.integers(2, 4),
    ),
    max_size=12,
)


def content(merged: dict[str, SourceRow]) -> dict[str, tuple]:
    return {code: (one.source, one.exported_on, one.row.content) for code, one in merged.items()}


@given(rows=ROWS, data=st.data())
def test_any_order_split_and_repetition_gives_the_same_dossiers(rows, data):
    again = data.draw(st.lists(st.sampled_from(rows), max_size=6)) if rows else []
    mixed = data.draw(st.permutations(rows + again))
    cut = data.draw(st.integers(0, len(mixed)))
    stored = list(kept(mixed[:cut]).values())  # as a first import leaves them
    assert content(dossiers([*stored, *mixed[cut:]])) == content(dossiers(rows))


@given(rows=ROWS)
def test_there_is_one_row_per_source_and_code_and_one_dossier_per_code(rows):
    found = kept(rows)
    assert set(found) == {(one.source, one.row.code) for one in rows}
    for (source, code), one in found.items():
        days = [other.exported_on for other in rows if (other.source, other.row.code) == (source, code)]
        assert one.exported_on == max(days)
    assert set(dossiers(rows)) == {one.row.code for one in rows}


def test_within_a_source_the_newest_export_tells_even_what_it_takes_back():
    ended, reopened = said("tinh", MONDAY, Status.RESOLVED), said("tinh", TUESDAY, Status.PENDING)
    assert dossiers([reopened, ended])["H37-1"] is reopened


@pytest.mark.parametrize(
    ("winner", "other"),
    [
        (said("bo", MONDAY, Status.RESOLVED), said("tinh", TUESDAY, Status.PENDING)),
        (said("tinh", MONDAY, Status.REJECTED), said("bo", TUESDAY, Status.PAUSED)),
        (said("tinh", TUESDAY, Status.PENDING), said("bo", MONDAY, Status.PAUSED)),
        (said("tinh", TUESDAY, Status.RESOLVED), said("bo", MONDAY, Status.REJECTED)),
        (said("bo", MONDAY, Status.RESOLVED, days=1), said("tinh", MONDAY, Status.RESOLVED, days=2)),
    ],
)
def test_between_sources_ended_wins_then_the_newest_then_the_name(winner, other):
    assert dossiers([winner, other])["H37-1"] is dossiers([other, winner])["H37-1"] is winner
