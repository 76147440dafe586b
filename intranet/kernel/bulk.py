"""Thousands of rows at once, without what is otherwise spent on each."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Date, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

from intranet.kernel.db import db


def add(table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have the same names, column by column put as the database takes them."""
    dialect = db.engine.dialect
    names = tuple(rows[0])
    columns = zip(*(row.values() for row in rows), strict=True)
    values = zip(*(put(table, name, column) for name, column in zip(names, columns, strict=True)), strict=True)
    statement = insert(table).compile(dialect=dialect, column_keys=names)
    is_positional = statement.positiontup is not None
    given = [dict(zip(names, row, strict=True)) for row in values] if not is_positional else list(values)
    db.session.connection().exec_driver_sql(statement.string, given)


def upsert(table: Table) -> Any:
    """An insert that says what becomes of rows there are already; SQLite and PostgreSQL write it alike."""
    return (sqlite if db.engine.dialect.name == "sqlite" else postgresql).insert(table)


def put(table: Table, name: str, column: Sequence[Any]) -> Sequence[Any]:
    """The values of a column as its type says; each day once, since rows repeat them."""
    kind = table.c[name].type
    process = kind.dialect_impl(db.engine.dialect).bind_processor(db.engine.dialect)
    if process is None:
        return column
    return list(map(cache(process) if isinstance(kind, Date) else process, column))


@contextmanager
def uncounted() -> Iterator[None]:
    """Without looking for garbage again and again among very many new things of which none is."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
