"""The sample quarter's own files, and its clock."""

import json
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from intranet.kernel.clock import VIETNAM, as_of

HERE = Path(__file__).parent


def text_of(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def json_of(name: str) -> Any:
    return json.loads(text_of(name))


def at(moment: str) -> AbstractContextManager[None]:
    """Let the clock stand at "2026-03-16 09:20" in Vietnam, so that trails carry the quarter's own moments."""
    return as_of(datetime.fromisoformat(moment).replace(tzinfo=VIETNAM).astimezone(UTC))
