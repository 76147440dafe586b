"""The list of dossiers, for the screen and for Excel: every figure opens exactly the rows it counts."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select, true
from sqlalchemy.orm import joinedload

from intranet.dossiers.filters import FILTERS
from intranet.dossiers.models import Dossier
from intranet.kernel.db import db
from intranet.kernel.listing import Column, Listing
from intranet.kernel.spreadsheet import Cell
from intranet.kernel.wordsearch import containing

IT = Dossier.__table__.c


def load(ids: Sequence[int]) -> Iterable[Dossier]:
    whole = (joinedload(Dossier.unit), joinedload(Dossier.source))
    return db.session.scalars(select(Dossier).where(Dossier.id.in_(ids)).options(*whole))


LISTING = Listing(
    key=IT.id,
    of=true(),
    columns=(
        Column("code", "Hồ sơ", (IT.code, IT.id)),
        Column("unit", "Đơn vị"),
        Column("received", "Tiếp nhận", (IT.received_on, IT.id)),
        Column("due", "Hẹn trả", (IT.due_on, IT.id)),
        Column("finished", "Kết thúc", (IT.finished_on, IT.received_on, IT.id)),
        Column("status", "Trạng thái"),
    ),
    filters=FILTERS,
    order="-received",
    search=lambda typed: containing(IT.code, typed),
    load=load,
    counted=10_000,  # a figure's list says the very number that the report does
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
