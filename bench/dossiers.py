"""Dossiers: importing 100,000 beside the obvious way and the bare read; what figures and lists cost as they grow."""

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
Q1, LONG_PAST, LONGEST_PAST = (Period.parse(code) for code in ("2026-Q1", "2024-Q1", "2022-Q1"))
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
    "part of a code": f"{LIST}?q=0001234",
    "a whole code": f"{LIST}?q=000.00.14.H37-0001234",
    "a part that all codes have": f"{LIST}?q=H37",
}


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        imports(Path(folder))
        measured = {size: of_size(Path(folder, f"{size}.db"), size) for size in SIZES}
    print(table(measured))


def imports(folder: Path) -> None:
    """Each way in a process of its own, one after the other: ratios are those of one run."""
    say(f"Writing two exports of {EXPORTED:,} dossiers …")
    export, later, database = folder / "export.xlsx", folder / "later.xlsx", folder / "own.db"
    many_dossiers.write_export(export, EXPORTED)
    many_dossiers.write_export(later, EXPORTED, without=EXPORTED // 5, day="25/03/2026")
    many_dossiers.empty_database(database)
    bare = told("bare_read", export)
    own = told("own_import", export, later, database)
    plain = told("plain_import", export, folder / "plain.db")
    print(f"import of {own['created']:,} dossiers, seconds (× the bare read by calamine, × openpyxl and the ORM):")
    for which in ("first", "again", "overlapping", "second system"):
        preview, publishing = own[f"{which}: preview"], own[f"{which}: publishing"]
        whole = preview + publishing
        print(
            f"  {which:<16} preview {preview:5.1f}   publishing {publishing:5.1f}   whole {whole:5.1f} "
            f"(×{whole / bare['seconds']:.1f}, ×{whole / plain['seconds']:.2f})"
        )
    print(
        f"  taking the last back {own['undo']:.1f}; bare read {bare['seconds']:.1f}; "
        f"openpyxl and the ORM's bulk insert {plain['seconds']:.1f}"
    )
    print(
        f"  memory in MB: {own['memory']:.0f} at the first, {own['memory at last']:.0f} after all; bare read "
        f"{bare['memory']:.0f}; openpyxl and the ORM {plain['memory']:.0f}"
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
            "of a quarter two years ago": median(lambda: counts(LONG_PAST)),
            "of a quarter four years ago": median(lambda: counts(LONGEST_PAST)),
            "with those of each field, then": median(lambda: counts_by_field(LONGEST_PAST, *COUNTED)),
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
