"""Every figure that a register gives, and the records behind it: counted and listed by the same conditions."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from intranet.categories.families import by_cause, cause_of
from intranet.categories.models import FigureCategory
from intranet.figures.sources import documents, inspections, overdue, procedures, proposals, trainings
from intranet.figures.sources.source import KEPT, RegisterMeasure, SourceLine, SourceListing, Subject
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.counting import of_period
from intranet.overdue.models import OverdueCase

# Records of a period that are not approved yet: how many there may be, what that means for the report.
WAITING: tuple[tuple[str, Callable[[Period], SourceListing]], ...] = (
    ("Cuộc kiểm tra chưa được duyệt nên chưa tính vào báo cáo", inspections.waiting),
    ("Khóa tập huấn chưa được duyệt, vẫn tính vào báo cáo", trainings.waiting),
    ("Phương án đơn giản hóa chưa được duyệt nên chưa tính chi phí tiết kiệm", proposals.waiting),
    ("Giải trình hồ sơ quá hạn chưa được duyệt, vẫn tính vào báo cáo", overdue.waiting),
    ("Quy trình nội bộ chưa được duyệt nên tính là đang xây dựng", procedures.drafting),
    ("TTHC nội bộ chưa được duyệt nên nêu là đang xây dựng", procedures.tthc_drafting),
)

SUBJECTS: tuple[Subject, ...] = tuple(
    module.SUBJECT for module in (inspections, documents, trainings, procedures, proposals, overdue)
)
SUBJECT_OF: Mapping[str, Subject] = {name: subject for subject in SUBJECTS for name in subject.measures}


class Count(NamedTuple):
    """What the records of a register give for a figure, and how many they are."""

    value: int
    sources: int


def is_recorded(name: str) -> bool:
    """Whether a register gives this figure."""
    return name in SUBJECT_OF or bool(cause_of(name))


def subject_of(name: str) -> Subject:
    """The register that gives a figure; KeyError where none does."""
    return overdue.SUBJECT if cause_of(name) else SUBJECT_OF[name]


def measure_of(name: str) -> RegisterMeasure:
    """How a register gives a figure; KeyError where none does."""
    return overdue.of_cause(code) if (code := cause_of(name)) else SUBJECT_OF[name].measures[name]


def listed(name: str, period: Period) -> list[SourceLine]:
    """What stands behind a figure, one by one, by day."""
    measure = measure_of(name)
    lines = [measure.line(thing) for thing in db.session.scalars(measure.listing(period))]
    return sorted(lines, key=lambda line: (line.record.occurs_on, line.record.id))


def count(name: str, period: Period) -> Count:
    """What the records behind one figure give."""
    measure = measure_of(name)
    statement = measure.listing(period).with_only_columns(*columns(measure, period), maintain_column_froms=True)
    return Count(*db.session.execute(statement).one())


def counts(subject: Subject, period: Period) -> dict[str, Count]:
    """What a register gives for each of its figures, with one walk over each stretch of it."""
    counted: dict[str, Count] = {}
    for names, statement in statements(subject.key, period):
        row = iter(db.session.execute(statement).one())
        counted |= {name: Count(next(row), next(row)) for name in names}
    return counted


@lru_cache(KEPT)
def statements(key: str, period: Period) -> list[tuple[list[str], Select[Any]]]:
    """The queries that count a register's figures, one for each stretch; making them takes longer than asking them."""
    subject = next(subject for subject in SUBJECTS if subject.key == key)
    by_stretch: dict[Callable[[Period], SourceListing], list[str]] = {}
    for name, measure in subject.measures.items():
        by_stretch.setdefault(measure.stretch, []).append(name)
    return [
        (names, counting(stretch(period), [subject.measures[name] for name in names], period))
        for stretch, names in by_stretch.items()
    ]


def counting(stretch: SourceListing, measures: list[RegisterMeasure], period: Period) -> Select[Any]:
    asked = [column for measure in measures for column in columns(measure, period)]
    return stretch.with_only_columns(*asked, maintain_column_froms=True)


def columns(measure: RegisterMeasure, period: Period) -> tuple[Any, Any]:
    """Value and number of what a figure counts, of the rows of its stretch."""
    number = func.count().filter(measure.counts(period))
    if measure.amount is None:
        return number, number
    return func.coalesce(func.sum(measure.amount).filter(measure.counts(period)), 0), number


def counts_of_causes(period: Period) -> dict[str, Count]:
    """How many late dossiers each cause has, by the figure's name; none of a cause that no case names."""
    return {by_cause(code): Count(number, number) for code, number in db.session.execute(counting_causes(period))}


@lru_cache(KEPT)
def counting_causes(period: Period) -> Select[str, int]:
    by_code = select(FigureCategory.code, func.count()).join(
        OverdueCase, OverdueCase.main_cause_id == FigureCategory.id
    )
    return by_code.where(of_period(period)).group_by(FigureCategory.code)
