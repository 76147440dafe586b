"""The list of overdue cases, for the screen and for Excel."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from intranet.accounts.models import Unit
from intranet.categories.families import Family, Side
from intranet.categories.models import FigureCategory
from intranet.kernel.db import db
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing
from intranet.kernel.period import Period
from intranet.kernel.spreadsheet import FileColumn
from intranet.overdue.counting import explained, of_period
from intranet.overdue.models import OverdueCase
from intranet.records.filters import by_state, by_unit, periods
from intranet.records.models import Record
from intranet.records.word_index import RECORD_WORDS

RECORDS, CASES, UNITS = Record.__table__, OverdueCase.__table__, Unit.__table__
CATEGORIES = FigureCategory.__table__
ITS_CASE = CASES.c.id == RECORDS.c.id


def load(ids: Sequence[int]) -> Iterable[OverdueCase]:
    """The cases themselves, with all that a row of the list or of the file says."""
    whole = (joinedload(OverdueCase.unit), joinedload(OverdueCase.main_cause), selectinload(OverdueCase.contributing))
    return db.session.scalars(select(OverdueCase).where(OverdueCase.id.in_(ids)).options(*whole))


def causes(chosen: str) -> Iterator[tuple[str, str]]:
    """Every cause of the catalogue, none at all, and either side as a whole."""
    yield "none", "Chưa có nguyên nhân"
    yield from ((side.value, f"{side.label}, tất cả") for side in Side)
    rows = select(CATEGORIES.c.code, CATEGORIES.c.label).where(CATEGORIES.c.family == Family.CAUSE)
    yield from ((code, label) for code, label in db.session.execute(rows.order_by(CATEGORIES.c.position)))


def by_cause(value: str) -> Condition:
    """Cases whose main cause has this code, or lies on this side."""
    if value == "none":
        return CASES.c.main_cause_id.is_(None)
    among = CATEGORIES.c.side == Side(value) if value in set(Side) else CATEGORIES.c.code == value
    ids = select(CATEGORIES.c.id).where(CATEGORIES.c.family == Family.CAUSE, among)
    return CASES.c.main_cause_id.in_(ids)


EXPLAINED = {"yes": "Đã giải trình", "no": "Chưa giải trình"}


def is_explained(value: str) -> Condition:
    if value not in EXPLAINED:
        raise ValueError(value)
    return explained() if value == "yes" else ~explained()


LISTING = Listing(
    key=RECORDS.c.id,
    of=RECORDS.c.kind == "overdue_case",
    columns=(
        ListColumn("code", "Hồ sơ", (RECORDS.c.sort_key, RECORDS.c.id)),
        ListColumn("unit", "Đơn vị"),
        ListColumn("due", "Hẹn trả", (CASES.c.due_on, CASES.c.id), (ITS_CASE,)),
        ListColumn("date", "Kết thúc", (RECORDS.c.occurs_on, RECORDS.c.id)),
        ListColumn("cause", "Nguyên nhân chính"),
        ListColumn("state", "Trạng thái"),
    ),
    filters=(
        Filter("period", "Kỳ báo cáo", periods, lambda code: of_period(Period.parse(code)), (ITS_CASE,)),
        by_unit("Đơn vị", RECORDS.c.unit_id),
        by_state,
        Filter("cause", "Nguyên nhân", causes, by_cause, (ITS_CASE,)),
        Filter("explained", "Giải trình", lambda chosen: EXPLAINED.items(), is_explained, (ITS_CASE,)),
    ),
    order="-date",
    search=RECORD_WORDS.matching,
    load=load,
)


def text(name: str, width: int = 40) -> FileColumn:
    return FileColumn(OverdueCase.labels[name], lambda case: getattr(case, name), width)


SHEET = (
    text("code", 30),
    text("procedure_name", 50),
    FileColumn("Đơn vị giải quyết", lambda case: case.unit.name, 36),
    *(text(name, 14) for name in ("received_on", "due_on", "finished_on")),
    FileColumn("Số ngày làm việc quá hạn", lambda case: case.workdays_late),
    FileColumn("Mã nguyên nhân", lambda case: case.main_cause.code if case.main_cause else ""),
    FileColumn("Nguyên nhân chính", lambda case: str(case.main_cause or ""), 40),
    FileColumn("Nhóm", lambda case: case.main_cause.side if case.main_cause else ""),
    FileColumn("Nguyên nhân góp phần", lambda case: "; ".join(map(str, case.contributing)), 40),
    *(text(name) for name in ("cause_text", "explanation", "remedy", "prevention")),
    *(text(name, 16) for name in ("apology_number", "apology_on", "rescheduled_to", "rescheduled_again_to")),
    FileColumn("Trạng thái", lambda case: case.state),
)
