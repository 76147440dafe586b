"""What SQLite's planner is told is about tables and indexes that exist, and it is told."""

import json
from pathlib import Path

from sqlalchemy import text

from intranet.kernel.db import db

STATISTICS = Path(__file__).parents[2] / "migrations" / "data" / "statistics.json"


def told() -> set[tuple[str, str, str]]:
    tables = json.loads(STATISTICS.read_text(encoding="utf-8"))
    return {(table, index, numbers) for table, indexes in tables.items() for index, numbers in indexes.items()}


def test_the_planner_is_told_after_the_migrations(app):
    assert {tuple(row) for row in db.session.execute(text("SELECT tbl, idx, stat FROM sqlite_stat1"))} == told()


def test_it_is_told_of_indexes_that_exist_and_of_all_their_columns(app):
    for table, index, numbers in told():
        columns = db.session.execute(text(f"PRAGMA index_info('{index}')")).all()
        assert len(numbers.split()) == len(columns) + 1, f"{table}.{index}"
