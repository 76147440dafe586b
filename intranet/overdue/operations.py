"""The verbs of an overdue case: opened and explained; approval is that of every register."""

from types import SimpleNamespace
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.dossiers.codes import compared
from intranet.dossiers.models import Dossier
from intranet.kernel.clock import now, today
from intranet.kernel.db import db
from intranet.kernel.workflow import Reason, Refused
from intranet.overdue.causes import unanswered
from intranet.overdue.lateness import disorder, odd_apology
from intranet.overdue.models import OverdueCase
from intranet.records import operations as records


def create(values: dict[str, Any], actor: User) -> OverdueCase:
    """A new case. `values`: the fields of the form, with the unit that handles the dossier."""
    refuse_taken(values["code"])
    return records.create(OverdueCase(occurs_on=counted_on(values), title=titled(values), **values), actor)


def change(case: OverdueCase, values: dict[str, Any], actor: User) -> None:
    records.refuse_locked(case)
    if compared(values["code"]) != case.dossier_code:
        refuse_taken(values["code"])
    case.occurs_on = counted_on(values)
    records.change(case, values | {"title": titled(values)}, actor)


def counted_on(values: dict[str, Any]) -> Any:
    """The day a case stands under in lists. Refused where its days are not those of a late dossier."""
    days = (values["received_on"], values["due_on"], values["finished_on"])
    has_apology = values.get("apology_on") is not None
    if reasons := disorder(*days, today(), has_apology=has_apology, is_known_late=is_known_late(values["code"])):
        raise Refused(*reasons)
    return values["finished_on"] or values["due_on"]


def is_known_late(code: str) -> bool:
    """Whether the data say that this dossier ended late or is late now, be it by an hour."""
    dossier = db.session.scalar(select(Dossier).where(Dossier.code == compared(code)))
    return dossier is not None and (dossier.has_ended_late or dossier.late_at(now()))


def titled(values: dict[str, Any]) -> str:
    return f"{values['code']} – {values['procedure_name']}"


def refuse_taken(code: str) -> None:
    taken = db.session.scalar(select(OverdueCase).where(OverdueCase.dossier_code == compared(code)))
    if taken is not None:
        told = "đã bị hủy. Hãy nhờ khôi phục" if taken.is_cancelled else "đã có trong sổ. Hãy mở"
        raise Refused(Reason(f"Hồ sơ {code} {told} hồ sơ đó để ghi tiếp.", "code"))


def doubts(it: Any) -> tuple[Reason, ...]:
    """What is odd about a case, or about what was typed of one; days that cannot be are refused elsewhere."""
    days = (it.due_on, it.apology_on, it.rescheduled_to, it.rescheduled_again_to)
    odd = odd_apology(*days)
    return odd if isinstance(it, SimpleNamespace) and it.main_cause is None else (*odd, *unwritten(it))


def unwritten(it: Any) -> tuple[Reason, ...]:
    """What its causes ask for and is not written yet, as questions."""
    return tuple(Reason(f"{reason.message} Có lưu khi chưa ghi không?", reason.anchor) for reason in unanswered(it))
