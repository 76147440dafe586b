"""What tests of the figures share."""

import pytest
from flask import Flask
from sqlalchemy import event

from intranet.kernel.db import db


@pytest.fixture
def queries(app: Flask):
    """What the database is asked for, as it comes."""
    asked: list[str] = []

    def note(connection, cursor, statement, parameters, context, executemany) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)
