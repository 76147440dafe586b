"""What is stored: entries are only ever added, impossible ones are refused, and the categories come with the house."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from factories import a_figure
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from intranet.categories.families import Family, Side
from intranet.categories.models import FigureCategory, categories_for, typed_for
from intranet.figures.models import FigureEntry, current_entries, current_values
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused

DEFAULTS = Path(__file__).parents[2] / "migrations" / "data" / "figure_categories.json"
Q1 = Period.parse("2026-Q1")


def test_an_entry_is_never_changed(cast):
    entry = a_figure(cast("chi"), "staff.desk", 4)
    db.session.commit()
    entry.value = 5
    with pytest.raises(Refused, match="chỉ được ghi thêm"):
        db.session.flush()
    db.session.rollback()
    assert entry.value == 4


def test_an_entry_is_never_deleted(cast):
    entry = a_figure(cast("chi"), "staff.desk", 4)
    db.session.commit()
    db.session.delete(entry)
    with pytest.raises(Refused, match="chỉ được ghi thêm"):
        db.session.flush()


@pytest.mark.parametrize("statement", [update(FigureEntry).values(value=5), delete(FigureEntry)])
def test_entries_are_not_changed_in_bulk_either(cast, statement):
    a_figure(cast("chi"), "staff.desk", 4)
    with pytest.raises(Refused, match="chỉ được ghi thêm"):
        db.session.execute(statement)
    assert current_values(Q1) == {"staff.desk": 4}


def test_an_entry_that_was_only_touched_is_left_in_peace(cast):
    entry = a_figure(cast("chi"), "staff.desk", 4)
    db.session.commit()
    entry.value = entry.value + 0
    db.session.flush()


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"value": -1}, "is_no_less_than_nothing"),
        ({"name": ""}, "has_name"),
        ({"counted_from": date(2026, 1, 1)}, "window_is_whole"),
        ({"counted_to": date(2026, 1, 1)}, "window_is_whole"),
        ({"counted_from": date(2026, 1, 2), "counted_to": date(2026, 1, 1)}, "window_runs_forward"),
    ],
)
def test_the_database_itself_refuses_what_cannot_be(cast, change, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        a_figure(cast("chi"), **{"name": "staff.desk", "value": 4} | change)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"code": ""}, "has_code"),
        ({"label": ""}, "has_label"),
        ({"side": Side.INTERNAL}, "cause_has_side"),
        ({"family": Family.CAUSE}, "cause_has_side"),
        ({"code": "ho-tich"}, "UNIQUE"),
    ],
)
def test_a_category_has_a_code_of_its_own_and_a_cause_a_side(app, change, constraint):
    values = {"family": Family.FIELD, "code": "moi", "label": "Mới", "position": 99, "effective_from": date(2026, 1, 1)}
    db.session.add(FigureCategory(**values | change))
    with pytest.raises(IntegrityError, match=constraint):
        db.session.flush()


def test_the_newest_entry_of_a_figure_counts_and_only_in_its_period(cast):
    chi = cast("chi")
    a_figure(chi, "staff.desk", 4)
    between = a_figure(chi, "staff.total", 6)
    a_figure(chi, "staff.desk", 5)
    a_figure(chi, "staff.desk", 9, period="2026-Q2")
    assert {entry.name: entry.value for entry in current_entries(Q1)} == {"staff.desk": 5, "staff.total": 6}
    assert {entry.name: entry.value for entry in current_entries(Q1, between.id)} == {"staff.desk": 4, "staff.total": 6}


def test_a_figure_taken_back_is_missing_again(cast):
    a_figure(cast("chi"), "staff.desk", 4)
    a_figure(cast("chi"), "staff.desk", None)
    (entry,) = current_entries(Q1)
    assert entry.value is None and current_values(Q1) == {}


def test_what_counts_is_read_with_its_author_in_one_query(cast, queries):
    for name in ("staff.desk", "staff.total", "focal.units"):
        a_figure(cast("chi"), name, 4)
    db.session.commit()
    queries.clear()
    assert {entry.entered_by.username for entry in current_entries(Q1)} == {"chi"}
    assert len(queries) == 1


def test_moments_are_kept_in_utc(cast):
    a_figure(cast("chi"), "staff.desk", 4)
    db.session.expire_all()
    (entry,) = current_entries(Q1)
    assert entry.entered_at.tzinfo is UTC and entry.entered_at <= datetime.now(UTC)


def test_the_migration_brings_the_categories_of_the_file_in_its_order(app):
    rows = json.loads(DEFAULTS.read_text(encoding="utf-8"))
    stored = db.session.scalars(select(FigureCategory).order_by(FigureCategory.id)).all()
    assert [(one.family.value, one.code, one.label) for one in stored] == [
        (row["family"], row["code"], row["label"]) for row in rows
    ]
    assert [one.side.value if one.side else None for one in stored] == [row["group"] for row in rows]
    assert {one.effective_from for one in stored} == {date(2025, 7, 1)}
    for family in Family:
        positions = [one.position for one in stored if one.family is family]
        assert positions == list(range(1, len(positions) + 1))


def test_a_category_is_in_use_from_its_day_on(app):
    assert categories_for(Period.parse("2025-Q1")) == []
    assert Counter(one.family for one in categories_for(Period.parse("2025-Q3"))) == {"field": 12, "cause": 14}
    late = FigureCategory(
        family=Family.FIELD, code="moi", label="Mới", position=1, effective_from=Period.parse("2026-Q2").start
    )
    db.session.add(late)
    assert "moi" not in [one.code for one in categories_for(Q1)]
    assert "moi" in [one.code for one in categories_for(Period.parse("2026-Q2"))]


def test_people_type_the_figures_in_the_order_of_the_report_and_nothing_a_register_gives(app):
    typed = typed_for(categories_for(Q1))
    groups = [definition.group for definition in typed.values()]
    assert groups.index("dossiers-by-field") < groups.index("overdue") < groups.index("staff")
    assert not any(name.startswith("inspections.") for name in typed)
    assert {"dossiers.by_field.ho-tich.received", "overdue.by_cause.CQ-01"} <= set(typed)
