"""An export imported as the product does it: read, staged and foreseen for the preview, then published.

Run as `python -m bench.own_import FILE DATABASE`; prints JSON: seconds of each step, and peak memory in MB.
"""

import json
import resource
import sys
import time
from pathlib import Path

from intranet import create_app
from intranet.dossiers.importing import read_file
from intranet.dossiers.publishing import foresee, publish
from intranet.dossiers.storing import received, source_named, store, what_is_known
from intranet.kernel.db import db


def run(path: str, database: str) -> None:
    app = create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{database}")
    with app.app_context():
        data, source = Path(path).read_bytes(), source_named("Hệ thống")
        begin = time.perf_counter()
        found = read_file(data, "export.xlsx", what_is_known(source))
        batch = received(source, data, "export.xlsx", None)
        store(batch, found, db.session.commit)
        foresee(batch)
        db.session.commit()
        previewed = time.perf_counter()
        publish(batch)
        db.session.commit()
        told = {"preview": previewed - begin, "import": time.perf_counter() - previewed, "created": batch.created}
    print(json.dumps(told | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


run(*sys.argv[1:])
