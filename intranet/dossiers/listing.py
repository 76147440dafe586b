"""The list of dossiers, for the screen and for Excel: every figure opens exactly the rows it counts."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select, true
from sqlalchemy.orm import joinedload

from intranet.dossiers.filters import FILTERS, field_name, field_names
from intranet.dossiers.models import Dossier
from intranet.kernel.db import db
from intranet.kernel.listing import ListColumn, Listing
from intranet.kernel.spreadsheet import FileColumn
from intranet.kernel.wordsearch import PartIndex

IT = Dossier.__table__.c
CODES = PartIndex("dossier_codes", IT.id, IT.code)


def load(ids: Sequence[int]) -> Iterable[Dossier]:
    whole = (joinedload(Dossier.unit), joinedload(Dossier.source))
    return db.session.scalars(select(Dossier).where(Dossier.id.in_(ids)).options(*whole))


LISTING = Listing(
    key=IT.id,
    of=true(),
    columns=(
        ListColumn("code", "Hồ sơ", (IT.code, IT.id)),
        ListColumn("unit", "Đơn vị"),
        ListColumn("received", "Tiếp nhận", (IT.received_on, IT.id)),
        ListColumn("due", "Hẹn trả", (IT.due_on, IT.id)),
        ListColumn("finished", "Kết thúc", (IT.finished_on, IT.received_on, IT.id)),
        ListColumn("status", "Trạng thái"),
    ),
    filters=FILTERS,
    order="-received",
    search=CODES.matching,
    load=load,
    counted=10_000,  # a figure's list says the very number that the report does
)


def sheet() -> tuple[FileColumn, ...]:
    """The columns of the file, in the words of the office."""
    names = field_names()
    return (
        FileColumn("Mã hồ sơ", lambda it: it.code, 30),
        FileColumn("Mã TTHC", lambda it: it.procedure_code),
        FileColumn("Tên TTHC", lambda it: it.procedure_name, 60),
        FileColumn("Lĩnh vực", lambda it: field_name(it.field, names), 18),
        FileColumn("Đơn vị", lambda it: it.unit.name if it.unit else "", 36),
        FileColumn("Hình thức tiếp nhận", lambda it: it.channel, 18),
        FileColumn("Tiếp nhận", lambda it: it.received_at, 18),
        FileColumn("Hẹn trả", lambda it: it.due_at, 18),
        FileColumn("Tạm dừng", lambda it: it.paused_at, 18),
        FileColumn("Kết thúc", lambda it: it.finished_at, 18),
        FileColumn("Trạng thái", lambda it: it.status, 20),
        FileColumn("Hệ thống", lambda it: it.source.name, 24),
    )
