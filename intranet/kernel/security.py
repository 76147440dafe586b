"""What every answer tells the browser about what it may do with it."""

import secrets

from flask import Flask, Response, g, request
from flask.sessions import SecureCookieSessionInterface


class SchemeAwareSessions(SecureCookieSessionInterface):
    """Cookies are Secure exactly where the page came over HTTPS: an office may run plain HTTP on its own network."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def init_app(app: Flask) -> None:
    app.session_interface = SchemeAwareSessions()
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(protect)


def csp_nonce() -> str:
    """The one-time word that lets this page's own script tags run."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    nonce: str = g.csp_nonce
    return nonce


def protect(response: Response) -> Response:
    policy = (
        f"default-src 'self'; script-src 'nonce-{csp_nonce()}'; style-src 'self'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
