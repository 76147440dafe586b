"""Runs the numbered migrations on the app's own database."""

import json
from pathlib import Path

from alembic import context
from flask import current_app
from sqlalchemy import text

from intranet.kernel.db import Moment, NfcString, db

# The full-text indexes are made by hand in their migrations; they are no tables of the models.
BY_HAND = ("record_words", "dossier_codes")

# What SQLite's planner is told of a full register, instead of counting a small one: a plan that suits
# 100,000 records suits ten as well. Written anew after each run, as rebuilding a table forgets it.
STATISTICS = Path(__file__).parent / "data" / "statistics.json"


def ours(thing, name, kind, reflected, compare_to) -> bool:
    return not (kind == "table" and name.startswith(BY_HAND))


def as_plain_sql(kind, thing, autogen_context):
    """Migrations name plain SQL types: they must run when the app's own have changed."""
    if kind == "type" and isinstance(thing, NfcString):
        return "sa.String()"
    if kind == "type" and isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    with db.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=sqlite,
            include_object=ours,
            render_item=as_plain_sql,
            compare_type=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        if sqlite:
            tell_planner(connection)


def tell_planner(connection) -> None:
    """Set what ANALYZE would write: by index, the rows in all, then those alike in one column, two columns, …"""
    rows = [
        {"table": table, "index": index, "numbers": numbers}
        for table, indexes in json.loads(STATISTICS.read_text(encoding="utf-8")).items()
        for index, numbers in indexes.items()
    ]
    with connection.begin():
        connection.execute(text("ANALYZE sqlite_schema"))
        connection.execute(text("DELETE FROM sqlite_stat1"))
        connection.execute(text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:table, :index, :numbers)"), rows)


with current_app.app_context():
    run()
