"""From which day a register, or the exports of a system, tell all of a period. Pure."""

from dataclasses import dataclass
from datetime import date

from intranet.kernel.period import Period


@dataclass(frozen=True)
class Use:
    """The day from which something is in use, whether somebody set it; None while nothing was ever kept in it."""

    since: date | None
    is_set: bool = False

    def tells_of(self, period: Period) -> bool:
        """Whether it was in use from the period's first day on."""
        return self.since is not None and self.since <= period.start


def reaches_end(exported_on: date, period: Period) -> bool:
    """Whether an export of that day tells of a whole period: it was made after its last day."""
    return exported_on > period.end


def register_used_from(earliest: date) -> date:
    """What is proposed for a register: the first day of the quarter of its earliest record."""
    quarter = quarter_around(earliest)
    return quarter.start if quarter else earliest


def exports_cover_from(earliest: date, last_early_day: date) -> date:
    """What is proposed for a system, by its earliest receipt: the first day of the quarter after that.

    An export brings older open dossiers along, so that of the quarter of the earliest not all are told; of that quarter
    itself they are where it was received by `last_early_day`, the fifth working day of the quarter.
    """
    quarter = quarter_around(earliest)
    if quarter is None or earliest <= last_early_day:
        return quarter.start if quarter else earliest
    following = quarter_around(quarter.end.replace(day=15))
    return following.start if following else earliest


def quarter_around(day: date) -> Period | None:
    """None beyond the years that periods have."""
    try:
        return Period.containing(day)
    except ValueError:
        return None
