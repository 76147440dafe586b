"""Filters that every register's list offers: period, state, unit."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import Unit
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.listing import Condition, Filter
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.records.models import Record

EARLIER = 5
RECORDS, UNITS = Record.__table__, Unit.__table__

by_state = Filter.among("state", "Trạng thái", State, RECORDS.c.state, along="date")


def periods(chosen: str) -> Iterator[tuple[str, str]]:
    """What has begun: of this year and the last one every period, of EARLIER years before that the whole year."""
    day = today()
    year = Period.containing(day, "Y").year
    offered = [period for of in (year, year - 1) for period in reversed(Period.of_year(of)) if period.start <= day]
    offered += [Period.parse(f"{year - 2 - back}-Y") for back in range(EARLIER)]
    if chosen and Period.parse(chosen) not in offered:
        offered.insert(0, Period.parse(chosen))
    return ((period.code, period.label) for period in offered)


def in_period(code: str) -> Condition:
    period = Period.parse(code)
    return RECORDS.c.occurs_on.between(period.start, period.end)


by_period = Filter("period", "Kỳ báo cáo", periods, in_period, leads=True, along="date")


def units(chosen: str) -> Iterator[tuple[str, str]]:
    found = db.session.execute(select(UNITS.c.id, UNITS.c.name).order_by(UNITS.c.sort_key))
    return ((str(key), name) for key, name in found)


def row_key(value: str) -> int:
    """What an address names by its key; ValueError where it cannot be one."""
    if not value.isdecimal() or len(value) > 9:
        raise ValueError(f"nothing has the key {value}")
    return int(value)


LONGEST_CODE = 100


def by_procedure(column: Any, joins: tuple[Condition, ...] = ()) -> Filter:
    """By the code of a procedure, as the catalogue's pages ask for it; set by links alone."""

    def of_procedure(code: str) -> Condition:
        if len(code) > LONGEST_CODE or not code.isprintable():
            raise ValueError(code)
        return column == code

    return Filter("procedure", "Thủ tục", lambda code: [(code, code)] if code else [], of_procedure, joins, leads=True)


def by_unit(label: str, column: Any, joins: tuple[Condition, ...] = ()) -> Filter:
    """By the unit a column names."""
    return Filter("unit", label, units, lambda value: column == row_key(value), joins, leads=True)
