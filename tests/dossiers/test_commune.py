"""Nine months of a commune, from three systems that export each quarter: in any order the true figures of each quarter.

The files are as the systems give them, each in a layout and in words of its own.
"""

import random
from collections import Counter
from datetime import datetime

import commune
import pytest
from commune import EXPORTS, TRUTH
from sqlalchemy import func, select

from intranet.dossiers import operations, publishing, storing
from intranet.dossiers.counting import COUNTED, counts, counts_by_field
from intranet.dossiers.importing import read_file
from intranet.dossiers.models import Dossier, DossierState, Source, SourceRow
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


def test_what_the_files_hold_is_told_in_totals_and_nothing_is_asked(take):
    batches = [take(export) for export in EXPORTS]
    assert Counter(batch.source.name for batch in batches) == {"tinh": 3, "bo-tu-phap": 3, "bo-xay-dung": 3}
    assert not any(batch.told["questions"] for batch in batches)
    totals = [batch.told["totals"] for batch in batches]
    assert sum(of_file["not_yet"] for of_file in totals) == 9  # what is only registered is no dossier yet
    assert sum(of_file["by_channel"]["unknown"] for of_file in totals) == 0
    codes_of = select(SourceRow.code, SourceRow.source_id).distinct().subquery()
    told_twice = select(codes_of.c.code).group_by(codes_of.c.code).having(func.count() > 1)
    # The truth speaks of one more, which no two files hold, neither by its code nor by its moment.
    assert len(db.session.scalars(told_twice).all()) == TRUTH["same_in_two_systems"] - 1
    when = select(SourceRow.procedure_code, SourceRow.received_at, SourceRow.source_id).distinct().subquery()
    same_moment = (
        select(when.c.received_at).group_by(when.c.procedure_code, when.c.received_at).having(func.count() > 1)
    )
    assert len(db.session.scalars(same_moment).all()) == TRUTH["same_in_two_systems"] - 1


def test_the_day_is_told_by_the_files_that_have_it_and_asked_of_the_others(app):
    with as_of(datetime(2026, 9, 18, 3).astimezone()):
        for export in EXPORTS:
            known = storing.what_is_known(storing.source_named(export.source))
            dated = read_file(export.content, export.name, known).dated
            if export.source == "tinh":
                assert (dated.day, dated.question) == (export.exported_on, None)
            else:
                assert dated.question is not None and dated.question.options[0].value <= str(export.exported_on)


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
