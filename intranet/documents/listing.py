"""The list of documents, for the screen and for Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select

from intranet.accounts.models import Unit
from intranet.documents.models import Document
from intranet.documents.types import Direction, DocumentType, Purpose
from intranet.kernel.listing import Filter, ListColumn, Listing, as_fields, read_rows
from intranet.kernel.spreadsheet import FileColumn
from intranet.records.approval import State
from intranet.records.filters import by_period, by_unit
from intranet.records.models import Record
from intranet.records.word_index import RECORD_WORDS

RECORDS, DOCUMENTS, UNITS = Record.__table__, Document.__table__, Unit.__table__
ITS_DOCUMENT = DOCUMENTS.c.id == RECORDS.c.id


@dataclass(frozen=True)
class DocumentRow:
    """A document as the list shows it."""

    id: int
    title: str
    state: State
    unit: str
    direction: Direction
    type: DocumentType
    symbol: str
    issuer: str
    issued_on: date
    summary: str
    purpose: Purpose


ROWS: Select[Any] = (
    select(
        *as_fields(
            id=RECORDS.c.id,
            title=RECORDS.c.title,
            state=RECORDS.c.state,
            unit=UNITS.c.name,
            direction=DOCUMENTS.c.direction,
            type=DOCUMENTS.c.document_type,
            symbol=DOCUMENTS.c.symbol,
            issuer=DOCUMENTS.c.issuer,
            issued_on=DOCUMENTS.c.issued_on,
            summary=DOCUMENTS.c.summary,
            purpose=DOCUMENTS.c.purpose,
        )
    )
    .select_from(RECORDS.join(DOCUMENTS, ITS_DOCUMENT).join(UNITS, UNITS.c.id == RECORDS.c.unit_id))
    .where(RECORDS.c.id.in_(bindparam("ids", expanding=True)))
)


def load(ids: Sequence[int]) -> Iterable[DocumentRow]:
    return read_rows(DocumentRow, ROWS, ids)


LISTING = Listing(
    key=RECORDS.c.id,
    of=RECORDS.c.kind == "document",
    columns=(
        ListColumn("title", "Văn bản", (RECORDS.c.sort_key, RECORDS.c.id)),
        ListColumn("issuer", "Cơ quan ban hành"),
        ListColumn("date", "Ngày", (RECORDS.c.occurs_on, RECORDS.c.id)),
        ListColumn("direction", "Đi, đến"),
        ListColumn("purpose", "Dùng cho việc"),
    ),
    filters=(
        by_period,
        Filter.among("direction", "Đi, đến", Direction, DOCUMENTS.c.direction, joins=(ITS_DOCUMENT,)),
        Filter.among("type", "Loại", DocumentType, DOCUMENTS.c.document_type, joins=(ITS_DOCUMENT,)),
        Filter.among("purpose", "Việc", Purpose, DOCUMENTS.c.purpose, joins=(ITS_DOCUMENT,)),
        by_unit("Đơn vị ghi sổ", RECORDS.c.unit_id),
    ),
    order="-date",
    search=RECORD_WORDS.matching,
    load=load,
)

SHEET = (
    FileColumn("Loại văn bản", lambda row: row.type, 18),
    FileColumn("Số, ký hiệu", lambda row: row.symbol, 24),
    FileColumn("Ngày ban hành", lambda row: row.issued_on),
    FileColumn("Cơ quan ban hành", lambda row: row.issuer, 36),
    FileColumn("Trích yếu", lambda row: row.summary, 60),
    FileColumn("Đi, đến", lambda row: row.direction),
    FileColumn("Dùng cho việc", lambda row: row.purpose, 26),
    FileColumn("Đơn vị ghi sổ", lambda row: row.unit, 36),
    FileColumn("Ghi chú", lambda row: "đã hủy" if row.state is State.CANCELLED else ""),
)
