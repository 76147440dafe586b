"""Whether the moments of a dossier can be true: none that has happened lies after the day of export, none is far off.

Due days may lie ahead. Pure.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.formats import date_text
from intranet.kernel.tables.cells import AHEAD_OF_UTC, day_of

YEARS_BACK, YEARS_AHEAD = 20, 10
DAYS_CONFIRMED = timedelta(days=3)

AFTER_EXPORT = "{what} {day} sau ngày kết xuất {exported_on}. Hãy kiểm tra lại ngày này và ngày kết xuất của tệp."
CONFIRMED = (
    "Có hồ sơ tiếp nhận sau ngày kết xuất, đúng ngày ghi trong mã hồ sơ. Hãy kiểm tra lại ngày kết xuất của tệp."
)
FAR_DUE = "Ngày hẹn trả cách ngày tiếp nhận hơn hai năm. Hãy kiểm tra lại năm."
HAPPENED = (ExportColumn.RECEIVED_AT, ExportColumn.PAUSED_AT, ExportColumn.FINISHED_AT)


class KnowsExport(Protocol):
    """Who knows the day of an export, as a person told it, or else the day on which it is read."""

    @property
    def exported_on(self) -> date | None: ...

    @property
    def today(self) -> date: ...


def bound_of(known: KnowsExport, told: date | None) -> date:
    """The day after which nothing has happened yet: the day of export where it is known, else today.

    The file itself, its titles or its name, may be wrong: what it tells of days to come is not believed.
    """
    return known.exported_on or min(told or known.today, known.today)


@dataclass(frozen=True)
class Bounds:
    """Between which days the moments of an export lie."""

    exported_on: date

    @property
    def first_year(self) -> int:
        return self.exported_on.year - YEARS_BACK

    @property
    def last_year(self) -> int:
        """Of due days, which lie furthest ahead."""
        return self.exported_on.year + YEARS_AHEAD

    @property
    def next_midnight(self) -> datetime:
        """When the day of export has ended."""
        day = self.exported_on
        return datetime(day.year, day.month, day.day, tzinfo=UTC) - AHEAD_OF_UTC + timedelta(days=1)

    @property
    def last_confirmed(self) -> datetime:
        """Up to when a receipt is believed that the day in its code confirms: then the day of export is in doubt."""
        return self.next_midnight + DAYS_CONFIRMED

    def after_export(self, column: ExportColumn, moment: datetime) -> str:
        """What is to be said of something that has happened too late."""
        return AFTER_EXPORT.format(
            what=column.label, day=date_text(day_of(moment)), exported_on=date_text(self.exported_on)
        )
