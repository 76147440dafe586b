"""The measurements still run on the tables there are: what they fill is of the schema at head."""

import sqlite3
from contextlib import closing

import pytest

from bench import many_dossiers, many_inspections


@pytest.mark.parametrize(("make", "table"), [(many_dossiers.fill, "dossiers"), (many_inspections.make, "records")])
def test_what_is_measured_can_be_filled(tmp_path, make, table):
    make(tmp_path / "bench.db", 30)
    with closing(sqlite3.connect(tmp_path / "bench.db")) as connection:
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (30,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
