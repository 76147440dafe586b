"""The list of TTHC nội bộ, for the screen and for Excel, which has all eleven parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select

from intranet.accounts.models import Unit
from intranet.kernel.db import db
from intranet.kernel.listing import ListColumn, Listing, as_fields
from intranet.kernel.spreadsheet import FileColumn
from intranet.procedures.models import InternalTthc
from intranet.procedures.workflow import PARTS
from intranet.records.approval import State
from intranet.records.filters import by_period, by_state, by_unit
from intranet.records.models import Record
from intranet.records.word_index import RECORD_WORDS

RECORDS, TTHC, UNITS = Record.__table__, InternalTthc.__table__, Unit.__table__


@dataclass(frozen=True)
class TthcRow:
    """A TTHC nội bộ as the list shows it; `parts` by their names."""

    id: int
    title: str
    state: State
    drafted_on: date
    unit: str
    code: str
    parts: dict[str, str]


ROWS: Select[Any] = (
    select(
        *as_fields(
            id=RECORDS.c.id,
            title=RECORDS.c.title,
            state=RECORDS.c.state,
            drafted_on=RECORDS.c.occurs_on,
            unit=UNITS.c.name,
            code=TTHC.c.code,
        ),
        *(TTHC.c[name] for name in PARTS),
    )
    .select_from(RECORDS.join(TTHC, TTHC.c.id == RECORDS.c.id).join(UNITS, UNITS.c.id == RECORDS.c.unit_id))
    .where(RECORDS.c.id.in_(bindparam("ids", expanding=True)))
)


def load(ids: Sequence[int]) -> Iterable[TthcRow]:
    for row in db.session.execute(ROWS, {"ids": ids}).mappings():
        own = {name: value for name, value in row.items() if name not in PARTS}
        yield TthcRow(**own, parts={name: row[name] for name in PARTS})


LISTING = Listing(
    key=RECORDS.c.id,
    of=RECORDS.c.kind == "internal_tthc",
    columns=(
        ListColumn("title", "TTHC nội bộ", (RECORDS.c.sort_key, RECORDS.c.id)),
        ListColumn("code", "Mã", (TTHC.c.code,), (TTHC.c.id == RECORDS.c.id,)),
        ListColumn("agency", "Cơ quan giải quyết"),
        ListColumn("date", "Ngày lập", (RECORDS.c.occurs_on, RECORDS.c.id)),
        ListColumn("state", "Trạng thái"),
    ),
    filters=(by_period, by_unit("Đơn vị", RECORDS.c.unit_id), by_state),
    order="title",
    search=RECORD_WORDS.matching,
    load=load,
)


def part(name: str, label: str) -> FileColumn:
    return FileColumn(label, lambda row: row.parts[name], 40)


SHEET = (
    FileColumn("Mã", lambda row: row.code),
    FileColumn("Tên TTHC nội bộ", lambda row: row.title, 60),
    *(part(name, label) for name, label in PARTS.items()),
    FileColumn("Ngày lập", lambda row: row.drafted_on),
    FileColumn("Trạng thái", lambda row: row.state),
    FileColumn("Đơn vị lập", lambda row: row.unit, 36),
)
