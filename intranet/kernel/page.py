"""Pages and their parts.

A part is named by one word: the file `_rows.html`, its root element's
id="rows", and hx-target="#rows". A part that stands on the page once for
each of several things carries the thing's number: `_item.html`, id="item-12".
"""

import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, render_template, session
from htmx_flask import request
from werkzeug.wrappers import Response as AnyResponse

NUMBERED = re.compile(r"(.+)-(\d{1,9})")


def init_app(app: Flask) -> None:
    app.after_request(vary)


def vary(response: Response) -> Response:
    """A part and its page share one URL: caches must tell them apart."""
    response.vary.update(("HX-Request", "HX-Target"))
    return response


def wants_part() -> bool:
    """Whether htmx asks for a part of a page: not a boosted link, not the back button."""
    return bool(request.htmx) and not (request.htmx.boosted or request.htmx.history_restore_request)


def page(template: str, *, parts: tuple[str, ...] = (), status: int = 0, **context: Any) -> tuple[str, int]:
    """The whole page, or the one of its parts that htmx is about to replace.

    Without a status of its own, a page whose form carries errors answers 422.
    """
    invalid = getattr(context.get("form"), "errors", None)
    status = status or (422 if invalid else 200)
    part = part_wanted(parts) if wants_part() else None
    if part is None:
        return render_template(template, **context), status
    return render_template(part, **context) + notices(), status


def notices() -> str:
    """What a part brings along for the page's notices: an answer to a write replaces them, a look leaves them."""
    if request.method == "GET" and "_flashes" not in session:
        return ""
    return render_template("ui/notices.html", out_of_band=True)


def part_wanted(parts: tuple[str, ...]) -> str | None:
    word, _ = target()
    return next((part for part in parts if PurePosixPath(part).stem == f"_{word}"), None)


def target() -> tuple[str, int | None]:
    """What htmx is about to replace, and which of several: "rows", None or "item", 12."""
    name = (request.htmx.target or "") if wants_part() else ""
    numbered = NUMBERED.fullmatch(name)
    return (numbered[1], int(numbered[2])) if numbered else (name, None)


def go_to(url: str) -> AnyResponse:
    """After a POST: 303, which a browser and htmx both follow with a GET."""
    return redirect(url, 303)


def leave_to(url: str) -> AnyResponse:
    """After a POST that changes more than the part it came from: htmx, too, opens the whole page."""
    return Response(status=204, headers={"HX-Redirect": url}) if wants_part() else go_to(url)


def own_address(url: str | None) -> str | None:
    """The address if it lies on this site, else None: a stranger's link must not lead away."""
    if not url or "\\" in url:
        return None
    parts = urlsplit(url)
    return url if not parts.scheme and not parts.netloc and url.startswith("/") and url[1:2] != "/" else None
