"""The list of dossiers, for the screen and for Excel: every figure opens exactly the rows it counts."""

from collections.abc import Iterable, Sequence

from sqlalchemy import false, select, true
from sqlalchemy.orm import joinedload

from intranet.accounts.models import Role, User
from intranet.dossiers.filters import FILTERS
from intranet.dossiers.models import Dossier
from intranet.kernel.db import db
from intranet.kernel.listing import Column, Condition, Listing
from intranet.kernel.search import fold
from intranet.kernel.spreadsheet import Cell
from intranet.kernel.wordsearch import Words

IT = Dossier.__table__.c


def load(ids: Sequence[int]) -> Iterable[Dossier]:
    whole = (joinedload(Dossier.unit), joinedload(Dossier.source))
    return db.session.scalars(select(Dossier).where(Dossier.id.in_(ids)).options(*whole))


def seen_by(user: User) -> Condition:
    """All to controller and director; to an officer those of the own unit."""
    if user.role in (Role.CONTROLLER, Role.DIRECTOR):
        return true()
    return IT.unit_id == user.unit_id if user.role is Role.OFFICER else false()


def matching(typed: str) -> Words | None:
    """By the beginning of the code, or by any part of it where that is what was typed."""
    text = fold(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return Words(IT.code.ilike(f"%{text}%", escape="\\"), False) if text else None


LISTING = Listing(
    key=IT.id,
    of=true(),
    columns=(
        Column("code", "Hồ sơ", (IT.code, IT.id)),
        Column("unit", "Đơn vị"),
        Column("received", "Tiếp nhận", (IT.received_on, IT.id)),
        Column("due", "Hẹn trả", (IT.due_on, IT.id)),
        Column("finished", "Kết thúc", (IT.finished_on, IT.id)),
        Column("status", "Trạng thái"),
    ),
    filters=FILTERS,
    order="-received",
    search=matching,
    load=load,
)


SHEET = (
    Cell("Mã hồ sơ", lambda it: it.code, 30),
    Cell("Mã TTHC", lambda it: it.procedure_code),
    Cell("Tên TTHC", lambda it: it.procedure_name, 60),
    Cell("Lĩnh vực", lambda it: it.field, 18),
    Cell("Đơn vị", lambda it: it.unit.name if it.unit else "", 36),
    Cell("Hình thức tiếp nhận", lambda it: it.channel, 18),
    Cell("Tiếp nhận", lambda it: it.received_at, 18),
    Cell("Hẹn trả", lambda it: it.due_at, 18),
    Cell("Tạm dừng", lambda it: it.paused_at, 18),
    Cell("Kết thúc", lambda it: it.finished_at, 18),
    Cell("Trạng thái", lambda it: it.status, 20),
    Cell("Hệ thống", lambda it: it.source.name, 24),
)
