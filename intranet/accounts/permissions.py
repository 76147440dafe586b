"""Who may do what: one table, read by views, templates and workflows."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from flask import abort
from flask_login import current_user, login_required

from intranet.accounts.models import Role

Predicate = Callable[[Any, Any], bool]


def officer(user: Any, subject: Any) -> bool:
    return user.role is Role.OFFICER


def controller(user: Any, subject: Any) -> bool:
    return user.role is Role.CONTROLLER


def director(user: Any, subject: Any) -> bool:
    return user.role is Role.DIRECTOR


def administrator(user: Any, subject: Any) -> bool:
    return user.role is Role.ADMINISTRATOR


def author(user: Any, subject: Any) -> bool:
    return subject is not None and subject.author_id == user.id


def not_author(user: Any, subject: Any) -> bool:
    """Nobody approves their own work; without a record at hand there is no author to be."""
    return subject is None or subject.author_id != user.id


def own_unit(user: Any, subject: Any) -> bool:
    """The work of one's unit is everybody's in it; what is not a unit's work, as a report, is its author's."""
    return subject is None or (subject.is_unit_work and subject.unit_id == user.unit_id)


def shared_with_unit(user: Any, subject: Any) -> bool:
    """What concerns the user's unit and has been approved, by the record's own account."""
    return subject is not None and subject.is_shared_with(user.unit_id)


def responsible_unit(user: Any, subject: Any) -> bool:
    return subject is None or subject.responsible_unit_id == user.unit_id


# A right is granted when every predicate of at least one line holds.
PERMISSIONS: dict[str, list[list[Predicate]]] = {
    "own.account": [[officer], [controller], [director], [administrator]],
    "work.see": [[officer], [controller], [director]],
    "record.create": [[officer], [controller]],
    "record.view": [[controller], [director], [officer, own_unit], [officer, shared_with_unit]],
    "record.edit": [[officer, own_unit], [controller, author]],
    "record.submit": [[officer, own_unit], [controller, author]],
    "record.withdraw": [[author]],
    "record.approve": [[director, not_author]],
    "record.reopen": [[director, not_author]],
    "remedy.report": [[officer, responsible_unit], [controller, responsible_unit]],
    "remedy.verify": [[controller]],
    "checklist.edit": [[controller]],
    "reference.edit": [[controller]],
    "dossiers.import": [[controller]],
    "proposal.follow": [[controller]],
    "figures.see": [[controller], [director]],
    "figures.enter": [[controller]],
    "report.see": [[controller], [director]],
    "report.edit": [[controller]],
    "outline.edit": [[controller]],
    "users.manage": [[administrator]],
    "office.edit": [[administrator], [controller]],
}


def may(user: Any, permission: str, subject: Any = None) -> bool:
    """Whether this person has the right, over this subject where one is given."""
    if not user.is_authenticated:
        return False
    return any(all(holds(user, subject) for holds in line) for line in PERMISSIONS[permission])


def rights_over(user: Any, subject: Any) -> Callable[[str], bool]:
    """`may` for one person and one subject, as workflows ask it."""
    return partial(may, user, subject=subject)


def demand(permission: str, subject: Any) -> None:
    """Stop here with 403 unless the signed-in person has the right over the subject."""
    if not may(current_user, permission, subject):
        abort(403)


def requires(permission: str) -> Callable[..., Any]:
    """Guard a view; the right stays readable on the function for tests."""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        @login_required
        def guarded(**arguments: Any) -> Any:
            if not may(current_user, permission):
                abort(403)
            return view(**arguments)

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded

    return decorate
