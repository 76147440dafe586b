"""The list of the catalogue, for the screen and for Excel: every figure opens exactly the rows it counts."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import and_, func, literal, select, true

from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing
from intranet.kernel.period import Period
from intranet.kernel.search import slug, words
from intranet.kernel.spreadsheet import FileColumn
from intranet.kernel.wordsearch import MOST_WORDS, WordCondition
from intranet.procedures.catalogue import Handling, OnlineLevel, Procedure, Validity
from intranet.procedures.catalogue_counting import LABELS, MARKS, counted, in_force

IT = Procedure.__table__.c
BETWEEN = ":"  # of a period and a figure, in an address


def load(ids: Sequence[int]) -> Iterable[Procedure]:
    return db.session.scalars(select(Procedure).where(Procedure.id.in_(ids)))


def matching(typed: str) -> WordCondition | None:
    """By code and name: every word typed, each as the beginning of a word, in any order."""
    sought = words(typed)[:MOST_WORDS]
    padded = literal(" ").concat(IT.search_words)
    return WordCondition(and_(*(padded.like(f"% {word}%") for word in sought)), False) if sought else None


def fields(chosen: str) -> Iterator[tuple[str, str]]:
    named = select(IT.field, func.min(IT.field_name)).group_by(IT.field).order_by(IT.field)
    return ((field, name) for field, name in db.session.execute(named))


def of_field(value: str) -> Condition:
    if slug(value) != value:
        raise ValueError(value)
    return IT.field == value


def valid_today(value: str) -> Condition:
    """The same as `validity` says of one."""
    day = today()
    match Validity(value):
        case Validity.IN_FORCE:
            return in_force(day)
        case Validity.UPCOMING:
            return IT.effective_from > day
        case Validity.ABOLISHED:
            return IT.effective_to < day


def read_figure(value: str) -> tuple[Period, str]:
    code, _, name = value.partition(BETWEEN)
    if name not in MARKS:
        raise ValueError(value)
    return Period.parse(code), name


def figure(chosen: str) -> Iterator[tuple[str, str]]:
    """Links alone set it."""
    if chosen:
        period, name = read_figure(chosen)
        yield chosen, f"{LABELS[name]}, {period.label}"


def of_figure(value: str) -> Condition:
    period, name = read_figure(value)
    return counted(name, period)


VALIDITIES = [(member.value, member.label) for member in Validity]
LISTING = Listing(
    key=IT.id,
    of=true(),
    columns=(
        ListColumn("name", "TTHC", (IT.sort_key, IT.id)),
        ListColumn("code", "Mã", (IT.code,)),
        ListColumn("field", "Lĩnh vực", (IT.field, IT.id)),
        ListColumn("handling", "Cơ chế"),
        ListColumn("online", "Trực tuyến"),
        ListColumn("limit", "Thời hạn", (IT.time_limit_days, IT.id)),
        ListColumn("validity", "Hiệu lực", (IT.effective_from, IT.id)),
    ),
    filters=(
        Filter("figure", "Số liệu", figure, of_figure),
        Filter("field", "Lĩnh vực", fields, of_field),
        Filter.among("online", "Trực tuyến", OnlineLevel, IT.online),
        Filter.among("handling", "Cơ chế", Handling, IT.handling),
        Filter("validity", "Hiệu lực", lambda chosen: VALIDITIES, valid_today),
    ),
    order="name",
    search=matching,
    load=load,
)

SHEET = (
    FileColumn("Mã TTHC", lambda it: it.code),
    FileColumn("Tên TTHC", lambda it: it.name, 60),
    FileColumn("Lĩnh vực", lambda it: it.field_name, 24),
    FileColumn("Cơ chế giải quyết", lambda it: it.handling, 20),
    FileColumn("Mức độ trực tuyến", lambda it: it.online, 16),
    FileColumn("Qua BCCI", lambda it: it.postal),
    FileColumn("4 tại chỗ", lambda it: it.on_site),
    FileColumn("Đã công khai", lambda it: it.is_published),
    FileColumn("Thời hạn (ngày làm việc)", lambda it: it.time_limit_days),
    FileColumn("Quyết định công bố", lambda it: it.decision, 30),
    FileColumn("Hiệu lực từ ngày", lambda it: it.effective_from),
    FileColumn("Hiệu lực đến hết ngày", lambda it: it.effective_to),
)
