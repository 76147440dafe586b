"""What the models say must never be false stands in the database that the migrations build, and nothing else does."""

from sqlalchemy import CheckConstraint, inspect

from intranet.kernel.db import db


def told_by_models() -> dict[str, set[str]]:
    """The names of the check constraints of each table."""
    return {
        table.name: {str(it.name) for it in table.constraints if isinstance(it, CheckConstraint)}
        for table in db.metadata.sorted_tables
    }


def test_every_check_of_a_model_is_in_the_database_and_no_other(app):
    told = told_by_models()
    assert sum(map(len, told.values())) > 100
    inspector = inspect(db.engine)
    there = {table: {str(it["name"]) for it in inspector.get_check_constraints(table)} for table in told}
    assert there == told
