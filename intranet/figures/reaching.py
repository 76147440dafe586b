"""How far the exports of dossiers reach for a period, as its page says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intranet.dossiers.coverage import Exports, System
from intranet.dossiers.coverage import reach as covered
from intranet.figures.ages import lacks_end, reach
from intranet.figures.notes import ExportNote
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period


@dataclass(frozen=True)
class Reach:
    """What the exports that count tell up to which day, and of each other expected system why it tells less."""

    sentence: str
    gaps: tuple[str, ...]
    is_running: bool

    def __bool__(self) -> bool:
        return bool(self.sentence or self.gaps)


def reach_of(period: Period, counting: tuple[ExportNote, ...], exports: Exports, today: date) -> Reach:
    """Of a period that has not begun, and of an office that imports nothing, there is nothing to say."""
    if today < period.start or not exports.is_any:
        return Reach("", (), is_running=False)
    gaps = tuple(gap for system in exports.systems for gap in gaps_of(system, period, today))
    return Reach(reach(counting), gaps, period.contains(today))


def gaps_of(system: System, period: Period, today: date) -> Iterator[str]:
    """Why a system tells less than all of a period; while that runs, none tells all."""
    if system.newest is None:
        yield f"{system.name} chưa có tệp kết xuất nào."
    elif not system.use.tells_of(period):
        yield f"Tệp kết xuất chỉ đủ hồ sơ của {covered(system)}, nên không tính cho kỳ này."
    elif lacks_end(ExportNote(system.name, system.newest), period, today):
        yield f"{system.name} cần tệp kết xuất sau ngày {date_text(period.end)} mới đủ kỳ."
