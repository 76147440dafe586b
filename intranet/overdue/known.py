"""What the data know of a dossier, as a case has it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.accounts.models import User
from intranet.dossiers.codes import compared
from intranet.dossiers.counting import seen_by
from intranet.dossiers.models import Dossier
from intranet.kernel.db import db


def known_dossier(code: str, user: User) -> Dossier | None:
    """The dossier with this code, if the data have it and this person sees it."""
    found = select(Dossier).where(Dossier.code == compared(code), seen_by(user))
    return db.session.scalar(found.options(joinedload(Dossier.unit)))


def of_dossier(dossier: Dossier) -> dict[str, Any]:
    return {
        "code": dossier.code,
        "procedure_name": dossier.procedure_name or dossier.procedure_code or "Chưa rõ tên thủ tục",
        "received_on": dossier.received_on,
        "due_on": dossier.due_on,
        "finished_on": dossier.finished_on,
    }
