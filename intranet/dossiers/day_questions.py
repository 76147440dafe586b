"""What is asked about the order of days in a column, and how an answer makes it be read. Pure.

Texts can have the month first; real dates can have been exchanged by a spreadsheet that took the days for months, which
leaves as texts those that are no month. Both show where a reading contradicts what else the list says.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from functools import cached_property
from typing import Any

from intranet.dossiers.day_evidence import Evidence, Moments, Votes
from intranet.dossiers.gathering import Known
from intranet.dossiers.plausible import Bounds
from intranet.dossiers.questions import UNKNOWN, AnswerOption, Question, QuestionKind
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.formats import date_text, number
from intranet.kernel.search import fold
from intranet.kernel.tables.cells import day_of, text_of
from intranet.kernel.tables.moment_columns import MomentColumn
from intranet.kernel.tables.moments import Clock, ColumnStyle
from intranet.kernel.tables.spellings import DayOrder

MONTHS = 12

TWO_WAYS = (
    "Cột “{heading}” có {count} ô đọc được hai cách, như “{example}” của hồ sơ {code}: {first} hay {second}?{why}"
)
CONTRADICTED = " Đọc như đang ghi thì trái với ngày trong mã hồ sơ, với ngày kết xuất hoặc với các mốc khác của hồ sơ."
TOLD = " Tiêu đề cột ghi tháng đứng trước ngày."
HALF = " Cột này lẫn ô ngày và ô chữ, như khi Excel đổi chỗ ngày và tháng ở các ô ngày."
MONTH_FIRST = re.compile(r"\b(?:m{1,2}|thang) ?[-/.] ?(?:d{1,2}|ngay)\b")  # of a heading, folded
SHORT = "Cột “{heading}” ghi năm bằng hai chữ số, như “{example}”. Cột này ghi ngày thế nào?"
SHORT_ORDERS = {
    DayOrder.DAY_FIRST: "ngày/tháng/năm",
    DayOrder.MONTH_FIRST: "tháng/ngày/năm",
    DayOrder.YEAR_FIRST: "năm/tháng/ngày",
}


class Part(Enum):
    """What of a column can be read in two ways."""

    TEXTS = "texts"
    DATES = "dates"


Parts = frozenset[Part]
AS_WRITTEN: Parts = frozenset()
ANSWERS: Mapping[str, Parts] = {
    UNKNOWN: AS_WRITTEN,
    "month_first": frozenset({Part.TEXTS}),
    "dates_swapped": frozenset({Part.DATES}),
    "month_first_dates_swapped": frozenset({Part.TEXTS, Part.DATES}),
}
LABELS = {
    UNKNOWN: "Đúng như đang ghi: {day}",
    "month_first": "Tháng đứng trước ngày: {day}",
    "dates_swapped": "Excel đã đổi chỗ ngày và tháng ở các ô ngày, hãy đổi lại: {day}",
    "month_first_dates_swapped": "Tháng đứng trước ngày ở các ô chữ, và đổi lại ngày và tháng ở các ô ngày: {day}",
}
MONTH_FIRST_SENTENCE = "Cột “{heading}” ghi tháng trước, ngày sau"
SHORT_SENTENCE = "Cột “{heading}” ghi {order}, năm hai chữ số"


class OpenColumn:
    """A column of moments whose style is not known yet. `key` names its heading."""

    def __init__(self, column: ExportColumn, key: str, heading: str, cells: MomentColumn, bounds: Bounds) -> None:
        self.column, self.heading, self.cells, self.bounds = column, heading, cells, bounds
        self.name = f"order:{key}"
        self.style = self.base = ColumnStyle(serials=cells.is_serial, is_compact=cells.is_compact)
        self.votes: dict[Part, Votes] = {}

    @cached_property
    def is_short(self) -> bool:
        return self.cells.ordered is not None and self.cells.ordered.is_short

    @cached_property
    def open(self) -> Parts:
        """What can be read in two ways, and makes a difference."""
        return frozenset(part for part in Part if self.may_be_other(part) and self.as_written != self.other(part))

    def may_be_other(self, part: Part) -> bool:
        if part is Part.DATES:
            return bool(self.cells.dates) and all(cell.day <= MONTHS for cell in self.cells.dates)
        ordered = self.cells.ordered
        return ordered is not None and not ordered.is_short and ordered.fits(DayOrder.MONTH_FIRST)

    @cached_property
    def as_written(self) -> Moments:
        return self.read(self.base)

    def other(self, part: Part) -> Moments:
        return self.read(self.styled(frozenset({part})))

    def read(self, style: ColumnStyle) -> Moments:
        clock = Clock(self.bounds.last_year, style, self.bounds.first_year)
        return [quietly(clock, cell) for cell in self.cells.cells]

    def styled(self, parts: Parts) -> ColumnStyle:
        order = DayOrder.MONTH_FIRST if Part.TEXTS in parts else self.base.order
        return replace(self.base, order=order, swaps_dates=Part.DATES in parts)

    @cached_property
    def sure(self) -> Moments:
        """Its moments that can be read in one way only."""
        others = [self.other(part) for part in self.open]
        return [
            None if any(other[at] != moment for other in others) else moment
            for at, moment in enumerate(self.as_written)
        ]

    @property
    def is_half(self) -> bool:
        """Whether dates that may be exchanged stand beside texts that no spreadsheet could exchange."""
        ordered = self.cells.ordered
        return Part.DATES in self.open and ordered is not None and all(day > MONTHS for day in ordered.first if day)

    @property
    def is_impossible(self) -> bool:
        """Whether its texts can only have the month first."""
        ordered = self.cells.ordered
        return Part.TEXTS in self.open and ordered is not None and not ordered.fits(DayOrder.DAY_FIRST)

    @cached_property
    def is_told(self) -> bool:
        """Whether its heading says that the month stands first in texts that can be read so."""
        return Part.TEXTS in self.open and MONTH_FIRST.search(fold(self.heading)) is not None

    @property
    def unsettled(self) -> Parts:
        told = {Part.TEXTS} if self.is_told else AS_WRITTEN
        return frozenset(part for part in self.open if part in told or not self.votes[part].is_settled)

    @property
    def asked(self) -> Parts:
        """What must be asked by what this column and the evidence say."""
        for_sure = {Part.DATES: self.is_half, Part.TEXTS: self.is_impossible or self.is_told}
        return frozenset(part for part in self.unsettled if for_sure[part] or self.votes[part].is_doubted)

    def weigh(self, evidence: Evidence) -> None:
        self.votes = {part: evidence.votes(self.column, self.as_written, self.other(part)) for part in self.open}


def quietly(clock: Clock, cell: Any) -> Any:
    try:
        return clock.moment(cell)
    except ValueError:
        return None


def asked_about(columns: Sequence[OpenColumn], codes: Sequence[Any], known: Known) -> list[Question]:
    """Give each column its style as its cells tell it or somebody answered; ask about those that stay open."""
    questions = [question for it in columns if it.is_short and (question := short_years(it, known))]
    others = [it for it in columns if not it.is_short]
    asked = {it: parts for it in others if (parts := to_ask(it, known)) is not None}
    spread = frozenset[Part]().union(*asked.values(), *(chosen(it) for it in others))
    for it in others:
        if it in asked or it.name in known.answers or chosen(it):
            continue
        if parts := it.unsettled & spread:
            asked[it] = parts
    return [*questions, *(order_question(it, parts, codes, is_lasting(it, known)) for it, parts in asked.items())]


def chosen(it: OpenColumn) -> Parts:
    """What somebody said is not as it is written."""
    texts = {Part.TEXTS} if it.style.order is DayOrder.MONTH_FIRST else set()
    return frozenset(texts | ({Part.DATES} if it.style.swaps_dates else set()))


def to_ask(it: OpenColumn, known: Known) -> Parts | None:
    """What must be asked of a column by itself; None where nothing. An answer that fits gives it its style."""
    remembered = known.remembered.choices.get(it.name)
    if it.name in known.answers:
        answerable = it.unsettled | ({Part.TEXTS} if remembered else AS_WRITTEN)
        it.style = it.styled(ANSWERS.get(known.answers[it.name], AS_WRITTEN) & answerable)
        return None
    parts = ANSWERS.get(remembered.value, AS_WRITTEN) if remembered else AS_WRITTEN
    if not parts or not it.cells.ordered:
        return it.asked or None
    if Part.TEXTS in it.unsettled and Part.DATES not in it.asked:
        it.style = it.styled(parts & it.open)
        return None
    has_changed = it.votes.get(Part.TEXTS, Votes()).is_settled or not it.may_be_other(Part.TEXTS)
    return (it.asked | {Part.TEXTS}) if has_changed else (it.asked or None)


def is_lasting(it: OpenColumn, known: Known) -> bool:
    """Whether an answer holds for later files: what a spreadsheet did to one file it need not do to the next."""
    return it.open == {Part.TEXTS} and it.name not in known.remembered.choices


def order_question(it: OpenColumn, asked: Parts, codes: Sequence[Any], is_remembered: bool) -> Question:
    offered = it.unsettled | asked
    values = [value for value, parts in ANSWERS.items() if parts <= offered]
    readings = {value: it.read(it.styled(ANSWERS[value])) for value in values}
    at = first_difference(readings.values())
    days = {value: day_text(moments, at) for value, moments in readings.items()}
    differing = sum(len(set(moments)) > 1 for moments in zip(*readings.values(), strict=True))
    contradicted = any(votes.is_doubted for votes in it.votes.values())
    text = TWO_WAYS.format(
        heading=it.heading,
        count=number(differing),
        example=text_of(it.cells.cells[at]),
        code=text_of(codes[at]),
        first=days[UNKNOWN],
        second=next(day for day in [*list(days.values())[1:], ""] if day != days[UNKNOWN] or not day),
        why=TOLD if it.is_told else CONTRADICTED if contradicted else HALF if it.is_half else "",
    )
    options = tuple(AnswerOption(value, LABELS[value].format(day=days[value]), sentence(it, value)) for value in values)
    return Question(QuestionKind.CHOICE, it.name, text, options, is_remembered=is_remembered)


def sentence(it: OpenColumn, value: str) -> str:
    return MONTH_FIRST_SENTENCE.format(heading=it.heading) if value == "month_first" else ""


def first_difference(readings: Iterable[Moments]) -> int:
    rows = zip(*readings, strict=True)
    return next((at for at, moments in enumerate(rows) if len(set(moments)) > 1), 0)


def day_text(moments: Moments, at: int) -> str:
    moment = moments[at]
    return f"ngày {date_text(day_of(moment))}" if moment else "không có ngày này"


def short_years(it: OpenColumn, known: Known) -> Question | None:
    """Ask in which order years of two digits stand, unless an answer tells it that fits all cells."""
    ordered = it.cells.ordered
    assert ordered is not None
    possible = [order for order in DayOrder if ordered.fits(order)]
    answer = known.answers.get(it.name)
    remembered = known.remembered.choices.get(it.name)
    order = next((order for order in DayOrder if order.value == answer), None) or next(
        (order for order in possible if remembered and order.value == remembered.value), None
    )
    if order:
        it.style = replace(it.base, order=order, has_short_years=True)
        return None
    if not possible or answer:
        return None
    return short_question(it, possible, is_remembered=remembered is None)


def short_question(it: OpenColumn, possible: Sequence[DayOrder], is_remembered: bool) -> Question:
    readings = {order: it.read(replace(it.base, order=order, has_short_years=True)) for order in possible}
    at = first_difference(readings.values()) if len(possible) > 1 else 0
    options = tuple(
        AnswerOption(
            order.value,
            f"{SHORT_ORDERS[order].capitalize()}: {day_text(readings[order], at)}",
            SHORT_SENTENCE.format(heading=it.heading, order=SHORT_ORDERS[order]),
        )
        for order in possible
    )
    text = SHORT.format(heading=it.heading, example=text_of(it.cells.cells[at]))
    return Question(QuestionKind.CHOICE, it.name, text, options, is_remembered=is_remembered)
