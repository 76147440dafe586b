"""Who typed what for a period, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from intranet.accounts.models import User
from intranet.categories.catalogue import Definition
from intranet.categories.models import every_definition
from intranet.figures.models import FigureEntry
from intranet.kernel.db import db
from intranet.kernel.period import Period

ON_A_PAGE = 100


@dataclass(frozen=True)
class HistoryLine:
    """An entry, what it is about, and the value it replaced."""

    entry: FigureEntry
    definition: Definition
    before: int | None


@dataclass(frozen=True)
class History:
    """One page of a period's entries, newest first, or of those of one figure."""

    lines: Sequence[HistoryLine]
    name: str
    about: Definition | None
    total: int
    page: int
    pages: int

    @property
    def saves(self) -> Iterator[tuple[User, datetime, list[HistoryLine]]]:
        """The lines by the save they came with."""
        for _, lines in groupby(self.lines, key=lambda line: (line.entry.entered_at, line.entry.entered_by_id)):
            together = list(lines)
            yield together[0].entry.entered_by, together[0].entry.entered_at, together


def history(period: Period, name: str, number: int) -> History:
    """The page `number`, from 1; the last one where there are fewer. An empty name is every figure."""
    known = every_definition()
    chosen = [FigureEntry.period_code == period.code, *([FigureEntry.name == name] if name else [])]
    total = db.session.scalar(select(func.count(FigureEntry.id)).where(*chosen)) or 0
    pages = max(1, -(-total // ON_A_PAGE))
    number = min(max(number, 1), pages)
    same = func.lag(FigureEntry.value).over(partition_by=FigureEntry.name, order_by=FigureEntry.id)
    rows = select(FigureEntry, same).where(*chosen).options(joinedload(FigureEntry.entered_by))
    rows = rows.order_by(FigureEntry.id.desc()).limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)
    lines = [HistoryLine(entry, told(entry.name, known), before) for entry, before in db.session.execute(rows)]
    return History(lines, name, told(name, known) if name else None, total, number, pages)


def told(name: str, known: dict[str, Definition]) -> Definition:
    """What a figure is called; by its bare name, one of a category that is no longer kept."""
    return known.get(name) or Definition(name, name, "", "", typed=True)
