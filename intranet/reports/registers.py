"""What records say of the figures that people would else type, for the page where these are typed."""

from collections.abc import Callable, Mapping, Sequence

from intranet.figures.catalogue import CATALOGUE
from intranet.figures.given import Given
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.reports.categories import categories_of, causes_of, fields_of
from intranet.reports.sources import catalogue, dossiers
from intranet.reports.sources.registry import recorded, tallies
from intranet.reports.sources.source import Tally

REGISTER_PAGE, DOSSIERS_PAGE, CATALOGUE_PAGE = "reports.figure", "dossiers.figure", "procedures.figure"
USED, UNUSED = "sổ theo dõi đã có mục tính đến hết kỳ", "sổ theo dõi chưa có mục nào tính đến hết kỳ này"
IN_CATALOGUE = "danh mục TTHC có thủ tục còn hiệu lực vào ngày cuối kỳ"


def given(period: Period) -> dict[str, Given]:
    """By name; what nobody ever types is not among them."""
    categories = categories_of(period)
    of_registers = tallies(period, recorded(cause.code for cause in causes_of(categories)))
    found = of(of_registers, REGISTER_PAGE, "mục trong sổ", lambda tally: USED if tally.is_in_use else UNUSED)
    known = dossiers.exports()
    counted = dossiers.tallies(period, [slug for slug, _ in fields_of(categories)], known)
    found |= of(counted, DOSSIERS_PAGE, "hồ sơ", lambda _: why_of_dossiers(known, period))
    found |= of(catalogue.tallies(period), CATALOGUE_PAGE, "thủ tục trong danh mục", lambda _: IN_CATALOGUE)
    return {name: it for name, it in found.items() if name not in CATALOGUE or CATALOGUE[name].typed}


def of(found: Mapping[str, Tally], page: str, noun: str, why: Callable[[Tally], str]) -> dict[str, Given]:
    return {
        name: Given(it.value, it.sources, it.is_in_use, page, it.fills, noun, why(it)) for name, it in found.items()
    }


def why_of_dossiers(known: dossiers.Exports, period: Period) -> str:
    """Why their figures count, or what is lacking before they can."""
    lacking = known.lacking(period)
    after = f"sau ngày {date_text(period.end)}"
    if not lacking:
        return f"các hệ thống đã có tệp kết xuất {after}"
    return f"còn thiếu tệp kết xuất {after} của {', '.join(lacking)}"


def told_subjects(periods: Sequence[Period]) -> dict[str, frozenset[str]]:
    """By period, the subjects that records tell all of."""
    known, first = dossiers.exports(), catalogue.first_day()
    return {
        period.code: frozenset(
            name
            for name, is_told in (
                (dossiers.SUBJECT, known.are_complete(period)),
                (catalogue.SUBJECT, first is not None and first <= period.end),
            )
            if is_told
        )
        for period in periods
    }
