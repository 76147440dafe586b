"""How the moments of one list are read: a clock for each column, and where hours have columns of their own. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from intranet.dossiers.plausible import Bounds
from intranet.dossiers.rows import DossierRowError
from intranet.dossiers.vocabulary import HOURS
from intranet.kernel.tables.moments import Clock, HourReader


@dataclass(frozen=True)
class ListDays:
    """`hours`: where the hour of a moment stands that has its day elsewhere, and who reads it.

    `unreadable`: what is said once of a column in which no cell can be read.
    `exchanged`: by code and receipt as written, the receipts whose day and month somebody said to exchange.
    """

    bounds: Bounds
    clocks: Mapping[str, Clock]
    hours: Mapping[str, int] = field(default_factory=dict)
    hour_reader: HourReader = field(default_factory=HourReader)
    unreadable: Mapping[str, DossierRowError] = field(default_factory=dict)
    exchanged: Mapping[tuple[str, datetime], datetime] = field(default_factory=dict)

    @classmethod
    def plain(cls, bounds: Bounds) -> "ListDays":
        """Of a list nobody has looked through: days are written as everybody writes them."""
        clocks = {column.value: Clock(bounds.last_year, first_year=bounds.first_year) for column in HOURS}
        return cls(bounds, clocks)
