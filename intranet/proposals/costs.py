"""What a procedure costs those who follow it, and what changing it saves.

Circular 02/2017/TT-VPCP, article 27: the cost of one dossier is the time it takes, at an hourly rate, with fees and
other costs; a year's cost is that, times how often a year, times how many have to. Pure.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from intranet.kernel.formats import percent


@dataclass(frozen=True)
class Burden:
    """What one dossier asks for: hours of work, fees and other costs in đồng, and days of waiting; how often a year,
    by how many."""

    hours: Decimal
    fees: int
    other: int
    times: int
    subjects: int
    days: int

    def once(self, rate: int) -> Decimal:
        """The cost of one dossier in đồng; `rate` is đồng an hour."""
        return Decimal(self.hours) * rate + self.fees + self.other

    def yearly(self, rate: int) -> int:
        """The cost of a year in whole đồng, half a đồng rounded up, only at the end."""
        cost = self.once(rate) * self.times * self.subjects
        return int(cost.quantize(Decimal(1), ROUND_HALF_UP))


NOTHING = Burden(Decimal(0), 0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Savings:
    """A year before and after, in đồng, and the days one waits."""

    before: int
    after: int
    days_before: int
    days_after: int

    @property
    def saved(self) -> int:
        return self.before - self.after

    @property
    def rate(self) -> Decimal | None:
        """How much of the cost is saved, in percent to one decimal; None where there was none to save."""
        return percent(self.saved, self.before)

    @property
    def days_saved(self) -> int:
        return self.days_before - self.days_after


def savings(before: Burden, after: Burden, rate: int) -> Savings:
    return Savings(before.yearly(rate), after.yearly(rate), before.days, after.days)
