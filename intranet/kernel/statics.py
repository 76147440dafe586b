"""Static files: compressed, cached for a year, their address changing with their content."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, request, url_for
from whitenoise import WhiteNoise

A_YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    folder = Path(str(app.static_folder))

    @cache
    def address(name: str, root: str) -> str:
        fingerprint = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]
        return url_for("static", filename=name, v=fingerprint)

    def static(name: str) -> str:
        """The address of a static file, new whenever its bytes are. A page asks for some twenty."""
        return address(name, request.script_root)

    app.jinja_env.globals["static"] = static
    app.wsgi_app = WhiteNoise(app.wsgi_app, root=folder, prefix="static/", max_age=A_YEAR)  # type: ignore[method-assign]
