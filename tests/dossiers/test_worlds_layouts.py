"""A world's dossiers in any layout are read back as they are, or asked about; never silently otherwise."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from chance import Chance, chances, of_seed
from export_layouts import ExportLayout, layout_by, written
from hypothesis import given, settings
from world_dossiers import Life, export_of, lives

from intranet.dossiers.gathering import Known
from intranet.dossiers.importing import Import, read_file
from intranet.dossiers.rows import ImportedRow
from intranet.kernel.period import Period

PERIOD = Period.parse("2026-Q1")
DAY = PERIOD.end + timedelta(days=4)
NAMELESS = {"Thủ tục thử"}


def office(day: date = DAY) -> Known:
    return Known(today=day)


def some_lives(chance: Chance, how_many: int) -> tuple[Life, ...]:
    """With codes that carry the day of receipt, as nearly every system's do."""
    plain = lives(chance, PERIOD, how_many, "H37")
    return tuple(
        replace(one, code=f"H37.14-{one.received_at:%y%m%d}-{number:04}") for number, one in enumerate(plain, 1)
    )


def told(found: Import) -> Counter[tuple[object, ...]]:
    """All that the rows say, but for the spelling of what figures do not count."""
    return Counter(content(row) for row in found.rows)


def content(row: ImportedRow) -> tuple[object, ...]:
    moments = (row.received_at, row.due_at, row.paused_at, row.finished_at)
    return (row.code, row.field, row.channel, row.status, *moments)


def is_plain(layout: ExportLayout) -> bool:
    """Whether nothing in it can be understood in two ways, so that asking would be a burden."""
    return layout.shape != "a sheet a month"


def check(chance: Chance, how_many: int) -> None:
    all_lives = some_lives(chance, how_many)
    layout = layout_by(chance)
    right = read_file(export_of(all_lives, DAY), "plain.csv", office())
    found = read_file(*written(layout, all_lives, DAY), office())
    if found.undecided or found.unread:
        assert not is_plain(layout), (str(layout), [question.text for question in found.undecided], found.unread)
        return
    assert not found.errors, (str(layout), found.errors[:3])
    assert told(found) == told(right), str(layout)


@pytest.mark.parametrize("seed", range(80))
def test_a_world_in_a_layout_of_chance(seed):
    check(of_seed(seed), 24)


@settings(deadline=None, max_examples=40)
@given(chance=chances())
def test_a_small_world_in_any_layout(chance):
    check(chance, 5)
