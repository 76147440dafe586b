"""Every figure that a register gives, and the records behind it: counted and listed by one and the same query."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from intranet.figures.categories import by_cause, cause_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records.approval import State
from intranet.reports.sources import documents, inspections, overdue, procedures, proposals, trainings
from intranet.reports.sources.source import Line, Listing, Source, Tally

# Records of a period that are not approved yet: how many there may be, what that means for the report.
WAITING: tuple[tuple[str, Callable[[Period], Listing]], ...] = (
    ("Cuộc kiểm tra chưa được duyệt nên chưa tính vào báo cáo", inspections.waiting),
    ("Khóa tập huấn chưa được duyệt, vẫn tính vào báo cáo", trainings.waiting),
    ("Phương án đơn giản hóa chưa được duyệt nên chưa tính chi phí tiết kiệm", proposals.waiting),
    ("Giải trình hồ sơ quá hạn chưa được duyệt, vẫn tính vào báo cáo", overdue.waiting),
    ("Quy trình nội bộ chưa được duyệt nên tính là đang xây dựng", procedures.drafting),
    ("TTHC nội bộ chưa được duyệt nên nêu là đang xây dựng", procedures.tthc_drafting),
)

SUBJECTS = (inspections, documents, trainings, procedures, proposals, overdue)
SOURCES: Mapping[str, Source] = {name: source for subject in SUBJECTS for name, source in subject.SOURCES.items()}


def is_recorded(name: str) -> bool:
    """Whether a register gives this figure."""
    return name in SOURCES or bool(cause_of(name))


def recorded(causes: Iterable[str] = ()) -> list[str]:
    """The figures that registers give, those of the causes with these codes among them."""
    return [*SOURCES, *map(by_cause, causes)]


def source_of(name: str) -> Source:
    """Where a figure comes from; KeyError where no register gives it."""
    return overdue.of_cause(code) if (code := cause_of(name)) else SOURCES[name]


def sources(name: str, period: Period) -> Listing:
    """The records behind a figure of the registers."""
    return source_of(name).listing(period)


def listed(name: str, period: Period) -> list[Line]:
    """What stands behind a figure, one by one, by day."""
    lines = [source_of(name).line(thing) for thing in db.session.scalars(sources(name, period))]
    return sorted(lines, key=lambda line: (line.record.occurs_on, line.record.id))


def tallies(period: Period, names: Iterable[str]) -> dict[str, Tally]:
    """What the registers say of each of these figures, in one query."""
    wanted = tuple(names)
    keys, statement = asked(period, wanted)
    found = dict(zip(keys, db.session.execute(statement).one(), strict=True))
    return {
        name: Tally(
            value=int(found.get(("amount", name), found["number", name])),
            sources=found["number", name],
            is_in_use=bool(found["in use", source_of(name).register.__name__]),
        )
        for name in wanted
    }


@lru_cache(maxsize=32)
def asked(period: Period, names: tuple[str, ...]) -> tuple[list[tuple[str, str]], Select[Any]]:
    """The one query, and what its columns tell; putting it together takes longer than asking it, so it is kept."""
    columns: dict[tuple[str, str], Any] = {}
    for name in names:
        source = source_of(name)
        columns["in use", source.register.__name__] = in_use(source, period)
        columns["number", name] = number(source.listing(period))
        if source.amount is not None:
            columns["amount", name] = amount(source.listing(period), source.amount)
    return list(columns), select(*columns.values())


def number(listing: Listing) -> ColumnElement[Any]:
    return listing.with_only_columns(func.count(), maintain_column_froms=True).scalar_subquery()


def amount(listing: Listing, of: ColumnElement[int]) -> ColumnElement[Any]:
    total = func.coalesce(func.sum(of), 0)
    return listing.with_only_columns(total, maintain_column_froms=True).scalar_subquery()


def in_use(source: Source, period: Period) -> ColumnElement[bool]:
    """Whether the register holds anything by the period's end that was not cancelled."""
    kept = select(source.register.id).where(source.register.state != State.CANCELLED)
    return kept.where(source.since <= period.end).exists()
