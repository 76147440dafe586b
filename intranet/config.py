"""Settings, from the environment; what is not given has a default that works."""

import os
import secrets
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1024 * 1024


def settings() -> dict[str, Any]:
    """Flask settings of this environment. Reads DATABASE_URL, SECRET_KEY and APP_MODE."""
    instance = ROOT / "instance"
    instance.mkdir(exist_ok=True)
    return {
        "SECRET_KEY": os.environ.get("SECRET_KEY") or kept_key(instance / "secret_key"),
        "SQLALCHEMY_DATABASE_URI": os.environ.get("DATABASE_URL") or f"sqlite:///{instance / 'intranet.db'}",
        "PRODUCTION": os.environ.get("APP_MODE") == "production",
        "MIGRATIONS": str(ROOT / "migrations"),
        "MAX_CONTENT_LENGTH": 64 * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": 4 * MEGABYTE,
        "MAX_FORM_PARTS": 2000,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": 8 * 3600,
        "WTF_CSRF_TIME_LIMIT": None,
    }


def kept_key(path: Path) -> str:
    """The key that signs cookies: made once, then kept, readable by this account alone."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text()
