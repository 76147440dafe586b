"""An annex form: its columns with their printed numbers, its rows of figures by name, and what it is on paper. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from intranet.figures.facts import Facts
from intranet.kernel.formats import UNKNOWN, date_text, number

UNTOLD = "-"  # what no figure of ours can tell


@dataclass(frozen=True)
class AnnexCell:
    """Words, or the sum of the figures named in `plus` less those in `minus`; missing where one of them is."""

    text: str = ""
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()

    def value(self, facts: Facts) -> int | None:
        values = [facts.value(name) for name in (*self.plus, *self.minus)]
        if not values or None in values:
            return None
        whole = [int(value or 0) for value in values]
        return sum(whole[: len(self.plus)]) - sum(whole[len(self.plus) :])


def figure(*names: str) -> AnnexCell:
    return AnnexCell(plus=names)


@dataclass(frozen=True)
class AnnexColumn:
    """A column: its printed number, what it holds, the heading it shares with its neighbours."""

    number: str
    label: str
    group: str = ""
    width: int = 8  # in percent of the page


@dataclass(frozen=True)
class AnnexRow:
    cells: tuple[AnnexCell, ...]
    is_total: bool = False


@dataclass(frozen=True)
class AnnexPart:
    heading: str
    columns: tuple[AnnexColumn, ...]
    rows: tuple[AnnexRow, ...]


@dataclass(frozen=True)
class AnnexContent:
    """What a form says of a period: its tables, and the notes under them."""

    parts: tuple[AnnexPart, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form as the law has it from a day on; `is_needed` says of which reports it is a part by itself.

    `is_checked`: whether somebody held it against the original text.
    """

    code: str
    title: str
    unit: str
    basis: str
    content: Callable[[Facts], AnnexContent]
    is_needed: Callable[[Facts], bool]
    is_landscape: bool = False
    is_checked: bool = False

    @property
    def name(self) -> str:
        return f"Biểu số {self.code}"


@dataclass(frozen=True)
class PrintedCell:
    """`names` are the figures behind it, to lead from it to what they count."""

    text: str
    names: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        return bool(self.names) or self.text[:1].isdigit()


@dataclass(frozen=True)
class PrintedRow:
    cells: tuple[PrintedCell, ...]
    is_total: bool


@dataclass(frozen=True)
class AnnexHead:
    """A heading over `span` columns: a group's, or where `is_single` that of one column without a group."""

    label: str
    span: int
    is_single: bool


@dataclass(frozen=True)
class PrintedPart:
    heading: str
    columns: tuple[AnnexColumn, ...]
    rows: tuple[PrintedRow, ...]

    @property
    def heads(self) -> tuple[AnnexHead, ...]:
        """The upper line of the table's head; the lower one names the columns of groups."""
        return tuple(_heads(self.columns))

    @property
    def is_grouped(self) -> bool:
        return any(column.group for column in self.columns)


@dataclass(frozen=True)
class PrintedAnnex:
    """A form with its figures in it, as every format of the report prints it."""

    code: str
    name: str
    title: str
    period: str
    reporter: str
    receiver: str
    unit: str
    parts: tuple[PrintedPart, ...]
    notes: tuple[str, ...]
    is_landscape: bool


def printed(form: Form, facts: Facts) -> PrintedAnnex:
    content, period = form.content(facts), facts.period
    return PrintedAnnex(
        code=form.code,
        name=form.name,
        title=form.title,
        period=f"{period.label} (từ ngày {date_text(period.start)} đến ngày {date_text(period.end)})",
        reporter=facts.office.in_full,
        receiver=facts.office.addressee,
        unit=form.unit,
        parts=tuple(_part(part, facts) for part in content.parts),
        notes=content.notes,
        is_landscape=form.is_landscape,
    )


def _part(part: AnnexPart, facts: Facts) -> PrintedPart:
    rows = (PrintedRow(tuple(_cell(cell, facts) for cell in row.cells), row.is_total) for row in part.rows)
    return PrintedPart(part.heading, part.columns, tuple(rows))


def _cell(cell: AnnexCell, facts: Facts) -> PrintedCell:
    if not cell.plus:
        return PrintedCell(cell.text)
    value = cell.value(facts)
    return PrintedCell(UNKNOWN if value is None else number(value), (*cell.plus, *cell.minus))


def _heads(columns: tuple[AnnexColumn, ...]) -> Iterator[AnnexHead]:
    for group, found in groupby(columns, key=lambda column: column.group):
        members = list(found)
        if group:
            yield AnnexHead(group, len(members), is_single=False)
        else:
            yield from (AnnexHead(column.label, 1, is_single=True) for column in members)
