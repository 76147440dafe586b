"""What the registers say of the figures that people would else type, for the page where these are typed."""

from intranet.figures.catalogue import CATALOGUE
from intranet.figures.given import Given
from intranet.kernel.period import Period
from intranet.reports.categories import cause_codes
from intranet.reports.sources.registry import recorded, tallies

RECORDS_PAGE = "reports.figure"


def given(period: Period) -> dict[str, Given]:
    """By name; what nobody ever types is not among them."""
    found = tallies(period, recorded(cause_codes(period)))
    return {
        name: Given(tally.value, tally.sources, tally.is_in_use, RECORDS_PAGE)
        for name, tally in found.items()
        if name not in CATALOGUE or CATALOGUE[name].typed
    }
