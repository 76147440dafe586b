"""The report that the seeded outlines make of a world, and how a figure looks in it. Pure."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from intranet.figures.fact import Fact
from intranet.figures.facts import Facts
from intranet.reports.markup import PrintedSection, printed
from intranet.reports.outlines.headings import Heading, parse
from intranet.reports.sections.compose import compose

SEEDED = Path(__file__).parents[1] / "migrations" / "data"
GENERAL, OF_YEAR = (
    parse((SEEDED / name).read_text(encoding="utf-8")) for name in ("outline_2026.txt", "outline_year_2026.txt")
)
WITHOUT_STARTERS = tuple(replace(heading, starter="") for heading in GENERAL)
CARRIED_TO = "text.supervision"

# A text people wrote for an earlier period, with every kind of mark; it is carried over.
CARRIED = """Theo {{văn bản:63/2010/NĐ-CP}} và {{văn bản:1/2000/NĐ-CP}}, [[kỳ]] (từ [[từ ngày]] đến [[đến ngày]]) nhận
{{dossiers.received}} hồ sơ ({{dossiers.received:chữ}}){{so với:last_year.dossiers.received}}{{phụ lục:II.06b}};
phí {{payments.amount:tiền}}, số hóa {{digitisation.rate:tỷ lệ}}, lấy từ sổ giấy {{trainings.courses = 12 | sổ giấy}}.
{{table:dossiers}}
{{table:procedures}}
{{chart:comparison}}
- {{overdue.late:số}} hồ sơ quá hạn{{so với:previous.overdue.late}};
> {{satisfaction.very_satisfied_rate}}% rất hài lòng, [[kỳ tới]]."""


def outline_of(facts: Facts) -> tuple[Heading, ...]:
    return OF_YEAR if facts.period.kind == "Y" else GENERAL


def without_starters(facts: Facts) -> tuple[Heading, ...]:
    return tuple(replace(heading, starter="") for heading in outline_of(facts))


def printed_report(facts: Facts, outline: tuple[Heading, ...] = ()) -> tuple[PrintedSection, ...]:
    outline = outline or outline_of(facts)
    starters = {heading.key: heading.starter for heading in outline}
    return printed(compose(facts, outline, starters | {CARRIED_TO: CARRIED}), facts)


def as_printed(fact: Fact | None, in_table: bool) -> str:
    """1.568; 99,1; 03 in a sentence and 3 in a table; a blank where it is missing."""
    if fact is None or fact.value is None:
        return "……"
    if isinstance(fact.value, Decimal):
        return f"{fact.value:,.1f}".removesuffix(".0").translate(str.maketrans(",.", ".,"))
    is_padded = not in_table and fact.unit != "đồng" and 0 <= fact.value < 10
    return f"{fact.value:02}" if is_padded else f"{fact.value:,}".replace(",", ".")
