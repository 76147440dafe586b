"""The verbs of the catalogue: a procedure added or changed, a published list taken over, the portal's address."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import change_noted, told
from intranet.kernel.db import db
from intranet.kernel.formats import date_text, number
from intranet.kernel.search import slug
from intranet.kernel.workflow import Reason, Refused
from intranet.procedures import portal
from intranet.procedures.catalogue import Portal, Procedure
from intranet.procedures.catalogue_reading import ReadList

CREATED, CHANGED = "create_tthc", "change_tthc"
IMPORTED, PORTAL_CHANGED = "import_tthc", "change_tthc_portal"
ACTIONS = (CREATED, CHANGED, IMPORTED, PORTAL_CHANGED)


@dataclass(frozen=True)
class TakingOutcome:
    """What taking over a list did."""

    read: int
    created: int
    updated: int
    unchanged: int

    def __str__(self) -> str:
        parts = ((self.created, "mới"), (self.updated, "thay đổi"), (self.unchanged, "giữ nguyên"))
        return ", ".join(f"{number(count)} {word}" for count, word in parts)


def create(values: dict[str, Any], actor: User) -> Procedure:
    check(values)
    procedure = Procedure(**values)
    db.session.add(procedure)
    db.session.flush()
    note_down(actor, CREATED, procedure, told(procedure))
    return procedure


def change(procedure: Procedure, values: dict[str, Any], actor: User) -> None:
    check(values, procedure)
    change_noted(procedure, values, actor, CHANGED)


def check(values: dict[str, Any], procedure: Procedure | None = None) -> None:
    """Refuse a code that another one has, a field without a word, an end before the start."""
    reasons = []
    other = db.session.scalar(select(Procedure).where(Procedure.code == values["code"]))
    if other is not None and other is not procedure:
        reasons.append(Reason(f"Mã này đã dùng cho “{other.name}”. Hãy nhập mã khác.", "code"))
    if not slug(values["field_name"]):
        reasons.append(Reason("Hãy nhập tên lĩnh vực bằng chữ.", "field_name"))
    since, until = values["effective_from"], values["effective_to"]
    if until and until < since:
        words = f"Hãy nhập ngày không sớm hơn ngày có hiệu lực, {date_text(since)}."
        reasons.append(Reason(words, "effective_to"))
    if reasons:
        raise Refused(*reasons)


def take_over(found: ReadList, name: str, actor: User | None) -> TakingOutcome:
    """Store what a list tells; what it does not mention stays as it is. A list taken over again changes nothing."""
    stored = {procedure.code: procedure for procedure in db.session.scalars(select(Procedure))}
    created = updated = 0
    for row in found.rows:
        procedure = stored.get(row.values["code"])
        if procedure is None:
            db.session.add(Procedure(**row.values))
            created += 1
        else:
            updated += change_noted(procedure, row.values, actor, CHANGED)
    outcome = TakingOutcome(found.read, created, updated, len(found.rows) - created - updated)
    if created or updated:
        note_down(actor, IMPORTED, name, str(outcome))
    return outcome


def the_portal() -> Portal:
    return db.session.get_one(Portal, 1)


def change_portal(stored: Portal, values: dict[str, Any], actor: User) -> None:
    portal.check(values["pattern"])
    change_noted(stored, values, actor, PORTAL_CHANGED)
