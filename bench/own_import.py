"""Exports imported as the product does it: read, staged and foreseen for the preview, then published.

The first; the same file again; one of a week later that overlaps it; the first as a second system tells it, which is
then taken back. Run as `python -m bench.own_import FILE LATER_FILE DATABASE`; prints JSON: seconds of each step, how
many dossiers the first made, and peak memory in MB.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intranet.application import create_app
from intranet.dossiers.importing import read_file
from intranet.dossiers.models import ImportBatch
from intranet.dossiers.publishing import foresee, publish, undo
from intranet.dossiers.storing import received, source_named, store, what_is_known
from intranet.kernel.db import db

told: dict[str, float] = {}


def run(path: str, later: str, database: str) -> None:
    app = create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{database}")
    data = Path(path).read_bytes()
    with app.app_context():
        told["created"] = imported(data, "Hệ thống tỉnh", "first").created
        told["memory"] = memory()
        imported(data, "Hệ thống tỉnh", "again")
        imported(Path(later).read_bytes(), "Hệ thống tỉnh", "overlapping")
        second = imported(data, "Hệ thống bộ", "second system")
        with timed("undo"):
            undo(second)
    print(json.dumps(told | {"memory at last": memory()}))


def imported(data: bytes, system: str, which: str) -> ImportBatch:
    with timed(f"{which}: preview"):
        source = source_named(system)
        found = read_file(data, "export.xlsx", what_is_known(source))
        batch = received(source, data, "export.xlsx", None)
        store(batch, found, db.session.commit)
        foresee(batch)
    del found
    with timed(f"{which}: publishing"):
        publish(batch)
    return batch


@contextmanager
def timed(step: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    db.session.commit()
    told[step] = time.perf_counter() - begin


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


run(*sys.argv[1:])
