"""The report: what the sample's page costs, and what a period's figures cost as registers grow."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import select

from bench import many_inspections, many_records, stopwatch
from bench.inspections_list import say
from intranet.accounts.models import User
from intranet.application import create_app
from intranet.demo.load import load
from intranet.figures.collecting.collect import collect
from intranet.figures.figures_of import figures_of
from intranet.figures.reading import sheet_of
from intranet.kernel.db import db
from intranet.kernel.period import Period

QUARTER, YEAR = Period.parse("2026-Q1"), Period.parse("2026-Y")
SIZES, EARLIER, ROUNDS = (1_000, 100_000), (1_000, 10_000), 15
PAGES = ("/reports/2026-Q1", "/reports/2026-Q1/checks", "/figures/2026-Q1", "/figures/2026-Y")


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        of_sample(Path(folder, "sample.db"))
        tell({size: of_registers(Path(folder), size) for size in EARLIER})
        tell({size: of_size(Path(folder, f"{size}.db"), size) for size in SIZES})


def tell(measured: dict[int, dict[str, float]]) -> None:
    few, many = measured
    print(f"{'':32}{few:>12,}{many:>12,}")
    for name, least in measured[few].items():
        most = measured[many][name]
        print(f"{name:32}{least:>9.1f} ms{most:>9.1f} ms  ×{most / least:.1f}")


def app_over(database: Path) -> Flask:
    return create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{database}")


def of_sample(database: Path) -> None:
    """The pages of the sample's quarter, as the controller opens them."""
    say("Making the sample …")
    app = app_over(database)
    with app.app_context():
        upgrade()
        load()
        db.session.commit()
        controller = db.session.scalars(select(User).where(User.username == "kiem-soat")).one().get_id()
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = controller, True
    client.get(PAGES[0])
    cookie = client.get_cookie("session")
    assert cookie is not None
    for address in PAGES:
        print(f"{address:32}{stopwatch.milliseconds(app, address, f'session={cookie.value}'):>9.1f} ms")


def of_size(database: Path, size: int) -> dict[str, float]:
    """A quarter's and a year's figures, and all that a report collects, beside this many inspections over ten years."""
    say(f"Making {size:,} inspections …")
    many_inspections.make(database, size)
    return asked_of(database)


def of_registers(folder: Path, size: int) -> dict[str, float]:
    """The same of the sample's quarter, beside this many records of each register, and dossiers, of earlier years."""
    say(f"Making {size:,} earlier records of each register …")
    database = folder / f"earlier-{size}.db"
    shutil.copy(folder / "sample.db", database)
    many_records.add(database, size)
    return asked_of(database)


def asked_of(database: Path) -> dict[str, float]:
    asked: dict[str, Callable[[], Any]] = {
        "figures of a quarter": lambda: figures_of(QUARTER),
        "figures of a year": lambda: figures_of(YEAR),
        "page of its figures": lambda: sheet_of(QUARTER),
        "collect a quarter": lambda: collect(QUARTER),
    }
    app = app_over(database)
    return {name: median_of(app, call) for name, call in asked.items()}


def median_of(app: Flask, call: Callable[[], Any]) -> float:
    """In milliseconds, each time in a session of its own."""
    times = []
    for _ in range(ROUNDS):
        with app.app_context():
            begin = time.perf_counter()
            call()
            times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)
