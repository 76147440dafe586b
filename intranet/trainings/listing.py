"""The list of trainings, for the screen and for Excel."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from intranet.accounts.models import Unit
from intranet.kernel.listing import Condition, Filter, ListColumn, Listing, as_fields, read_rows
from intranet.kernel.spreadsheet import FileColumn
from intranet.records.approval import State
from intranet.records.filters import by_period, row_key, units
from intranet.records.models import Record
from intranet.records.word_index import RECORD_WORDS
from intranet.trainings.models import Attendance, Training
from intranet.trainings.workflow import Mode

RECORDS, TRAININGS, UNITS = Record.__table__, Training.__table__, Unit.__table__
ATTENDANCES = Attendance.__table__
ITS_TRAINING = TRAININGS.c.id == RECORDS.c.id


@dataclass(frozen=True)
class TrainingRow:
    """A training as the list shows it."""

    id: int
    title: str
    state: State
    unit: str
    organiser: str
    mode: Mode
    started_on: date
    ended_on: date
    hours: int
    place: str
    sending_document: str
    result: str
    participants: int


ROWS: Select[Any] = (
    select(
        *as_fields(
            id=RECORDS.c.id,
            title=RECORDS.c.title,
            state=RECORDS.c.state,
            unit=UNITS.c.name,
            organiser=TRAININGS.c.organiser,
            mode=TRAININGS.c.mode,
            started_on=TRAININGS.c.started_on,
            ended_on=TRAININGS.c.ended_on,
            hours=TRAININGS.c.hours,
            place=TRAININGS.c.place,
            sending_document=TRAININGS.c.sending_document,
            result=TRAININGS.c.result,
            participants=func.coalesce(func.sum(ATTENDANCES.c.headcount), 0),
        )
    )
    .select_from(
        RECORDS.join(TRAININGS, ITS_TRAINING)
        .join(UNITS, UNITS.c.id == RECORDS.c.unit_id)
        .outerjoin(ATTENDANCES, ATTENDANCES.c.training_id == RECORDS.c.id)
    )
    .where(RECORDS.c.id.in_(bindparam("ids", expanding=True)))
    .group_by(RECORDS.c.id, TRAININGS.c.id, UNITS.c.id)
)


def load(ids: Sequence[int]) -> Iterable[TrainingRow]:
    return read_rows(TrainingRow, ROWS, ids)


COUNTED = "counted"


def states(chosen: str) -> Iterator[tuple[str, str]]:
    yield COUNTED, "Chưa hủy"
    yield from ((state.value, state.label) for state in State)


def in_state(value: str) -> Condition:
    return RECORDS.c.state != State.CANCELLED if value == COUNTED else RECORDS.c.state == State(value)


def attended_by(*who: Condition) -> Condition:
    return RECORDS.c.id.in_(select(ATTENDANCES.c.training_id).where(*who))


def of_unit(value: str) -> Condition:
    """Courses in which people of the unit took part."""
    return attended_by(ATTENDANCES.c.unit_id == row_key(value))


def person(unit_id: int, key: str) -> str:
    """A person as the list's address names them; `key` tells people of a unit apart."""
    return f"{unit_id}.{key}"


def named(chosen: str) -> Iterator[tuple[str, str]]:
    """Nobody is offered: the totals of a year lead to a person's courses, and only that person is named."""
    if chosen:
        yield chosen, chosen.partition(".")[2].title()


def of_person(value: str) -> Condition:
    unit, _, key = value.partition(".")
    if not key:
        raise ValueError(f"no person is named by {value}")
    return attended_by(ATTENDANCES.c.unit_id == row_key(unit), ATTENDANCES.c.name_key == key)


LISTING = Listing(
    key=RECORDS.c.id,
    of=RECORDS.c.kind == "training",
    columns=(
        ListColumn("title", "Khóa tập huấn", (RECORDS.c.sort_key, RECORDS.c.id)),
        ListColumn("organiser", "Đơn vị tổ chức"),
        ListColumn("mode", "Hình thức"),
        ListColumn("date", "Thời gian", (RECORDS.c.occurs_on, RECORDS.c.id)),
        ListColumn("hours", "Số giờ"),
        ListColumn("participants", "Số người"),
        ListColumn("state", "Trạng thái"),
    ),
    filters=(
        by_period,
        Filter("unit", "Đơn vị dự", units, of_unit, leads=True),
        Filter("state", "Trạng thái", states, in_state, along="date"),
        Filter.among("mode", "Hình thức", Mode, TRAININGS.c.mode, joins=(ITS_TRAINING,)),
        Filter("person", "Người tham dự", named, of_person, leads=True),
    ),
    order="-date",
    search=RECORD_WORDS.matching,
    load=load,
)

SHEET = (
    FileColumn("Chủ đề", lambda row: row.title, 60),
    FileColumn("Đơn vị tổ chức", lambda row: row.organiser, 36),
    FileColumn("Hình thức", lambda row: row.mode),
    FileColumn("Từ ngày", lambda row: row.started_on),
    FileColumn("Đến ngày", lambda row: row.ended_on),
    FileColumn("Số giờ", lambda row: row.hours),
    FileColumn("Địa điểm", lambda row: row.place, 30),
    FileColumn("Văn bản cử đi", lambda row: row.sending_document, 36),
    FileColumn("Số người", lambda row: row.participants),
    FileColumn("Kết quả", lambda row: row.result, 40),
    FileColumn("Trạng thái", lambda row: row.state),
    FileColumn("Đơn vị lập", lambda row: row.unit, 36),
)
