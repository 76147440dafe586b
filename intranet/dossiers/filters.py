"""What narrows the list of dossiers. Some filters are set by links alone: a week, a level, a procedure."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import func, select

from intranet.categories.families import Family
from intranet.categories.models import FigureCategory
from intranet.dossiers.models import Dossier, Source
from intranet.dossiers.totals import LABELS, LISTED, Urgent, days_of, is_urgent
from intranet.dossiers.vocabulary import Status
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.listing import Condition, Filter
from intranet.kernel.period import Period
from intranet.procedures.catalogue import OnlineLevel, Procedure
from intranet.records.filters import by_procedure, row_key, units

IT, PROCEDURES = Dossier.__table__.c, Procedure.__table__.c
SLUG = re.compile(r"[a-z0-9-]{1,200}")
BETWEEN = ":"  # of a period and a figure, in an address
UNKNOWN = "-"  # in an address: those that name no unit, no field
NOT_IN_CATALOGUE = "Chưa có trong danh mục"


def figures(chosen: str) -> Iterator[tuple[str, str]]:
    """What can be counted in this quarter, and what the address asks for."""
    quarters = [Period.containing(today())]
    if chosen:
        quarters.insert(0, Period.parse(chosen.split(BETWEEN)[0]))
    for period in dict.fromkeys(quarters):
        yield from ((f"{period.code}{BETWEEN}{name}", f"{LABELS[name]}, {period.label}") for name in LISTED)


def counted(value: str) -> Condition:
    code, _, name = value.partition(BETWEEN)
    if name not in LISTED:
        raise ValueError(value)
    return LISTED[name](Period.parse(code))


def known_fields() -> dict[str, str]:
    """The names of the office's fields by their slugs, in the office's order."""
    rows = select(FigureCategory.code, FigureCategory.label).where(FigureCategory.family == Family.FIELD)
    return dict(db.session.execute(rows.order_by(FigureCategory.position)).all())


def field_names() -> dict[str, str]:
    """The names of fields by their slugs, as the catalogue of procedures writes them, and before it the office."""
    of_catalogue = select(PROCEDURES.field, func.min(PROCEDURES.field_name)).group_by(PROCEDURES.field)
    return dict(db.session.execute(of_catalogue).all()) | known_fields()


def field_name(slug: str, names: Mapping[str, str]) -> str:
    """What a field is called; one that nobody named by its own words."""
    return names.get(slug) or slug.replace("-", " ")


def fields(chosen: str) -> Iterator[tuple[str, str]]:
    known = known_fields()
    yield from known.items()
    if chosen and chosen not in known:
        yield chosen, "Chưa rõ" if chosen == UNKNOWN else field_name(chosen, field_names())


def of_field(slug: str) -> Condition:
    if not SLUG.fullmatch(slug):
        raise ValueError(slug)
    return IT.field == ("" if slug == UNKNOWN else slug)


def known_units(chosen: str) -> Iterator[tuple[str, str]]:
    yield from units(chosen)
    if chosen == UNKNOWN:
        yield UNKNOWN, "Chưa rõ"


def of_unit(value: str) -> Condition:
    return IT.unit_id.is_(None) if value == UNKNOWN else IT.unit_id == row_key(value)


def sources(chosen: str) -> Iterator[tuple[str, str]]:
    return ((str(source.id), source.name) for source in db.session.scalars(select(Source).order_by(Source.name)))


def by_source(column: Any) -> Callable[[str], Condition]:
    return lambda value: column == row_key(value)


def of_level(value: str) -> Condition:
    """By how much of the procedure the catalogue has online, on whatever day it was in force."""
    its_procedure = select(PROCEDURES.code).where(PROCEDURES.code == IT.procedure_code)
    if value == UNKNOWN:
        return ~its_procedure.exists()
    return its_procedure.where(PROCEDURES.online == OnlineLevel(value)).exists()


def level_label(value: str) -> str:
    return NOT_IN_CATALOGUE if value == UNKNOWN else OnlineLevel(value).label


def in_week(column: Any) -> Callable[[str], Condition]:
    return lambda week: column.between(*days_of(week))


def week_label(week: str) -> str:
    monday, sunday = days_of(week)
    return f"Tuần {monday:%d/%m} – {sunday:%d/%m/%Y}"


def as_set(label: Callable[[str], str]) -> Callable[[str], Iterator[tuple[str, str]]]:
    """The choices of a filter that links alone set: none, or what they chose."""
    return lambda chosen: iter([(chosen, label(chosen))] if chosen else [])


URGENT = [(member.value, member.label) for member in Urgent]
FILTERS = (
    Filter("figure", "Số liệu", figures, counted, leads=True),
    Filter("urgent", "Hạn trả", lambda chosen: URGENT, lambda value: is_urgent(Urgent(value)), leads=True),
    Filter("field", "Lĩnh vực", fields, of_field, leads=True),
    Filter("unit", "Đơn vị", known_units, of_unit, leads=True),
    Filter.among("status", "Trạng thái", Status, IT.status, leads=True),
    Filter("source", "Hệ thống", sources, by_source(IT.source_id)),
    by_procedure(IT.procedure_code),
    Filter("level", "Mức độ trực tuyến", as_set(level_label), of_level),
    Filter("received_week", "Tuần tiếp nhận", as_set(week_label), in_week(IT.received_on), leads=True),
    Filter("ended_week", "Tuần kết thúc", as_set(week_label), in_week(IT.finished_on), leads=True),
)
