"""Going back one migration after another leaves no record without the table of its kind."""

from flask_migrate import downgrade
from house.test_registers import MAKERS
from sqlalchemy import inspect, text

from intranet.kernel.db import db
from intranet.records.models import Record


def records_without_table() -> set[str]:
    """The kinds of records that the code of this migration could no longer open."""
    tables = set(inspect(db.engine).get_table_names())
    if "records" not in tables:
        return set()
    with db.engine.connect() as connection:
        kinds = set(connection.scalars(text("SELECT DISTINCT kind FROM records")))
    needed = {kind.__mapper_args__["polymorphic_identity"]: kind.__tablename__ for kind in Record.__subclasses__()}
    return {kind for kind in kinds if needed[kind] not in tables}


def test_a_migration_taken_back_takes_the_records_of_its_register_along(app, cast):
    for make in MAKERS.values():
        make(cast("an"))
    db.session.commit()
    db.session.remove()
    while "records" in inspect(db.engine).get_table_names():
        downgrade(revision="-1")
        assert not records_without_table()
