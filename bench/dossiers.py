"""Dossiers: importing 100,000 beside the obvious way, and what figures and lists cost as dossiers grow."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask

from bench import many_dossiers, stopwatch
from bench.inspections_list import say
from intranet.accounts.models import User
from intranet.application import create_app
from intranet.dossiers.counting import COUNTED, counts, counts_by_field
from intranet.kernel.db import db
from intranet.kernel.period import Period

EXPORTED, SIZES, ROUNDS = 100_000, (10_000, 100_000, 1_000_000), 15
Q1 = Period.parse("2026-Q1")
LIST = "/dossiers/"
QUARTER = f"{LIST}?figure=2026-Q1:dossiers"
ADDRESSES = {
    "list": LIST,
    "deep": f"{LIST}?page=300",
    "by code": f"{LIST}?sort=code",
    "by due day": f"{LIST}?sort=due",
    "by last day": f"{LIST}?sort=-finished",
    "received in the quarter": f"{QUARTER}.received",
    "resolved early in it": f"{QUARTER}.resolved_early",
    "resolved late in it": f"{QUARTER}.resolved_late",
    "carried over": f"{QUARTER}.carried_over",
    "pending today": f"{LIST}?status=pending",
    "resolved": f"{LIST}?status=resolved",
    "overdue today": f"{LIST}?urgent=late",
    "one field": f"{LIST}?field=dat-dai",
    "one unit": f"{LIST}?unit=3",
    "one system": f"{LIST}?source=1",
    "one procedure": f"{LIST}?procedure=1.000007",
    "received in a week": f"{LIST}?received_week=2026-W08",
    "part of a code": f"{LIST}?q=H37-0001234",
}


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        imports(Path(folder))
        measured = {size: of_size(Path(folder, f"{size}.db"), size) for size in SIZES}
    print(table(measured))


def imports(folder: Path) -> None:
    """Both ways in a process of their own, one after the other."""
    say(f"Writing an export of {EXPORTED:,} dossiers …")
    export, database = folder / "export.xlsx", folder / "own.db"
    many_dossiers.write_export(export, EXPORTED)
    many_dossiers.empty_database(database)
    own, plain = told("own_import", export, database), told("plain_import", export, folder / "plain.db")
    whole = own["preview"] + own["import"]
    print(
        f"import of {own['created']:,} dossiers: preview {own['preview']:.1f} s, publishing {own['import']:.1f} s, "
        f"{own['memory']:.0f} MB; openpyxl and the ORM without a preview {plain['seconds']:.1f} s "
        f"(×{plain['seconds'] / whole:.1f}), {plain['memory']:.0f} MB"
    )
    print(
        f"the same from a second system: preview {own['again preview']:.1f} s, publishing {own['again import']:.1f} s, "
        f"taking it back {own['undo']:.1f} s, {own['again memory']:.0f} MB"
    )


def told(program: str, *arguments: Path) -> dict[str, Any]:
    say(f"Measuring {program} …")
    command = [sys.executable, "-m", f"bench.{program}", *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def of_size(path: Path, size: int) -> dict[str, float]:
    """Milliseconds of each figure's query and of each page, over so many dossiers."""
    say(f"Making {size:,} dossiers …")
    many_dossiers.fill(path, size)
    app = create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{path}")
    with app.app_context():
        found = {
            "figures of the quarter": median(lambda: counts(Q1)),
            "with those of each field": median(lambda: counts_by_field(Q1, *COUNTED)),
        }
    seen = {"": many_dossiers.CONTROLLER, ", by an officer": many_dossiers.OFFICER}
    return found | {name + by: time for by, user in seen.items() for name, time in pages(app, user).items()}


def pages(app: Flask, user_id: int) -> dict[str, float]:
    """Milliseconds of each page, as this user sees it."""
    with app.app_context():
        signed_in = db.get_or_404(User, user_id).get_id()
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = signed_in, True
    client.get(LIST)  # as after any first page, the session knows its CSRF token
    cookie = client.get_cookie("session")
    assert cookie is not None
    return {name: stopwatch.milliseconds(app, url, f"session={cookie.value}") for name, url in ADDRESSES.items()}


def median(asked: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        asked()
        times.append((time.perf_counter() - begin) * 1000)
        db.session.rollback()
    return statistics.median(times)


def table(measured: dict[int, dict[str, float]]) -> str:
    """Milliseconds, and how many times those of the smallest size."""
    smallest = measured[SIZES[0]]
    lines = [f"{'median, ms (× the smallest)':<44}" + "".join(f"{size:>20,}" for size in SIZES)]
    for name, least in smallest.items():
        cells = [f"{found[name]:.1f} (×{found[name] / least:.1f})" for found in measured.values()]
        lines.append(f"{name:<44}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)
