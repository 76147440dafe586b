"""The sample's records over and over in earlier years: registers grow, what a quarter of 2026 holds does not."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bench.many_inspections import insert

EARLIEST, LATEST = 500, 3_500  # days before
TABLES = {
    "document": "documents",
    "training": "trainings",
    "proposal": "proposals",
    "internal_procedure": "internal_procedures",
    "overdue_case": "overdue_cases",
    "inspection": "inspections",
}
Row = dict[str, Any]


def add(path: Path, count: int) -> None:
    """So many records to each register, and as many dossiers, of a database that holds the sample."""
    chance = random.Random(2026)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.row_factory = sqlite3.Row
        key = connection.execute("SELECT max(id) FROM records").fetchone()[0]
        for kind, table in TABLES.items():
            found = [dict(row) for row in connection.execute("SELECT * FROM records WHERE kind = ?", (kind,))]
            records = [row for row in found if row["state"] == "approved"] or found
            told = {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")}
            for _ in range(count):
                key += 1
                record = chance.choice(records)
                earlier = shifted_by(chance.randint(EARLIEST, LATEST))
                insert(connection, "records", earlier(record) | {"id": key})
                insert(connection, table, ended(earlier(told[record["id"]])) | {"id": key} | named(kind, key))
        dossiers = [dict(row) for row in connection.execute("SELECT * FROM dossiers WHERE finished_on IS NOT NULL")]
        for number in range(count):
            earlier = shifted_by(chance.randint(EARLIEST, LATEST))
            one = earlier(chance.choice(dossiers)) | {"code": f"CU-{number}"}
            insert(connection, "dossiers", {name: value for name, value in one.items() if name != "id"})
        connection.execute("ANALYZE")


def named(kind: str, key: int) -> Row:
    """What no two of a register share."""
    own = {"code": f"CU-{key}"}
    return {"internal_procedure": own, "overdue_case": own | {"dossier_code": f"CU-{key}"}}.get(kind, {})


def ended(row: Row) -> Row:
    """Quy trình nội bộ of then apply no longer."""
    return row | {"effective_to": row["effective_from"]} if row.get("effective_from") else row


def shifted_by(days: int) -> Callable[[Row], Row]:
    """The same row so many days earlier: whatever ends in _on or _at, and from when to when it applies."""

    def earlier(row: Row) -> Row:
        return {name: back(value, days) if is_time(name) and value else value for name, value in row.items()}

    return earlier


def is_time(name: str) -> bool:
    return name.endswith(("_on", "_at")) or name in ("effective_from", "effective_to")


def back(value: str, days: int) -> str:
    moment = datetime.fromisoformat(value) - timedelta(days=days)
    return f"{moment:%Y-%m-%d}" if len(value) == 10 else f"{moment:%Y-%m-%d %H:%M:%S.%f}"
