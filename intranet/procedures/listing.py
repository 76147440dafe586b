"""The list of quy trình nội bộ, for the screen and for Excel."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select

from intranet.accounts.models import Unit
from intranet.kernel.clock import today
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing, as_fields, read_rows
from intranet.kernel.spreadsheet import FileColumn
from intranet.procedures.models import InternalProcedure, ProcedureStep, in_force, replaced
from intranet.procedures.steps import time_text
from intranet.procedures.workflow import ProcedureStanding, standing
from intranet.records.approval import State
from intranet.records.filters import by_state, by_unit
from intranet.records.models import Record
from intranet.records.word_index import RECORD_WORDS

RECORDS, PROCEDURES, UNITS = Record.__table__, InternalProcedure.__table__, Unit.__table__
STEPS = ProcedureStep.__table__

ITS_PROCEDURE = PROCEDURES.c.id == RECORDS.c.id
ITS_UNIT = UNITS.c.id == RECORDS.c.unit_id


@dataclass(frozen=True)
class ProcedureRow:
    """A revision as the list shows it. `replaced_from` is the first day of a later approved one."""

    id: int
    title: str
    state: State
    unit: str
    code: str
    revision: int
    procedure_code: str
    total_hours: int
    effective_from: date | None
    effective_to: date | None
    steps: int
    replaced_from: date | None

    @property
    def time_text(self) -> str:
        return time_text(self.total_hours)

    @property
    def standing(self) -> ProcedureStanding | None:
        if self.state is not State.APPROVED or self.effective_from is None:
            return None
        return standing(self.effective_from, self.effective_to, self.replaced_from, today())


LATER, ITS_RECORD = PROCEDURES.alias("later"), RECORDS.alias("later_records")
IS_LATER = and_(LATER.c.code == PROCEDURES.c.code, LATER.c.revision > PROCEDURES.c.revision)
REPLACED_FROM = (
    select(func.min(LATER.c.effective_from))
    .where(LATER.c.id == ITS_RECORD.c.id, IS_LATER, ITS_RECORD.c.state == State.APPROVED)
    .correlate(PROCEDURES)
    .scalar_subquery()
)
HOW_MANY = select(func.count()).where(STEPS.c.procedure_id == RECORDS.c.id).correlate(RECORDS).scalar_subquery()
ROWS: Select[Any] = (
    select(
        *as_fields(
            id=RECORDS.c.id,
            title=RECORDS.c.title,
            state=RECORDS.c.state,
            unit=UNITS.c.name,
            code=PROCEDURES.c.code,
            revision=PROCEDURES.c.revision,
            procedure_code=PROCEDURES.c.procedure_code,
            total_hours=PROCEDURES.c.total_hours,
            effective_from=PROCEDURES.c.effective_from,
            effective_to=PROCEDURES.c.effective_to,
            steps=HOW_MANY,
            replaced_from=REPLACED_FROM,
        )
    )
    .select_from(RECORDS.join(PROCEDURES, ITS_PROCEDURE).join(UNITS, ITS_UNIT))
    .where(RECORDS.c.id.in_(bindparam("ids", expanding=True)))
)


def load(ids: Sequence[int]) -> Iterable[ProcedureRow]:
    return read_rows(ProcedureRow, ROWS, ids)


def standings(chosen: str) -> Iterator[tuple[str, str]]:
    return ((member.value, member.label) for member in ProcedureStanding)


def standing_today(value: str) -> Condition:
    """Revisions that stand so today; the same as `standing` says of one."""
    day, approved = today(), RECORDS.c.state == State.APPROVED
    match ProcedureStanding(value):
        case ProcedureStanding.IN_FORCE:
            return in_force(day)
        case ProcedureStanding.REPLACED:
            return and_(approved, replaced(day))
        case ProcedureStanding.UPCOMING:
            return and_(approved, PROCEDURES.c.effective_from > day, ~replaced(day))
        case ProcedureStanding.ENDED:
            return and_(approved, PROCEDURES.c.effective_to < day, ~replaced(day))


LISTING = Listing(
    key=RECORDS.c.id,
    of=RECORDS.c.kind == "internal_procedure",
    columns=(
        ListColumn("title", "TTHC", (RECORDS.c.sort_key, RECORDS.c.id)),
        ListColumn("code", "Ký hiệu, phiên bản", (PROCEDURES.c.code, PROCEDURES.c.revision), (ITS_PROCEDURE,)),
        ListColumn("time", "Tổng thời gian"),
        ListColumn("date", "Áp dụng từ", (PROCEDURES.c.effective_from, PROCEDURES.c.id), (ITS_PROCEDURE,)),
        ListColumn("state", "Trạng thái"),
    ),
    filters=(
        Filter("standing", "Áp dụng hôm nay", standings, standing_today, (ITS_PROCEDURE,)),
        by_unit("Đơn vị", RECORDS.c.unit_id),
        by_state,
    ),
    order="title",
    search=RECORD_WORDS.matching,
    load=load,
)

SHEET = (
    FileColumn("Tên TTHC", lambda row: row.title, 60),
    FileColumn("Mã TTHC", lambda row: row.procedure_code),
    FileColumn("Ký hiệu", lambda row: row.code),
    FileColumn("Phiên bản", lambda row: row.revision),
    FileColumn("Tổng thời gian (giờ làm việc)", lambda row: row.total_hours),
    FileColumn("Tổng thời gian", lambda row: row.time_text, 28),
    FileColumn("Số bước", lambda row: row.steps),
    FileColumn("Áp dụng từ ngày", lambda row: row.effective_from),
    FileColumn("Áp dụng đến hết ngày", lambda row: row.effective_to),
    FileColumn("Trạng thái", lambda row: row.state),
    FileColumn("Áp dụng hôm nay", lambda row: row.standing, 22),
    FileColumn("Đơn vị lập", lambda row: row.unit, 36),
)
