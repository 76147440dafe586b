"""The migrations build exactly what the models say, and take it down again."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from conftest import build
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from intranet.kernel.db import db

VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"
BY_HAND = ("record_words", "dossier_codes")


@pytest.fixture
def empty(tmp_path):
    app = build(tmp_path / "empty.db")
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_models_and_migrations_say_the_same(app):
    def ours(thing, name, kind, reflected, compare_to):
        return not (kind == "table" and name.startswith(BY_HAND))

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        assert compare_metadata(context, db.metadata) == []


def test_all_the_way_down_leaves_nothing_and_up_again_works(empty):
    upgrade()
    downgrade(revision="base")
    left = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    assert left == set()
    upgrade()
    assert "records" in inspect(db.engine).get_table_names()


def test_migrations_are_numbered_one_after_the_other():
    numbers = sorted(path.name[:3] for path in VERSIONS.glob("*.py"))
    assert numbers == [f"{number:03}" for number in range(1, len(numbers) + 1)]
