"""Nine months of a commune, from three systems that export each quarter: in any order the true figures of each quarter.

The raw layouts are not read yet, so the same rows are written in a layout and in words that the import knows.
"""

import random
from collections import Counter
from datetime import datetime

import commune
import pytest
from commune import EXPORTS, TRUTH
from sqlalchemy import select

from intranet.dossiers import operations, publishing
from intranet.dossiers.counting import COUNTED, counts, counts_by_field
from intranet.dossiers.models import Dossier, DossierState, Source
from intranet.figures.fact import Origin
from intranet.figures.figures_of import figures_of
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.search import slug

QUARTERS = [Period.parse(code) for code in ("2026-Q1", "2026-Q2", "2026-Q3")]
OF_FIELD = ("dossiers.received", "dossiers.resolved", "dossiers.resolved_late")
ORDERS = {"as they came": EXPORTS, "backwards": EXPORTS[::-1]} | {
    f"shuffled by {seed}": random.Random(seed).sample(EXPORTS, len(EXPORTS)) for seed in (1, 2)
}


@pytest.fixture
def take(app):
    with as_of(datetime(2026, 9, 18, 3).astimezone()):
        yield commune.take


def is_true(period: Period) -> None:
    told = TRUTH["periods"][period.code]
    found = counts(period)
    assert {name: found[f"dossiers.{name}"] for name in told["dossiers"]} == told["dossiers"], period.code
    by_field = counts_by_field(period, *OF_FIELD)
    wanted = {
        slug(field): {f"dossiers.{name}": count for name, count in of_field.items()}
        for field, of_field in told["by_field"].items()
    }
    assert {field: of_field for field, of_field in by_field.items() if any(of_field.values())} == wanted, period.code


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("code", ["2026-H1", "2026-9M"])
def test_in_any_order_the_half_year_and_nine_months_have_their_true_figures(take, code, order):
    for export in ORDERS[order]:
        take(export)
    for source in db.session.scalars(select(Source)):
        operations.cover(source, QUARTERS[0].start, None)
    figures = figures_of(Period.parse(code))
    told = TRUTH["periods"][code]
    assert {name: figures[f"dossiers.{name}"].value for name in told["dossiers"]} == told["dossiers"]
    found = {
        field: {name: figures[f"dossiers.by_field.{slug(field)}.{name}"].value for name in of_field}
        for field, of_field in told["by_field"].items()
    }
    assert found == told["by_field"]
    assert {figures[f"dossiers.{name}"].origin for name in told["dossiers"]} <= {Origin.COMPUTED, Origin.RECORDS}


def states() -> set[tuple]:
    table = DossierState.__table__
    return {tuple(row) for row in db.session.execute(select(table))}


def test_the_files_hold_what_is_told_of_them():
    assert Counter(export.source for export in EXPORTS) == {"tinh": 3, "bo-tu-phap": 3, "bo-xay-dung": 3}
    sources_of: dict[str, set[str]] = {}
    for export in EXPORTS:
        for row in export.rows:
            sources_of.setdefault(row[0], set()).add(export.source)
    # The truth speaks of one more, which no file holds twice.
    assert sum(len(sources) > 1 for sources in sources_of.values()) == TRUTH["same_in_two_systems"] - 1


@pytest.mark.parametrize("order", ORDERS)
def test_in_any_order_each_quarter_has_its_true_figures(take, order):
    for export in ORDERS[order]:
        take(export)
    for period in QUARTERS:
        is_true(period)


def test_each_quarter_is_true_as_soon_as_its_exports_are_there_and_stays_so(take):
    for number in range(1, len(QUARTERS) + 1):
        for export in EXPORTS[3 * number - 3 : 3 * number]:
            take(export)
        for period in QUARTERS[:number]:
            is_true(period)


def test_taking_the_exports_of_the_middle_quarter_back_and_in_again_changes_nothing(take):
    first, middle, last = EXPORTS[:3], EXPORTS[3:6], EXPORTS[6:]
    for export in first + last:
        take(export)
    without = states()
    batches = [take(export) for export in middle]
    whole = states()
    assert whole != without
    for batch in reversed(batches):
        publishing.undo(batch)
    assert states() == without
    for export in middle:
        take(export)
    assert states() == whole
    for period in QUARTERS:
        is_true(period)


def test_every_figure_lists_as_many_dossiers_as_it_counts(take):
    for export in EXPORTS:
        take(export)
    for period in QUARTERS:
        found = counts(period)
        for name, condition in COUNTED.items():
            assert len(db.session.scalars(select(Dossier.id).where(condition(period))).all()) == found[name], name
