"""The list of inspections at 100,000 records, beside Django's admin and Flask-Admin on equal data in the same run."""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from bench import many_inspections, stopwatch
from intranet.accounts.models import User
from intranet.application import create_app
from intranet.kernel.db import db

HERE = Path(__file__).parent
LIST = "/inspections/"
ADDRESSES = {
    "list": LIST,
    "filtered": f"{LIST}?unit=3",
    "deep": f"{LIST}?page=2500",
    "sorted": f"{LIST}?sort=title",
    "common words": f"{LIST}?q=kiem+tra",
    "rare words": f"{LIST}?q=lan+hai",
}
Times = dict[str, float]


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ours, plain = Path(folder, "ours.db"), Path(folder, "plain.db")
        say(f"Making {many_inspections.COUNT:,} inspections …")
        many_inspections.make(ours)
        many_inspections.copy_plainly(ours, plain)
        python = an_environment(Path(folder, "environment"))
        columns = {
            "director": measured(ours, many_inspections.DIRECTOR),
            "officer": measured(ours, many_inspections.OFFICER),
            "Django admin": beside(python, "beside_django.py", plain),
            "Flask-Admin": beside(python, "beside_flask_admin.py", plain),
        }
    print(table(columns))


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def measured(database: Path, user_id: int) -> Times:
    """Our own list, as this user sees it."""
    app = create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{database}")
    client = app.test_client()
    with app.app_context():
        signed_in = db.get_or_404(User, user_id).get_id()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = signed_in, True
    client.get(LIST)  # as after any first page, the session knows its CSRF token
    cookie = client.get_cookie("session")
    assert cookie is not None
    return {name: stopwatch.milliseconds(app, url, f"session={cookie.value}") for name, url in ADDRESSES.items()}


def an_environment(folder: Path) -> Path:
    """A Python with what bench/requirements.txt names."""
    say("Installing what it is measured beside …")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", "--requirement", HERE / "requirements.txt"]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return python


def beside(python: Path, program: str, database: Path) -> Times:
    say(f"Measuring {program} …")
    done = subprocess.run([python, HERE / program, database], check=True, capture_output=True, text=True)
    times: Times = json.loads(done.stdout.splitlines()[-1])
    return times


def table(columns: dict[str, Times]) -> str:
    """Milliseconds, and how many times the director's each is."""
    lines = [f"{'median, ms (× ours, director)':<32}" + "".join(f"{name:>20}" for name in columns)]
    for page in ADDRESSES:
        own = columns["director"][page]
        cells: list[Any] = [f"{times[page]:.1f} (×{times[page] / own:.1f})" for times in columns.values()]
        lines.append(f"{page:<32}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)
