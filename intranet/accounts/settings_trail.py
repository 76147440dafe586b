"""What was done to the settings the office works by: written old → new, and read again."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.accounts.models import AccountEntry, User
from intranet.accounts.operations import note_down
from intranet.kernel.db import db
from intranet.kernel.formats import shown

SHOWN = 20


def change_noted(thing: Any, values: Mapping[str, Any], actor: User | None, action: str) -> bool:
    """Set what differs and write it down, old → new; where nothing differs, nothing is written. Whether any does."""
    changes = []
    for name, new in values.items():
        old = getattr(thing, name)
        if old != new:
            changes.append(f"{thing.labels[name]}: {shown(old)} → {shown(new)}")
            setattr(thing, name, new)
    if changes:
        note_down(actor, action, thing, "; ".join(changes))
    return bool(changes)


def told(thing: Any) -> str:
    """All that a setting says, for the line about its beginning or its end."""
    values = ((label, getattr(thing, name)) for name, label in thing.labels.items())
    return "; ".join(f"{label}: {shown(value)}" for label, value in values if value not in (None, ""))


def latest(*actions: str) -> Sequence[AccountEntry]:
    """What was last done, the newest first."""
    entries = select(AccountEntry).where(AccountEntry.action.in_(actions)).options(joinedload(AccountEntry.actor))
    return db.session.scalars(entries.order_by(AccountEntry.id.desc()).limit(SHOWN)).all()
