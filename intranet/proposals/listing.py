"""The list of proposals, for the screen and for Excel."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, bindparam, select

from intranet.accounts.models import Unit
from intranet.kernel.formats import percent
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing, as_fields, read_rows
from intranet.kernel.spreadsheet import FileColumn
from intranet.proposals.models import Proposal
from intranet.proposals.workflow import About, Measure, Outcome
from intranet.records.approval import State
from intranet.records.filters import by_period, by_procedure, by_state, by_unit
from intranet.records.models import Record
from intranet.records.word_index import RECORD_WORDS

RECORDS, PROPOSALS, UNITS = Record.__table__, Proposal.__table__, Unit.__table__
ITS_PROPOSAL = PROPOSALS.c.id == RECORDS.c.id


@dataclass(frozen=True)
class ProposalRow:
    """A proposal as the list shows it; costs in đồng a year."""

    id: int
    title: str
    state: State
    drafted_on: date
    unit: str
    about: About
    procedure_code: str
    procedure_name: str
    measure: Measure
    is_business: bool
    before: int
    after: int
    outcome: Outcome
    days_before: int
    days_after: int
    sent_document: str
    sent_on: date | None
    outcome_document: str
    outcome_on: date | None

    @property
    def saved(self) -> int:
        return self.before - self.after

    @property
    def rate(self) -> Decimal | None:
        return percent(self.saved, self.before)


ROWS: Select[Any] = (
    select(
        *as_fields(
            id=RECORDS.c.id,
            title=RECORDS.c.title,
            state=RECORDS.c.state,
            drafted_on=RECORDS.c.occurs_on,
            unit=UNITS.c.name,
            about=PROPOSALS.c.about,
            procedure_code=PROPOSALS.c.procedure_code,
            procedure_name=PROPOSALS.c.procedure_name,
            measure=PROPOSALS.c.measure,
            is_business=PROPOSALS.c.is_business,
            before=PROPOSALS.c.annual_cost_before,
            after=PROPOSALS.c.annual_cost_after,
            outcome=PROPOSALS.c.outcome,
            days_before=PROPOSALS.c.days_before,
            days_after=PROPOSALS.c.days_after,
            sent_document=PROPOSALS.c.sent_document,
            sent_on=PROPOSALS.c.sent_on,
            outcome_document=PROPOSALS.c.outcome_document,
            outcome_on=PROPOSALS.c.outcome_on,
        )
    )
    .select_from(RECORDS.join(PROPOSALS, ITS_PROPOSAL).join(UNITS, UNITS.c.id == RECORDS.c.unit_id))
    .where(RECORDS.c.id.in_(bindparam("ids", expanding=True)))
)


def load(ids: Sequence[int]) -> Iterable[ProposalRow]:
    return read_rows(ProposalRow, ROWS, ids)


def business_choices(chosen: str) -> Iterator[tuple[str, str]]:
    yield from (("yes", "Có liên quan"), ("no", "Không liên quan"))


def business(value: str) -> Condition:
    if value not in ("yes", "no"):
        raise ValueError(value)
    return PROPOSALS.c.is_business.is_(value == "yes")


LISTING = Listing(
    key=RECORDS.c.id,
    of=RECORDS.c.kind == "proposal",
    columns=(
        ListColumn("title", "Phương án", (RECORDS.c.sort_key, RECORDS.c.id)),
        ListColumn("measure", "Cách đơn giản hóa"),
        ListColumn("date", "Ngày lập", (RECORDS.c.occurs_on, RECORDS.c.id)),
        ListColumn("saved", "Tiết kiệm một năm"),
        ListColumn("state", "Trạng thái"),
        ListColumn("outcome", "Cấp trên"),
    ),
    filters=(
        by_period,
        by_unit("Đơn vị", RECORDS.c.unit_id),
        by_state,
        Filter.among("outcome", "Cấp trên", Outcome, PROPOSALS.c.outcome, joins=(ITS_PROPOSAL,)),
        Filter("business", "Kinh doanh", business_choices, business, (ITS_PROPOSAL,)),
        by_procedure(PROPOSALS.c.procedure_code, (ITS_PROPOSAL,)),
    ),
    order="-date",
    search=RECORD_WORDS.matching,
    load=load,
)

SHEET = (
    FileColumn("Phương án", lambda row: row.title, 60),
    FileColumn("Về", lambda row: row.about),
    FileColumn("Mã thủ tục", lambda row: row.procedure_code),
    FileColumn("Tên thủ tục", lambda row: row.procedure_name, 50),
    FileColumn("Cách đơn giản hóa", lambda row: row.measure, 22),
    FileColumn("Liên quan kinh doanh", lambda row: row.is_business),
    FileColumn("Chi phí trước (đồng/năm)", lambda row: row.before, 20),
    FileColumn("Chi phí sau (đồng/năm)", lambda row: row.after, 20),
    FileColumn("Tiết kiệm (đồng/năm)", lambda row: row.saved, 20),
    FileColumn("Tỷ lệ cắt giảm (%)", lambda row: float(row.rate) if row.rate is not None else None),
    FileColumn("Số ngày trước", lambda row: row.days_before),
    FileColumn("Số ngày sau", lambda row: row.days_after),
    FileColumn("Ngày lập", lambda row: row.drafted_on),
    FileColumn("Trạng thái", lambda row: row.state),
    FileColumn("Cấp trên", lambda row: row.outcome, 22),
    FileColumn("Văn bản gửi", lambda row: row.sent_document, 36),
    FileColumn("Ngày gửi", lambda row: row.sent_on),
    FileColumn("Văn bản trả lời", lambda row: row.outcome_document, 36),
    FileColumn("Ngày trả lời", lambda row: row.outcome_on),
    FileColumn("Đơn vị lập", lambda row: row.unit, 36),
)
