"""What registers, exports of dossiers and the catalogue say of a period's figures, and whether their word counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from intranet.categories.families import Category, by_cause, cause_of, causes_of, fields_of
from intranet.categories.models import FigureCategory
from intranet.categories.over_quarters import Over, over
from intranet.dossiers.coverage import Exports, exports
from intranet.figures.fact import Fact, Recorded
from intranet.figures.registers import LABELS, uses
from intranet.figures.sources import catalogue, dossiers, overdue
from intranet.figures.sources.registry import SUBJECTS, Count, counts
from intranet.figures.sources.source import Subject
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.kernel.use import Use

REGISTER_PAGE, DOSSIERS_PAGE, CATALOGUE_PAGE = "reports.figure", "dossiers.figure", "procedures.figure"
Counts = Mapping[str, Count]


@dataclass(frozen=True)
class Books:
    """What is known whatever the period: the office's categories, since when its registers and exports are in use."""

    categories: Sequence[FigureCategory]
    uses: Mapping[str, Use]
    exports: Exports


def open_books() -> Books:
    categories = db.session.scalars(select(FigureCategory)).all()
    return Books(categories, uses(), exports())


def recorded_for(
    period: Period, books: Books, categories: Sequence[Category], cause_counts: Counts
) -> dict[str, Recorded]:
    """What is said of a period's figures; nothing of those of a register that was never used."""
    found = by_registers(SUBJECTS, period, books, categories, cause_counts)
    if books.uses[catalogue.KEY].since:
        found |= by_register(catalogue.KEY, catalogue.counts(period), period, books)
    if books.exports.is_any:
        found |= by_exports(dossiers.counts(period, [slug for slug, _ in fields_of(categories)]), period, books)
    return found


def recorded_anew(
    period: Period, books: Books, categories: Sequence[Category], cause_counts: Counts
) -> dict[str, Recorded]:
    """What registers say of a longer period as a whole, of the figures that its quarters cannot be summed to."""
    wanted = [subject for subject in SUBJECTS if any(over(name) in WHOLE for name in subject.measures)]
    found = by_registers(wanted, period, books, categories, cause_counts)
    return {name: recorded for name, recorded in found.items() if over(name) in WHOLE and recorded.counts}


WHOLE = (Over.ONCE, Over.ANEW)


def by_registers(
    subjects: Sequence[Subject], period: Period, books: Books, categories: Sequence[Category], cause_counts: Counts
) -> dict[str, Recorded]:
    found: dict[str, Recorded] = {}
    for subject in subjects:
        if books.uses[subject.key].since is None:
            continue
        of_causes = causes_counted(categories, cause_counts) if subject is overdue.SUBJECT else {}
        found |= by_register(subject.key, counts(subject, period) | of_causes, period, books)
    return found


def by_register(key: str, counted: Counts, period: Period, books: Books) -> dict[str, Recorded]:
    use = books.uses[key]
    is_catalogue = key == catalogue.KEY
    page, noun = (CATALOGUE_PAGE, "thủ tục trong danh mục") if is_catalogue else (REGISTER_PAGE, "mục trong sổ")
    why = why_of_register(key, use, period)
    return {
        name: Recorded(count.value, count.sources, use.tells_of(period), why, page, noun)
        for name, count in counted.items()
    }


def why_of_register(key: str, use: Use, period: Period) -> str:
    """Why a register's word counts for a period, or why it does not; to stand after "vì"."""
    if use.since is None:
        return f"{LABELS[key]} chưa có mục nào"
    only = "" if use.tells_of(period) else "chỉ "
    return f"{LABELS[key]} {only}dùng từ ngày {date_text(use.since)}"


def by_exports(counted: Counts, period: Period, books: Books) -> dict[str, Recorded]:
    are_complete, why, as_of = books.exports.are_complete(period), books.exports.why(period), books.exports.as_of
    return {
        name: Recorded(count.value, count.sources, are_complete, why, DOSSIERS_PAGE, "hồ sơ", as_of)
        for name, count in counted.items()
    }


def causes_counted(categories: Sequence[Category], cause_counts: Counts) -> dict[str, Count]:
    """The figure of every cause of the period, 0 where no case names it."""
    names = [by_cause(cause.code) for cause in causes_of(categories)]
    return {name: cause_counts.get(name, Count(0, 0)) for name in names}


def with_reasons(facts: Mapping[str, Fact], books: Books) -> dict[str, Fact]:
    """The same, those of registers nobody ever used saying so."""
    unused = [subject for subject in SUBJECTS if books.uses[subject.key].since is None]
    names = {name: subject.key for subject in unused for name in facts if gives(subject, name)}
    reasons = {name: f"{LABELS[key]} chưa có mục nào" for name, key in names.items()}
    return {name: replace(fact, why=reasons[name]) if name in reasons else fact for name, fact in facts.items()}


def gives(subject: Subject, name: str) -> bool:
    return name in subject.measures or (subject is overdue.SUBJECT and bool(cause_of(name)))
