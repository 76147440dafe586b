"""Thousands of rows at once are stored as single ones are."""

import gc
from datetime import date, datetime

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, select

from intranet.kernel import bulk
from intranet.kernel.clock import VIETNAM
from intranet.kernel.day_changes import DayChange, DayKind
from intranet.kernel.db import Moment, db

DAYS = DayChange.__table__
MOMENTS = Table("moments", MetaData(), Column("id", Integer, primary_key=True), Column("at", Moment()))


def row(day: int, **change):
    return {"day": date(2026, 1, day), "is_worked": True, "reason": "Làm bù", "version": 1} | change


def test_rows_are_stored_as_the_columns_say(app):
    bulk.add(DAYS, [row(13), row(14, is_worked=False, reason="Nghi\u0309 bù")])
    first, second = db.session.scalars(
        select(DayChange).where(DayChange.day.in_([date(2026, 1, 13), date(2026, 1, 14)]))
    )
    assert (first.day, first.kind, first.reason) == (date(2026, 1, 13), DayKind.WORKED, "Làm bù")
    assert second.kind is DayKind.OFF and second.reason == "Nghỉ bù"


def test_moments_are_stored_in_utc_and_need_a_time_zone(app):
    MOMENTS.create(db.session.connection())
    bulk.add(MOMENTS, [{"id": 1, "at": datetime(2026, 2, 5, 7, tzinfo=VIETNAM)}, {"id": 2, "at": None}])
    moment, nothing = db.session.scalars(select(MOMENTS.c.at).order_by(MOMENTS.c.id))
    assert moment.isoformat() == "2026-02-05T00:00:00+00:00" and nothing is None
    with pytest.raises(ValueError, match="time zone"):
        bulk.add(MOMENTS, [{"id": 3, "at": datetime(2026, 2, 5)}])


def test_rows_of_other_names_are_refused(app):
    with pytest.raises(ValueError, match="shorter"):
        bulk.add(DAYS, [row(10), {"day": date(2026, 1, 11)}])


def test_garbage_is_looked_for_again_afterwards_even_after_a_fault():
    with pytest.raises(RuntimeError), bulk.uncounted():
        assert not gc.isenabled()
        raise RuntimeError
    assert gc.isenabled()
