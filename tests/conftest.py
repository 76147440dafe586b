"""The app on a fresh database for each test, and a fixed cast to use it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from factories import a_unit, a_user
from flask import Flask
from flask_migrate import upgrade
from page_client import PageClient
from sqlalchemy import event

from intranet.accounts.models import Role, User
from intranet.application import create_app
from intranet.kernel.db import db

CAST = {
    "an": (Role.OFFICER, "TP"),
    "binh": (Role.OFFICER, "VH"),
    "chi": (Role.CONTROLLER, "TT"),
    "dung": (Role.DIRECTOR, "TT"),
    "giang": (Role.DIRECTOR, "TT"),
    "quan": (Role.ADMINISTRATOR, "TT"),
}


def build(path: Path, **change: Any) -> Flask:
    """The app over a database file, as in production but for the CSRF token, which only the house tests send."""
    settings = {
        "TESTING": True,
        "SECRET_KEY": "for tests",
        "PRODUCTION": False,
        "WTF_CSRF_ENABLED": False,
        "WORKS_AT_ONCE": True,
    }
    return create_app(**settings | {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{path}"} | change)


@pytest.fixture(scope="session")
def unused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the migrations leave it: an office that nobody has used yet."""
    path = tmp_path_factory.mktemp("database") / "unused.db"
    app = build(path)
    with app.app_context():
        upgrade()
        db.session.remove()
        db.engine.dispose()
    return path


@pytest.fixture(scope="session")
def migrated(unused: Path) -> Path:
    """The same with the cast in it; each test works on a copy."""
    path = unused.with_name("migrated.db")
    shutil.copy(unused, path)
    with build(path).app_context():
        units = {code: a_unit(code) for code in ("TP", "VH", "TT")}
        for username, (role, code) in CAST.items():
            a_user(username, role, units[code])
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return path


@contextmanager
def over(app: Flask, database: Path) -> Iterator[Flask]:
    """The app over a copy of a database, in its context; its settings are as they were when it is given back."""
    settings = dict(app.config)
    copy = Path(app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///"))
    for left in copy.parent.glob(f"{copy.name}*"):
        left.unlink()
    shutil.copy(database, copy)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    app.config.clear()
    app.config.update(settings)
    app.test_client_class = None


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app made once: what it keeps, addresses and templates once read, comes from the code alone."""
    return build(tmp_path_factory.mktemp("shared") / "test.db")


@pytest.fixture
def app(shared: Flask, migrated: Path) -> Iterator[Flask]:
    """The app over a fresh database with the cast in it."""
    with over(shared, migrated) as app:
        yield app


@pytest.fixture
def cast(app: Flask):
    """The people, by name: cast("an") is the officer An of the unit TP."""
    return lambda username: db.session.query(User).filter_by(username=username).one()


@pytest.fixture
def as_user(app: Flask):
    """A client signed in as one of the cast, which inspects every page it opens."""
    app.test_client_class = PageClient

    def sign_in(username: str) -> PageClient:
        user = db.session.query(User).filter_by(username=username).one()
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = user.get_id(), True
        return client

    return sign_in


@pytest.fixture
def stranger(app: Flask) -> PageClient:
    """A client that is not signed in."""
    app.test_client_class = PageClient
    return app.test_client()


@pytest.fixture
def count_queries(app):
    """How many statements a piece of work sends to the database."""

    def count(work) -> int:
        asked = []
        listening = (db.engine, "before_cursor_execute", lambda *query: asked.append(query[2]))
        event.listen(*listening)
        work()
        event.remove(*listening)
        return len([statement for statement in asked if not statement.startswith("BEGIN")])

    return count
