"""The verbs of a TTHC nội bộ: drafted and changed; approval is that of every register."""

from typing import Any

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.workflow import Reason, Refused
from intranet.procedures.models import InternalTthc
from intranet.records import operations as records


def create(values: dict[str, Any], actor: User) -> InternalTthc:
    """A new draft of the actor's unit. `values`: the fields of `InternalTthc.labels`."""
    refuse_taken(values["code"])
    return records.create(InternalTthc(unit=actor.unit, occurs_on=today(), **values), actor)


def change(tthc: InternalTthc, values: dict[str, Any], actor: User) -> None:
    records.refuse_locked(tthc)
    if values.get("code", tthc.code) != tthc.code:
        refuse_taken(values["code"])
    records.change(tthc, values, actor)


def refuse_taken(code: str) -> None:
    taken = db.session.scalar(select(InternalTthc).where(InternalTthc.code == code))
    if taken is not None:
        restored = " đã hủy; hãy khôi phục mục đó" if taken.is_cancelled else ""
        told = f"Mã “{code}” đã dùng cho “{taken.title}”{restored}"
        raise Refused(Reason(f"{told}. Hãy nhập mã khác nếu đây là một thủ tục khác.", "code"))
