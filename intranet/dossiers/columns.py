"""Which column of an export holds what: surely, perhaps, or not at all. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from intranet.dossiers.remembered import Remembered
from intranet.dossiers.synonyms import COLUMNS, FINISHED_BESIDE_DUE, HINTS
from intranet.dossiers.vocabulary import MOMENTS, NOT_ASKED, REQUIRED, ExportColumn

# Without these a file would say something else than it does, so they are never left out on a doubt.
DECISIVE = REQUIRED | {ExportColumn.DUE_AT, ExportColumn.FINISHED_AT}
# Where two headings say the same, the likelier word is taken; which of two days is meant is asked.
PREFERRED = frozenset(ExportColumn) - MOMENTS


@dataclass(frozen=True)
class Columns:
    """`at`: position by what a column surely holds. `unsure`: positions that may hold what is to be asked for.

    What is decisive is asked for even where no heading hints at it; the answer may be that there is no such column.
    """

    at: Mapping[ExportColumn, int]
    unsure: Mapping[ExportColumn, tuple[int, ...]]

    @property
    def missing(self) -> tuple[ExportColumn, ...]:
        """What must be answered before a row can be read."""
        return tuple(
            column
            for column, candidates in self.unsure.items()
            if column in REQUIRED or (column in DECISIVE and candidates)
        )


def match(keys: Sequence[str], remembered: Remembered) -> Columns:
    """What was answered for this source wins; then words everybody uses; then a question."""
    absent = remembered.absent - REQUIRED
    found = candidates(keys, remembered, absent)
    at = {column: places[0] for column, places in found.items() if len(places) == 1 or (places and column in PREFERRED)}
    used = {place for place, name in enumerate(keys) if name in remembered.columns} | set(at.values())
    unsure = {
        column: found.get(column) or hinted(column, keys, used)
        for column in ExportColumn
        if column not in NOT_ASKED | at.keys() | absent
    }
    return Columns(at, {column: places for column, places in unsure.items() if places or column in DECISIVE})


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
    return found


def positions(words: Sequence[str], keys: Sequence[str], taken: set[int]) -> tuple[int, ...]:
    """Where these words stand as headings, the likelier word first."""
    return tuple(at for word in words for at, name in enumerate(keys) if name == word and at not in taken)


def hinted(column: ExportColumn, keys: Sequence[str], used: set[int]) -> tuple[int, ...]:
    """The columns left over whose heading holds a word of this one."""
    return tuple(
        at
        for at, name in enumerate(keys)
        if at not in used and any(f" {hint} " in f" {name} " for hint in HINTS[column])
    )
