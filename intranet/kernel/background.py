"""Work that goes on after its request was answered: one thing at a time, in a thread of this process.

What is cut off by a restart is not taken up by itself: whoever starts work keeps, in the database, how far it came.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from flask import Flask, current_app


def init_app(app: Flask) -> None:
    app.config.setdefault("WORKS_AT_ONCE", False)
    app.extensions["background"] = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")


def begin(work: Callable[..., None], *args: Any) -> None:
    """Let it run beside this request, which has committed what the work needs.

    Where WORKS_AT_ONCE says so, it runs before this returns, in the same session.
    """
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    if app.config["WORKS_AT_ONCE"]:
        run(app, work, *args)
    else:
        app.extensions["background"].submit(run_alone, app, work, *args)


def run_alone(app: Flask, work: Callable[..., None], *args: Any) -> None:
    with app.app_context():
        run(app, work, *args)


def run(app: Flask, work: Callable[..., None], *args: Any) -> None:
    try:
        work(*args)
    except Exception:
        app.logger.exception("background work failed")
