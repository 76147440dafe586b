"""An address for every route there is, with something in each of its places."""

from typing import Any

from flask import Flask

PLACES = {
    "period": "2026-Q1",
    "key": "dossiers",
    "action": "submit",
    "filename": "icon.svg",
    "ending": "txt",
    "name": "dossiers.received",
    "family": "cause",
    "step": "undo",
}


def address(app: Flask, rule: Any, number: int = 1) -> str:
    """The route's address; whatever is not named above is the number."""
    with app.test_request_context():
        _, url = rule.build({place: PLACES.get(place, number) for place in rule.arguments}, append_unknown=False)
    return url
