"""Keeping the register of legal texts: added and changed with a trail; never deleted, for reports cite them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import change_noted, told
from intranet.documents.models import LegalReference
from intranet.kernel.db import db
from intranet.kernel.search import fold
from intranet.kernel.workflow import Reason, Refused

CREATED, CHANGED = "create_legal_reference", "change_legal_reference"


def references(sought: str = "") -> Sequence[LegalReference]:
    """All texts whose number, issuer or summary holds these words, newest first; those without a date last."""
    rows = db.session.scalars(select(LegalReference).order_by(LegalReference.issued_on.desc(), LegalReference.number))
    words = fold(sought)
    return [row for row in rows if words in fold(f"{row} {row.issuer} {row.summary}")]


def create(values: dict[str, Any], actor: User) -> LegalReference:
    check(values)
    reference = LegalReference(**values)
    db.session.add(reference)
    db.session.flush()
    note_down(actor, CREATED, reference, told(reference))
    return reference


def change(reference: LegalReference, values: dict[str, Any], actor: User) -> None:
    check(values, reference)
    change_noted(reference, values, actor, CHANGED)


def check(values: dict[str, Any], reference: LegalReference | None = None) -> None:
    """One office gives a number once."""
    same = select(LegalReference).where(
        LegalReference.number == values["number"], LegalReference.issuer == values["issuer"]
    )
    other = db.session.scalar(same)
    if other is not None and other is not reference:
        raise Refused(Reason(f"Đã có {other} của {other.issuer}. Hãy sửa văn bản đó.", "number"))
