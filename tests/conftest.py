"""The app on a fresh database for each test, and a fixed cast to use it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from factories import a_unit, a_user
from flask import Flask
from flask_migrate import upgrade
from page_client import PageClient

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
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the migrations leave it, with the cast in it; each test works on a copy."""
    path = tmp_path_factory.mktemp("database") / "migrated.db"
    app = build(path)
    with app.app_context():
        upgrade()
        units = {code: a_unit(code) for code in ("TP", "VH", "TT")}
        for username, (role, code) in CAST.items():
            a_user(username, role, units[code])
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return path


@pytest.fixture
def app(migrated: Path, tmp_path: Path):
    copy = tmp_path / "test.db"
    shutil.copy(migrated, copy)
    app = build(copy)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


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
