"""What the cells of a column of moments have in common: a survey of their kinds and of the shapes of their texts. Pure.

All texts are laid into one before their digits are looked for, as that is many times faster than text by text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from intranet.kernel.tables.cells import CellFault, text_of
from intranet.kernel.tables.moments import NO_DAYS, ColumnStyle, is_none, is_serial_number, says_none
from intranet.kernel.tables.spellings import DIGITS, DayOrder, Spelling, is_serial, spelling_of

BETWEEN = "\x1f"  # in no text that a person writes
NINES = bytes(ord("9") if chr(code) in "0123456789" else code for code in range(256))
MONTHS, DAYS = range(1, 13), range(1, 32)


def shapes_of(texts: Sequence[str]) -> list[str]:
    """The shape of each text, in their order."""
    laid = BETWEEN.join(texts).encode("utf-8", "surrogatepass").translate(NINES)
    parts = laid.split(BETWEEN.encode())
    if len(parts) != len(texts):
        return [text.translate(DIGITS) for text in texts]
    known = {part: part.decode("utf-8", "surrogatepass") for part in set(parts)}
    return [known[part] for part in parts]


@dataclass(frozen=True)
class OrderedDays:
    """The numbers of days that only an order tells apart, over all texts; the third of short years alone."""

    first: frozenset[int]
    second: frozenset[int]
    third: frozenset[int]
    is_short: bool

    def fits(self, order: DayOrder) -> bool:
        """Whether each can be a day in that order."""
        if order is DayOrder.MONTH_FIRST:
            return fits(self.first, MONTHS) and fits(self.second, DAYS)
        if order is DayOrder.YEAR_FIRST:
            return self.is_short and fits(self.second, MONTHS) and fits(self.third, DAYS)
        return fits(self.first, DAYS) and fits(self.second, MONTHS)


def fits(found: Iterable[int], possible: range) -> bool:
    return all(number in possible for number in found if number)


class MomentColumn:
    """The cells of one column, those of rows alone that may be a dossier's."""

    def __init__(self, cells: Sequence[Any]) -> None:
        self.cells = cells
        is_mixed = set(map(type, cells)) != {str}
        rest = [cell for cell in cells if type(cell) is not str] if is_mixed else []
        self.dates = [cell for cell in rest if isinstance(cell, date) and not is_no_day(cell)]
        self.numbers = [cell for cell in rest if is_serial_number(cell)]
        rest = [cell for cell in rest if not isinstance(cell, date | int | float) and not is_none(cell)]
        self.others = [cell for cell in rest if not isinstance(cell, CellFault)]
        self.faults = [cell for cell in rest if isinstance(cell, CellFault)]
        self.texts = [cell for cell in cells if type(cell) is str and cell] if is_mixed else list(filter(None, cells))

    @cached_property
    def by_shape(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for shape, text in zip(shapes_of(self.texts), self.texts, strict=True):
            found.setdefault(shape, []).append(text)
        return found

    @cached_property
    def shapes(self) -> Mapping[str, Sequence[str]]:
        """The texts by their shape, without signs nobody sees and without those that stand for no moment."""
        clean: dict[str, list[str]] = {}
        for shape, texts in self.by_shape.items():
            name = text_of(shape)
            if name != shape:
                texts = [text_of(text) for text in texts]
            if spelling_of(name) is None:
                texts = [text for text in texts if not says_none(text)]
            if texts:
                clean.setdefault(name, []).extend(texts)
        return clean

    @cached_property
    def is_serial(self) -> bool:
        """Whether all are days as spreadsheets count them."""
        is_any = bool(self.numbers or self.shapes)
        return is_any and not self.dates and not self.others and all(map(is_serial, self.shapes))

    @cached_property
    def is_compact(self) -> bool:
        """Whether all are texts of the same eight or fourteen digits."""
        if self.dates or self.numbers or self.others or len(self.shapes) != 1:
            return False
        spelling = spelling_of(next(iter(self.shapes)))
        return spelling is not None and spelling.is_compact

    @cached_property
    def ordered(self) -> OrderedDays | None:
        """The days among the texts that only an order tells apart; None where there are none."""
        found = [days_of(spelling, texts) for spelling, texts in self.spelled() if spelling.is_ordered]
        if not found:
            return None
        return OrderedDays(
            frozenset().union(*(days.first for days in found)),
            frozenset().union(*(days.second for days in found)),
            frozenset().union(*(days.third for days in found)),
            is_short=any(days.is_short for days in found),
        )

    def spelled(self) -> Iterable[tuple[Spelling, Sequence[str]]]:
        for shape, texts in self.shapes.items():
            if spelling := spelling_of(shape):
                yield spelling, texts

    def unreadable(self, style: ColumnStyle) -> list[Any]:
        """What no cell of the column can be read from in its style."""
        texts = [text for shape, found in self.shapes.items() if not is_read(shape, style) for text in found]
        return [*texts, *([] if style.serials else self.numbers), *self.others, *self.faults]

    def is_all_unreadable(self, style: ColumnStyle) -> bool:
        if self.dates or (style.serials and self.numbers):
            return False
        return not any(is_read(shape, style) for shape in self.shapes)


def is_read(shape: str, style: ColumnStyle) -> bool:
    if style.serials and is_serial(shape):
        return True
    spelling = spelling_of(shape)
    if spelling is None:
        return False
    return (style.is_compact or not spelling.is_compact) and (style.has_short_years or not spelling.is_short)


def days_of(spelling: Spelling, texts: Sequence[str]) -> OrderedDays:
    parts = ("first", "second_part", *(("third",) if spelling.is_short else ()))
    start, stop = spelling.at[parts[0]].start, spelling.at[parts[-1]].stop
    days = {text[start:stop] for text in texts}  # far fewer than texts

    def numbers(part: str) -> frozenset[int]:
        at = spelling.at[part]
        return frozenset(int(day[at.start - start : at.stop - start]) for day in days)

    third = numbers("third") if spelling.is_short else frozenset()
    return OrderedDays(numbers("first"), numbers("second_part"), third, spelling.is_short)


def is_no_day(cell: date) -> bool:
    return (cell.year, cell.month, cell.day) in NO_DAYS


def alone_of_their_length(shapes: Iterable[str]) -> dict[int, str]:
    """Of different shapes those of whose length there is no other, by that length."""
    found: dict[int, list[str]] = {}
    for shape in shapes:
        found.setdefault(len(shape), []).append(shape)
    return {length: shapes[0] for length, shapes in found.items() if len(shapes) == 1}
