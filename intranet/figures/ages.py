"""How old the exports are that a period's figures of dossiers come from. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from intranet.figures.notes import ExportNote
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.kernel.use import reaches_end

OLD = timedelta(days=7)  # while a period runs, offices import once a week or so


def lacks_end(export: ExportNote, period: Period, today: date) -> bool:
    """Whether a period is over and the export does not tell of all of it."""
    return today > period.end and not reaches_end(export.newest, period)


def is_old(export: ExportNote, period: Period, today: date) -> bool:
    """Whether a period is running and the export is of long ago."""
    return period.contains(today) and today - export.newest > OLD


def reach(exports: Iterable[ExportNote]) -> str:
    """Số liệu hồ sơ đến ngày 18/3/2026 theo tệp kết xuất của A, B; đến ngày 16/3/2026 theo tệp kết xuất của C"""
    newest_first = sorted(exports, key=lambda export: (-export.newest.toordinal(), export.source))
    by_day = groupby(newest_first, key=lambda export: export.newest)
    parts = [
        f"đến ngày {date_text(day)} theo tệp kết xuất của {', '.join(export.source for export in of_day)}"
        for day, of_day in by_day
    ]
    return f"Số liệu hồ sơ {'; '.join(parts)}" if parts else ""
