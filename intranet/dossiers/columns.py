"""Which column of an export holds what: surely, perhaps, or not at all. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from intranet.dossiers.remembered import Remembered
from intranet.dossiers.synonyms import (
    COLUMNS,
    FINISHED_BESIDE_DUE,
    HINTS,
    KNOWN_COLUMNS,
    hour_column_of,
    is_extended_due,
)
from intranet.dossiers.vocabulary import HOURS, MOMENTS, NOT_ASKED, REQUIRED, ExportColumn

# Without these a file would say something else than it does, so they are never left out on a doubt.
DECISIVE = REQUIRED | {ExportColumn.DUE_AT, ExportColumn.FINISHED_AT}
# Where two headings say the same, the likelier word is taken; which of two days is meant is asked.
PREFERRED = frozenset(ExportColumn) - MOMENTS
# What the cells say of a column goes before what its heading says.
WORDED = {ExportColumn.STATUS: Remembered.status, ExportColumn.CHANNEL: Remembered.channel}
# How a dossier goes out, or is paid for, says not how it came in.
OF_THE_RESULT = re.compile(r"\b(?:ket qua|kq|tra|phat|giao|thanh toan|phi|le phi|thu tien|nop tien|cuoc)\b")
OF_THE_INTAKE = re.compile(r"\b(?:hinh thuc|kenh|phuong thuc|cach thuc|nguon)\b.*\b(?:nop|tiep nhan|ho so)\b")
DAY_OF_HOUR = {hour: day for day, hour in HOURS.items()}
REPEATED = re.compile(r" [2-9]$")  # the second "Mã hồ sơ" is "ma ho so 2"
Cells = Mapping[int, Sequence[str]]  # some texts of each column, by its position


@dataclass(frozen=True)
class Columns:
    """`at`: position by what a column surely holds. `unsure`: positions that may hold what is to be asked for.

    What is decisive is asked for even where no heading hints at it; the answer may be that there is no such column.
    `disputed`: what several columns seem to hold, so that any of them would be a guess.
    """

    at: Mapping[ExportColumn, int]
    unsure: Mapping[ExportColumn, tuple[int, ...]]
    disputed: frozenset[ExportColumn] = frozenset()

    @property
    def missing(self) -> tuple[ExportColumn, ...]:
        """What must be answered before a row can be read."""
        return tuple(
            column
            for column, candidates in self.unsure.items()
            if column in REQUIRED or (column in DECISIVE | self.disputed and candidates)
        )


def match(keys: Sequence[str], remembered: Remembered, cells: Cells | None = None) -> Columns:
    """What was answered for this source wins; then words everybody uses; then what the cells say; then a question."""
    absent = remembered.absent - REQUIRED
    found = candidates(keys, remembered, absent)
    for column in WORDED:
        if column not in absent and not any(keys[place] in remembered.columns for place in found[column]):
            found[column] = by_cells(column, keys, found, remembered, cells or {})
    twins = {column: places for column in DECISIVE if (places := twice(column, keys, found, remembered, cells or {}))}
    at = {
        column: places[0]
        for column, places in found.items()
        if (len(places) == 1 or (places and column in PREFERRED)) and column not in twins
    }
    if places := channels_elsewhere(keys, found, remembered, cells or {}, absent):
        twins[ExportColumn.CHANNEL] = places
        at.pop(ExportColumn.CHANNEL, None)
    for column in WORDED.keys() - absent - twins.keys():
        if places := contradicting(column, keys, found, remembered, cells or {}):
            twins[column] = places
            at.pop(column, None)
    doubtful = {place for places in twins.values() for place in places}
    used = {place for place, name in enumerate(keys) if name in remembered.columns} | set(at.values()) | doubtful
    if ExportColumn.DUE_AT in at:
        at = {**extended(keys, used), **at}
    unsure = {
        column: twins.get(column) or found.get(column) or hinted(column, keys, used)
        for column in ExportColumn
        if column not in NOT_ASKED | at.keys() | absent
    }
    return Columns(
        at, {column: places for column, places in unsure.items() if places or column in DECISIVE}, frozenset(twins)
    )


def candidates(
    keys: Sequence[str], remembered: Remembered, absent: Collection[ExportColumn]
) -> dict[ExportColumn, tuple[int, ...]]:
    """Where each column stands by an answer, or else by a word that is known, the likelier first."""
    found: dict[ExportColumn, tuple[int, ...]] = {}
    taken = {place for place, name in enumerate(keys) if name in remembered.columns}
    for place in sorted(taken):
        if column := remembered.columns[keys[place]]:
            found[column] = (*found.get(column, ()), place)
    for column, words in COLUMNS.items():
        places = positions(words, keys, taken)
        if column not in found and (column not in absent or len(places) == 1):
            found[column] = places
    if found.get(ExportColumn.DUE_AT) and not found.get(ExportColumn.FINISHED_AT, (0,)):
        found[ExportColumn.FINISHED_AT] = positions(FINISHED_BESIDE_DUE, keys, taken)
    for place, name in enumerate(keys):
        hour = hour_column_of(name) if place not in taken and name not in KNOWN_COLUMNS else None
        # Without a column of its days, "Kết thúc lúc" may well hold the days, too.
        if hour and not found.get(hour) and found.get(DAY_OF_HOUR[hour]):
            found[hour] = (place,)
    return found


def positions(words: Sequence[str], keys: Sequence[str], taken: set[int]) -> tuple[int, ...]:
    """Where these words stand as headings, the likelier word first."""
    return tuple(at for word in words for at, name in enumerate(keys) if name == word and at not in taken)


def hinted(column: ExportColumn, keys: Sequence[str], used: set[int]) -> tuple[int, ...]:
    """The columns left over whose heading holds a word of this one, and is not known for another."""
    return tuple(
        at
        for at, name in enumerate(keys)
        if at not in used
        and (column is ExportColumn.DUE_AT or not is_extended_due(name))
        and KNOWN_COLUMNS.get(REPEATED.sub("", name), column) is column
        and any(f" {hint} " in f" {name} " for hint in HINTS[column])
    )


def extended(keys: Sequence[str], used: Collection[int]) -> dict[ExportColumn, int]:
    """The column of due days that were put off, where there is one."""
    places = [at for at, name in enumerate(keys) if at not in used and is_extended_due(name)]
    return {ExportColumn.EXTENDED_AT: places[0]} if places else {}


def by_cells(
    column: ExportColumn,
    keys: Sequence[str],
    found: Mapping[ExportColumn, tuple[int, ...]],
    remembered: Remembered,
    cells: Cells,
) -> tuple[int, ...]:
    """The places of a column of words, the one whose words are known first: another names systems, or punctuality.

    Where none of them is known, a column of nothing but such words goes before, if its heading may tell of them.
    """

    def known(place: int) -> float:
        return known_share(column, remembered, cells.get(place, ()))

    places = found[column]
    if places and not any(map(known, places)):
        free = of_such_words(column, keys, found, remembered, cells)
        if column is ExportColumn.CHANNEL:
            free = [at for at in free if OF_THE_INTAKE.search(keys[at])]
        places = (*free, *places)
    return tuple(sorted(places, key=lambda place: -known(place)))


def of_such_words(
    column: ExportColumn,
    keys: Sequence[str],
    found: Mapping[ExportColumn, tuple[int, ...]],
    remembered: Remembered,
    cells: Cells,
) -> list[int]:
    """The columns left over that hold nothing but words of this one, and none of the result."""
    taken = {place for those in found.values() for place in those}
    return [
        at
        for at, name in enumerate(keys)
        if name
        and at not in taken
        and name not in remembered.columns
        and not OF_THE_RESULT.search(name)
        and known_share(column, remembered, cells.get(at, ())) == 1
    ]


def channels_elsewhere(
    keys: Sequence[str],
    found: Mapping[ExportColumn, tuple[int, ...]],
    remembered: Remembered,
    cells: Cells,
    absent: Collection[ExportColumn],
) -> tuple[int, ...]:
    """The column headed as channels, of which it holds none, and those that hold them under a heading of something."""
    column = ExportColumn.CHANNEL
    best = found[column][:1] if found.get(column) else ()
    if not best or column in absent or keys[best[0]] in remembered.columns:
        return ()
    if known_share(column, remembered, cells.get(best[0], ())):
        return ()
    elsewhere = of_such_words(column, keys, found, remembered, cells)
    return (*elsewhere, *best) if elsewhere else ()


def known_share(column: ExportColumn, remembered: Remembered, texts: Sequence[str]) -> float:
    """How many of the words that stand in a column are known; blanks say nothing."""
    words = {text for text in texts if text}
    return sum(WORDED[column](remembered, word) is not None for word in words) / len(words) if words else 0.0


def twice(
    column: ExportColumn,
    keys: Sequence[str],
    found: Mapping[ExportColumn, tuple[int, ...]],
    remembered: Remembered,
    cells: Cells,
) -> tuple[int, ...]:
    """The places of what stands under one heading twice, with other cells each time, and nothing tells which is meant.

    A column without a cell is nothing to choose.
    """
    best = found.get(column, ())[:1]
    if not best or keys[best[0]] in remembered.columns:
        return ()
    places = [at for at, name in enumerate(keys) if REPEATED.sub("", name) == keys[best[0]] and any(cells.get(at, ()))]
    if column in WORDED:
        shares = {known_share(column, remembered, cells[at]) for at in places}
        places = places if len(shares) == 1 else []
    return tuple(places) if len({tuple(cells[at]) for at in places}) > 1 else ()


def contradicting(
    column: ExportColumn,
    keys: Sequence[str],
    found: Mapping[ExportColumn, tuple[int, ...]],
    remembered: Remembered,
    cells: Cells,
) -> tuple[int, ...]:
    """The places of columns of words that mean different things in one row; a word nobody knows means nothing."""
    places = found.get(column, ())
    if len(places) < 2 or any(keys[place] in remembered.columns for place in places):
        return ()
    meaning = WORDED[column]
    rows = zip(*(cells.get(place, ()) for place in places), strict=False)
    meanings = ({meaning(remembered, text) for text in row if text} - {None} for row in rows)
    return places if any(len(told) > 1 for told in meanings) else ()
