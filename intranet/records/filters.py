"""Filters that every register's list offers: period, state, unit."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from intranet.accounts.models import Unit
from intranet.kernel.calendar import today
from intranet.kernel.db import db
from intranet.kernel.listing import Condition, Filter
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.records.models import Record

RECORDS, UNITS = Record.__table__, Unit.__table__

by_state = Filter.among("state", "Trạng thái", State, RECORDS.c.state, along="date")


def by_period(kind: str) -> Filter:
    """By the period a record of this kind occurred in. Offers what has begun: of this year and the last one
    every period, before that the years since the first record."""

    def choices(chosen: str) -> Iterator[tuple[str, str]]:
        day = today()
        first = db.session.scalar(select(func.min(RECORDS.c.occurs_on)).where(RECORDS.c.kind == kind)) or day
        year = Period.containing(day, "Y").year
        offered = [period for of in (year, year - 1) for period in reversed(Period.of_year(of)) if period.start <= day]
        offered += [Period.parse(f"{of}-Y") for of in range(year - 2, first.year - 1, -1)]
        if chosen and Period.parse(chosen) not in offered:
            offered.insert(0, Period.parse(chosen))
        return ((period.code, period.label) for period in offered)

    def condition(code: str) -> Condition:
        period = Period.parse(code)
        return RECORDS.c.occurs_on.between(period.start, period.end)

    return Filter("period", "Kỳ báo cáo", choices, condition, leads=True, along="date")


def by_unit(label: str, column: Any, joins: tuple[Condition, ...] = ()) -> Filter:
    """By the unit a column names."""

    def choices(chosen: str) -> Iterator[tuple[str, str]]:
        units = db.session.execute(select(UNITS.c.id, UNITS.c.name).order_by(UNITS.c.sort_key))
        return ((str(key), name) for key, name in units)

    def condition(key: str) -> Condition:
        if not key.isdecimal() or len(key) > 9:
            raise ValueError(f"no unit has the key {key}")
        return column == int(key)

    return Filter("unit", label, choices, condition, joins, leads=True)
