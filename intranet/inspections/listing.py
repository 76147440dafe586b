"""The list of inspections, for the screen and for Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, or_, select

from intranet.accounts.models import Unit, User
from intranet.inspections.models import Finding, Inspection
from intranet.inspections.workflow import Kind, Remedy, is_past
from intranet.kernel.clock import today
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing, as_fields, read_rows
from intranet.kernel.spreadsheet import FileColumn
from intranet.records.approval import State
from intranet.records.filters import by_period, by_state, by_unit
from intranet.records.models import Record
from intranet.records.visibility import visible_to
from intranet.records.word_index import RECORD_WORDS

RECORDS, INSPECTIONS, UNITS = Record.__table__, Inspection.__table__, Unit.__table__
FINDINGS = Finding.__table__

ITS_INSPECTION = INSPECTIONS.c.id == RECORDS.c.id
ITS_UNIT = UNITS.c.id == INSPECTIONS.c.inspected_unit_id
ITS_FINDINGS = FINDINGS.c.inspection_id == RECORDS.c.id


@dataclass(frozen=True)
class InspectionRow:
    """An inspection as the list shows it. `due_on` is the earliest day of a finding still open."""

    id: int
    title: str
    state: State
    kind: Kind
    unit: str
    started_on: date
    ended_on: date | None
    findings: int
    open_findings: int
    due_on: date | None

    @property
    def is_overdue(self) -> bool:
        """Only an approved inspection's findings are to be mended by a day."""
        return self.state is State.APPROVED and self.due_on is not None and is_past(self.due_on, today())


IS_OPEN = FINDINGS.c.state != Remedy.VERIFIED
ROWS = (
    select(
        *as_fields(
            id=RECORDS.c.id,
            title=RECORDS.c.title,
            state=RECORDS.c.state,
            kind=INSPECTIONS.c.inspection_kind,
            unit=UNITS.c.name,
            started_on=INSPECTIONS.c.started_on,
            ended_on=INSPECTIONS.c.ended_on,
            findings=func.count(FINDINGS.c.id),
            open_findings=func.count(FINDINGS.c.id).filter(IS_OPEN),
            due_on=func.min(FINDINGS.c.due_on).filter(IS_OPEN),
        )
    )
    .select_from(RECORDS.join(INSPECTIONS, ITS_INSPECTION).join(UNITS, ITS_UNIT).outerjoin(FINDINGS, ITS_FINDINGS))
    .where(RECORDS.c.id.in_(bindparam("ids", expanding=True)))
    .group_by(RECORDS.c.id, INSPECTIONS.c.id, UNITS.c.id)
)


def load(ids: Sequence[int]) -> Iterable[InspectionRow]:
    """The rows with these ids, findings counted, in one query."""
    return read_rows(InspectionRow, ROWS, ids)


def seen_by(user: User) -> Condition:
    """Inspections this person may see; another unit's, once approved, where they concern the person's own."""
    return visible_to(user, concerning)


def concerning(unit_id: int) -> Condition:
    """Inspections of a unit, or with a finding that it is to mend."""
    inspected = select(INSPECTIONS.c.id).where(INSPECTIONS.c.inspected_unit_id == unit_id)
    to_mend = select(FINDINGS.c.inspection_id).where(FINDINGS.c.responsible_unit_id == unit_id)
    return or_(*(RECORDS.c.id.in_(ids.correlate(None)) for ids in (inspected, to_mend)))


LISTING = Listing(
    key=RECORDS.c.id,
    of=RECORDS.c.kind == "inspection",
    columns=(
        ListColumn("title", "Cuộc kiểm tra", (RECORDS.c.sort_key, RECORDS.c.id)),
        ListColumn(
            "unit",
            "Đơn vị được kiểm tra",
            (UNITS.c.sort_key, UNITS.c.id, INSPECTIONS.c.id.desc()),
            (ITS_INSPECTION, ITS_UNIT),
        ),
        ListColumn("kind", "Loại"),
        ListColumn("date", "Thời gian", (RECORDS.c.occurs_on, RECORDS.c.id)),
        ListColumn("state", "Trạng thái"),
        ListColumn("findings", "Tồn tại"),
    ),
    filters=(
        by_period,
        by_unit("Đơn vị", INSPECTIONS.c.inspected_unit_id, (ITS_INSPECTION,)),
        by_state,
        Filter.among("kind", "Loại", Kind, INSPECTIONS.c.inspection_kind, joins=(ITS_INSPECTION,)),
    ),
    order="-date",
    search=RECORD_WORDS.matching,
    load=load,
)

SHEET = (
    FileColumn("Cuộc kiểm tra", lambda row: row.title, 60),
    FileColumn("Đơn vị được kiểm tra", lambda row: row.unit, 32),
    FileColumn("Loại", lambda row: row.kind),
    FileColumn("Từ ngày", lambda row: row.started_on),
    FileColumn("Đến ngày", lambda row: row.ended_on),
    FileColumn("Trạng thái", lambda row: row.state),
    FileColumn("Số tồn tại", lambda row: row.findings),
    FileColumn("Chưa khắc phục xong", lambda row: row.open_findings),
    FileColumn("Quá hạn khắc phục", lambda row: "quá hạn" if row.is_overdue else ""),
)
