"""How long a WSGI application takes to answer: the same call for each, in the same process as the application."""

import io
import statistics
import time
from collections.abc import Callable
from typing import Any

WARM_UP, ROUNDS = 5, 40


def milliseconds(app: Callable[..., Any], address: str, cookie: str = "") -> float:
    """The median of ROUNDS warm answers to GET, in milliseconds; anything but 200 is an error."""
    for _ in range(WARM_UP):
        answer(app, address, cookie)
    return statistics.median(answer(app, address, cookie) for _ in range(ROUNDS))


def answer(app: Callable[..., Any], address: str, cookie: str) -> float:
    environ = request(address, cookie)
    statuses: list[str] = []
    begin = time.perf_counter()
    body = app(environ, lambda status, headers, error=None: statuses.append(status))
    length = sum(len(piece) for piece in body)
    getattr(body, "close", lambda: None)()
    end = time.perf_counter()
    if not statuses[0].startswith("200") or length < 2000:
        raise RuntimeError(f"{address}: {statuses[0]}, {length} bytes")
    return (end - begin) * 1000


def request(address: str, cookie: str) -> dict[str, Any]:
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_COOKIE": cookie,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
