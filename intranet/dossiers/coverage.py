"""Whether the exports of every expected system tell all of a period, and from which day a system's exports do."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from intranet.dossiers.import_models import ImportBatch, Source, Stage
from intranet.kernel.calendar import workdays_after
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.kernel.use import Use, exports_cover_from, quarter_around, reaches_end

EARLY_WORKDAYS = 5  # of a quarter: a system whose earliest receipt lies in these was in use from its beginning
PUBLISHED = and_(ImportBatch.source_id == Source.id, ImportBatch.stage == Stage.PUBLISHED)


@dataclass(frozen=True)
class System:
    """An expected system: the day of its newest export that was imported, and from when its exports tell all."""

    name: str
    newest: date | None
    use: Use

    def lacks_export(self, period: Period) -> bool:
        """Whether an export that would tell of the whole period is still to come."""
        return self.newest is None or not reaches_end(self.newest, period)


@dataclass(frozen=True)
class Exports:
    """The expected systems."""

    systems: tuple[System, ...]

    def lacking(self, period: Period) -> tuple[str, ...]:
        """The systems whose export would still tell of the period."""
        return tuple(system.name for system in self.systems if system.lacks_export(period))

    def later(self, period: Period) -> tuple[System, ...]:
        """The systems whose exports do not reach back to the period's first day."""
        return tuple(system for system in self.systems if system.newest and not system.use.tells_of(period))

    def are_complete(self, period: Period) -> bool:
        return bool(self.systems) and not self.lacking(period) and not self.later(period)

    @property
    def is_any(self) -> bool:
        return any(system.newest for system in self.systems)

    @property
    def as_of(self) -> date | None:
        """The last day that all of them tell of."""
        return min((system.newest for system in self.systems if system.newest), default=None)

    def why(self, period: Period) -> str:
        """Why their word counts, or what is lacking before it can; to stand after "vì"."""
        if lacking := self.lacking(period):
            return f"còn thiếu tệp kết xuất sau ngày {date_text(period.end)} của {', '.join(lacking)}"
        if later := self.later(period):
            return f"tệp kết xuất chỉ đủ hồ sơ của {', '.join(reach(system) for system in later)}"
        return f"các hệ thống đã có tệp kết xuất sau ngày {date_text(period.end)}"


def reach(system: System) -> str:
    since = system.use.since
    return f"{system.name} từ ngày {date_text(since)}" if since else f"{system.name} từ ngày chưa rõ"


def exports() -> Exports:
    newest = func.max(ImportBatch.exported_on)
    told = select(Source.name, Source.covers_from, Source.covers_is_set, newest).outerjoin(ImportBatch, PUBLISHED)
    grouped = told.where(Source.is_expected).group_by(Source.id).order_by(Source.name)
    rows = db.session.execute(grouped)
    return Exports(tuple(System(name, day, Use(since, is_set)) for name, since, is_set, day in rows))


def tell_all_of(period: Period) -> ColumnElement[bool]:
    """The same as `Exports.are_complete`, as a condition."""
    expected = select(Source.id).where(Source.is_expected)
    given = select(ImportBatch.id).where(PUBLISHED, ImportBatch.exported_on > period.end)
    reaches_back = and_(Source.covers_from.is_not(None), Source.covers_from <= period.start)
    return and_(expected.exists(), ~expected.where(or_(~given.exists(), ~reaches_back)).exists())


def propose(source: Source) -> None:
    """Take over from what was imported by now since when a system's exports tell all, unless somebody said so."""
    if not source.covers_is_set:
        source.covers_from = proposed(source)


def proposed(source: Source, with_batch: ImportBatch | None = None) -> date | None:
    """By the earliest receipt its imported exports tell of, and one that is to be; None while none tells any."""
    counts = or_(ImportBatch.stage == Stage.PUBLISHED, ImportBatch.id == (with_batch.id if with_batch else None))
    earliest = db.session.scalar(
        select(func.min(ImportBatch.first_received_on)).where(ImportBatch.source_id == source.id, counts)
    )
    quarter = quarter_around(earliest) if earliest else None
    if earliest is None or quarter is None:
        return earliest
    return exports_cover_from(earliest, workdays_after(quarter.start - timedelta(days=1), EARLY_WORKDAYS))
