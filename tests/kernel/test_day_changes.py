"""Announced changes of working days: read once, never out of date, kept apart from the holidays."""

import sqlite3
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from intranet.kernel.calendar import vietnam, workdays_after
from intranet.kernel.day_changes import DayChange, DayKind, announced
from intranet.kernel.db import db

MONDAY, SATURDAY = date(2026, 3, 9), date(2026, 3, 14)


def a_change(day: date = MONDAY, is_worked: bool = False, reason: str = "Thông báo của tỉnh") -> DayChange:
    change = DayChange(day=day, is_worked=is_worked, reason=reason)
    db.session.add(change)
    db.session.flush()
    return change


@pytest.fixture
def readings(app):
    """How often the changes were asked for."""
    asked: list[str] = []

    def note(connection, cursor, statement, *rest) -> None:
        if statement.startswith("SELECT") and "day_changes" in statement:
            asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


def test_the_office_begins_with_the_swap_of_new_year_2026(app):
    assert announced() == {(date(2026, 1, 2), False), (date(2026, 1, 10), True)}
    assert all("Cần đối chiếu" in change.reason for change in db.session.query(DayChange))


def test_a_long_list_asks_once(readings):
    for n in range(1, 29):
        workdays_after(date(2026, 2, n), 15)
    assert len(readings) == 1


def test_a_change_counts_as_soon_as_it_is_written(app):
    assert vietnam([2026]).is_workday(MONDAY)
    change = a_change()
    assert not vietnam([2026]).is_workday(MONDAY)
    change.kind, change.day = DayKind.WORKED, SATURDAY
    db.session.flush()
    assert vietnam([2026]).is_workday(MONDAY) and vietnam([2026]).is_workday(SATURDAY)
    db.session.delete(change)
    db.session.flush()
    assert not vietnam([2026]).is_workday(SATURDAY)


def test_a_change_that_was_undone_does_not_count(app):
    a_change()
    assert not vietnam([2026]).is_workday(MONDAY)
    db.session.rollback()
    assert vietnam([2026]).is_workday(MONDAY)


def test_what_another_process_wrote_counts_from_the_next_transaction_on(app):
    assert vietnam([2026]).is_workday(MONDAY)
    db.session.commit()
    with sqlite3.connect(db.engine.url.database) as other:
        other.execute(
            "INSERT INTO day_changes (day, is_worked, reason, version) VALUES (?, 0, 'Nghỉ', 1)", [str(MONDAY)]
        )
    other.close()
    assert not vietnam([2026]).is_workday(MONDAY)


def test_asking_for_a_deadline_writes_nothing(app):
    db.session.add(DayChange(day=MONDAY, is_worked=False, reason=""))
    assert vietnam([2026]).is_workday(MONDAY)
    db.session.rollback()


def test_the_database_refuses_a_second_change_of_a_day_and_one_without_a_reason(app):
    a_change()
    db.session.commit()
    for wrong in ({"day": MONDAY}, {"day": SATURDAY, "reason": ""}, {"day": None}, {"is_worked": None}):
        with pytest.raises(IntegrityError):
            a_change(**{"day": SATURDAY} | wrong)
        db.session.rollback()
