"""Which records a person sees, as a condition for queries; `record.view` says the same of one record."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, true

from intranet.accounts.models import Role, User
from intranet.records.approval import State
from intranet.records.models import Record


def visible_to(user: User, shared: Callable[[int], ColumnElement[bool]] | None = None) -> ColumnElement[bool]:
    """All to controller and director; to an officer those of the own unit, and what is shared with it.

    `shared` gives the register's own condition for sharing with a unit, beside being approved.
    """
    if user.role in (Role.CONTROLLER, Role.DIRECTOR):
        return true()
    if user.role is not Role.OFFICER:
        return false()
    own: Any = Record.unit_id == user.unit_id
    return own if shared is None else or_(own, and_(Record.state == State.APPROVED, shared(user.unit_id)))
