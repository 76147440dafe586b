"""The database: one typed base, one transaction per request."""

import unicodedata
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, has_request_context, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, Enum, MetaData, String, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, registry
from werkzeug.routing import IntegerConverter, Map

from intranet.kernel.labels import Labelled

# Readers beside one writer; references that hold; 5 s of patience; pages read where the system keeps them already,
# 32 MB of those being written kept at hand.
SQLITE = (
    *("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000", "synchronous=NORMAL"),
    *(f"mmap_size={2**30}", f"cache_size={-(2**15)}"),
)

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment, stored in UTC; only aware datetimes go in, only aware ones come out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs its time zone")
        return value if value.tzinfo is UTC else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class NfcString(TypeDecorator[str]):
    """Text in Unicode's composed form, so that the same Vietnamese word is the same bytes."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else unicodedata.normalize("NFC", value)


class Base(DeclarativeBase):
    registry = registry(
        metadata=MetaData(naming_convention=CONSTRAINT_NAMES),
        type_annotation_map={
            Labelled: Enum(
                Labelled,
                native_enum=False,
                create_constraint=True,
                length=32,
                values_callable=lambda kind: [member.value for member in kind],
            ),
            str: NfcString(),
            datetime: Moment(),
        },
    )


class RowKey(IntegerConverter):
    """`<int:…>` in an address: no larger than a key can be, so that an absurd number is simply not found."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=2**31 - 1)


db = SQLAlchemy(model_class=Base)
migrate = Migrate()


def init_app(app: Flask) -> None:
    db.init_app(app)
    migrate.init_app(app, db, directory=app.config["MIGRATIONS"], render_as_batch=True)
    app.url_map.converters["int"] = RowKey
    app.after_request(settle)


def settle(response: Response) -> Response:
    """Commit what a successful POST did; undo everything else, so a GET cannot write."""
    if request.method not in SAFE_METHODS and response.status_code < 400:
        db.session.commit()
    else:
        db.session.rollback()
    return response


@event.listens_for(Engine, "connect")
def prepare_sqlite(connection: Any, _: Any) -> None:
    if type(connection).__module__.startswith("sqlite3"):
        connection.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's late one
        for setting in SQLITE:
            connection.execute(f"PRAGMA {setting}")


@event.listens_for(Engine, "begin")
def begin_sqlite(connection: Any) -> None:
    """A writer takes its place at once: upgrading a read lock later would fail with "database is locked"."""
    if connection.dialect.name == "sqlite":
        reading = has_request_context() and request.method in SAFE_METHODS
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
