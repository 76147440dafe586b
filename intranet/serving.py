"""Serving the app with waitress, and what is said at the start."""

import gc
import os

import waitress
from flask import Flask


def serve(app: Flask) -> None:
    """Serve until interrupted. Reads HOST (default: this machine alone) and PORT (default 8000)."""
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
    print(f"Mở trình duyệt tại http://{host}:{port}", flush=True)
    if not app.config["PRODUCTION"]:
        for sentence in sample_accounts(app):
            print(sentence, flush=True)
    # What the program is made of stays until it ends: looking through it again and again took a tenth of each page.
    gc.freeze()
    waitress.serve(
        app,
        host=host,
        port=port,
        threads=8,
        ident=None,
        trusted_proxy="127.0.0.1",
        trusted_proxy_headers="x-forwarded-proto",
        clear_untrusted_proxy_headers=True,
    )


def sample_accounts(app: Flask) -> list[str]:
    """The sample accounts of this database, one sentence each."""
    from intranet.accounts.models import SAMPLE_PASSWORD, User
    from intranet.kernel.db import db

    with app.app_context():
        users = db.session.scalars(db.select(User).where(User.is_sample).order_by(User.id)).all()
    accounts = [f"  {user.username:<12} {user.role.label}" for user in users]
    return [f"Tài khoản mẫu (mật khẩu của tất cả: {SAMPLE_PASSWORD}):", *accounts] if accounts else []
