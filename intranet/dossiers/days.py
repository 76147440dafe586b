"""How the days of a list are to be read: as its cells tell by themselves, as somebody answered, or asked. Pure.

A survey of each column of moments comes first, and no format is tried on a cell. Only a column that can be read in more
than one way is then held against what else the list says (day_evidence.py).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import Any, NamedTuple

from intranet.dossiers.day_columns import ListDays
from intranet.dossiers.day_evidence import Evidence, credible
from intranet.dossiers.day_questions import OpenColumn, asked_about
from intranet.dossiers.exchanged_receipts import look_for_exchanged
from intranet.dossiers.gathering import Known
from intranet.dossiers.lists import DossierList
from intranet.dossiers.plausible import Bounds
from intranet.dossiers.questions import Question
from intranet.dossiers.rows import OF_THE_COLUMN, DossierRowError
from intranet.dossiers.vocabulary import HOURS, ExportColumn
from intranet.kernel.formats import number
from intranet.kernel.tables.cells import CellFault, text_of
from intranet.kernel.tables.moment_columns import MomentColumn, alone_of_their_length, shapes_of
from intranet.kernel.tables.moments import HOW_TO_WRITE, Clock

UNREADABLE = "Cột này có {count} ô và không ô nào đọc được là ngày (như “{example}”), nên các dòng đó chưa nhập. {how}"
# As the code of a dossier has it, but no number of a column, "(2)", and hardly what else stands between dossiers.
LIKE_A_CODE = re.compile(r"^(?!\([0-9]{1,2}\)$).*[0-9]")
# Headings of hours that do not say of which day: of the one to their left.
OF_ITS_NEIGHBOUR = ("gio", "gio phut", "gio tra", "gio tra ket qua")


class PickedCells(NamedTuple):
    """Of rows of a list their cells in the columns of the code and of moments."""

    codes: Sequence[Any]
    columns: Mapping[ExportColumn, Sequence[Any]]

    def where(self, is_wanted: Sequence[bool]) -> "PickedCells":
        columns = {column: list(compress(cells, is_wanted)) for column, cells in self.columns.items()}
        return PickedCells(list(compress(self.codes, is_wanted)), columns)


def look_through(
    one: DossierList, at: Mapping[ExportColumn, int], known: Known, bounds: Bounds
) -> tuple[ListDays, list[Question]]:
    """How the moments of a list are read, and what has to be asked before they can be."""
    places = {column: at[column] for column in HOURS if column in at}
    everything = picked(one, at[ExportColumn.CODE], places)
    is_dossier = [LIKE_A_CODE.search(text_of(code)) is not None for code in everything.codes]
    dossiers, others = everything, everything.where([])
    if not all(is_dossier):
        dossiers, others = everything.where(is_dossier), everything.where([not is_one for is_one in is_dossier])
    keys = one.header.keys
    columns = [
        OpenColumn(column, keys[place], one.header.texts[place], MomentColumn(dossiers.columns[column]), bounds)
        for column, place in places.items()
    ]
    weigh(columns, dossiers.codes, bounds)
    questions = asked_about(columns, dossiers.codes, known)
    received = next(it for it in columns if it.column is ExportColumn.RECEIVED_AT)
    is_open = received.name in {question.key for question in questions}
    exchanged, question = look_for_exchanged(received, dossiers.codes, known, is_open)
    if question:
        questions.append(question)
    days = ListDays(
        bounds,
        {it.column.value: clock_of(it, others.columns[it.column]) for it in columns},
        hours_of(keys, at),
        unreadable={it.column.value: fault for it in columns if (fault := unreadable(it, one.sheet)) is not None},
        exchanged=exchanged,
    )
    return days, questions


def picked(one: DossierList, code: int, places: Mapping[ExportColumn, int]) -> PickedCells:
    """Rows of a text file may lack their last cells."""
    wanted = (code, *places.values())
    pick, last = itemgetter(*wanted), max(wanted)
    rows = [pick(cells) if last < len(cells) else padded(cells, wanted) for _, cells in one.rows()]
    if not rows:
        return PickedCells([], {column: [] for column in places})
    codes, *columns = zip(*rows, strict=True)
    return PickedCells(codes, dict(zip(places, columns, strict=True)))


def padded(cells: Sequence[Any], wanted: Sequence[int]) -> tuple[Any, ...]:
    return tuple(cells[at] if at < len(cells) else "" for at in wanted)


def weigh(columns: Sequence[OpenColumn], codes: Sequence[Any], bounds: Bounds) -> None:
    """Hold what can be read in two ways against what is sure; a list where nothing can, costs nothing."""
    if not any(it.open for it in columns):
        return
    received = next(it for it in columns if it.column is ExportColumn.RECEIVED_AT)
    readings = [received.as_written, *(received.other(part) for part in received.open)]
    evidence = Evidence(
        bounds, {it.column: it.sure for it in columns}, credible(list(map(text_of, codes)), bounds, readings)
    )
    for it in columns:
        it.weigh(evidence)


def clock_of(it: OpenColumn, others: Sequence[Any]) -> Clock:
    """The clock of a column, which knows what else stands in it, as totals do."""
    clock = Clock(it.bounds.last_year, it.style, it.bounds.first_year)
    elsewhere = shapes_of([cell for cell in others if type(cell) is str])
    clock.expect(alone_of_their_length(it.cells.by_shape.keys() | set(elsewhere)))
    return clock


def unreadable(it: OpenColumn, sheet: str) -> DossierRowError | None:
    """What is said once of a column in which nothing can be read; of a single cell its row says it."""
    found = it.cells.unreadable(it.style)
    if len(found) < 2 or not it.cells.is_all_unreadable(it.style):
        return None
    first = found[0]
    is_fault = isinstance(first, CellFault)
    example, how = (first.shown or "công thức", first.message) if is_fault else (text_of(first), HOW_TO_WRITE)
    message = UNREADABLE.format(count=number(len(found)), example=example, how=how)
    return DossierRowError(OF_THE_COLUMN, it.heading, example, message, sheet)


def hours_of(keys: Sequence[str], at: Mapping[ExportColumn, int]) -> Mapping[str, int]:
    """Where the hour of each moment stands, of those that have it in a column of its own."""
    found = {day.value: at[hour] for day, hour in HOURS.items() if day in at and hour in at}
    return found | dict(neighbours(keys, at))


def neighbours(keys: Sequence[str], at: Mapping[ExportColumn, int]) -> Iterator[tuple[str, int]]:
    for day in HOURS:
        beside = at.get(day, -2) + 1
        if 0 < beside < len(keys) and keys[beside].rstrip(" 0123456789") in OF_ITS_NEIGHBOUR:
            yield day.value, beside
