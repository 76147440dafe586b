"""What people read when something cannot be done: a plain Vietnamese page for every error."""

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from flask import Flask, current_app, render_template, request
from flask_wtf.csrf import CSRFError, CSRFProtect
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from intranet.kernel.db import db
from intranet.kernel.page import wants_part
from intranet.kernel.workflow import Refused

HIDDEN = {"csrf_token", "password", "current", "again", "base", "content", "shown"}
PAGES = {400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503}


def init_app(app: Flask) -> None:
    CSRFProtect(app)
    app.register_error_handler(HTTPException, refuse)
    app.register_error_handler(CSRFError, expired)
    app.register_error_handler(Refused, lambda reason: answer(422, reasons=reason.reasons, typed=typed()))
    app.register_error_handler(StaleDataError, lambda _: answer(409, typed=typed()))
    app.register_error_handler(IntegrityError, twin)
    app.register_error_handler(OperationalError, unavailable)


def refuse(error: HTTPException) -> Any:
    if error.code is None or error.code < 400:
        return error
    return answer(error.code if error.code in PAGES else 400 if error.code < 500 else 500)


def expired(error: CSRFError) -> Any:
    return reopened() or answer(400, typed=typed())


def reopens(with_page: Callable[..., Any]) -> Callable[..., Any]:
    """Say of a view which page shows again what was sent to it where the session has ended meanwhile."""

    def mark(view: Any) -> Any:
        view.reopened = with_page
        return view

    return mark


def can_reopen() -> Any:
    return getattr(current_app.view_functions.get(request.endpoint or ""), "reopened", None)


def reopened() -> Any:
    """The form as it was sent, to be sent again; None where its view has no page for that, or nothing to show."""
    with_page = can_reopen()
    with suppress(HTTPException, Refused):
        return with_page(**request.view_args or {}) if with_page else None


def twin(error: IntegrityError) -> Any:
    logging.getLogger(__name__).info("refused by a constraint: %s", error.orig)
    return answer(409, typed=typed())


def unavailable(error: OperationalError) -> Any:
    logging.getLogger(__name__).error("database unavailable: %s", error.orig)
    return answer(503)


def answer(status: int, **context: Any) -> Any:
    """A page that says what happened; for htmx, the same as a notice above the page that stays as it is.

    The notice comes out of band: what was clicked may have been replaced meanwhile,
    and htmx finds no other target from an element that has left the page.
    """
    db.session.rollback()
    if wants_part():
        return render_template("errors/notice.html", status=status, **context), status, {"HX-Reswap": "none"}
    return render_template("errors/error.html", status=status, sent=sent(status), **context), status


def sent(status: int) -> list[tuple[str, str]]:
    """What opens the form again as it was sent, once somebody has signed in again."""
    if status != 401 or can_reopen() is None:
        return []
    return [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]


def typed() -> list[str]:
    """What was typed into the form that can no longer be sent, so that nobody types it twice."""
    return [value for name, value in request.form.items(multi=True) if name not in HIDDEN and len(value) > 20]
