"""One dossier out of the rows that several systems, and several exports of one, have of it.

This is the definition: what the database publishes must be the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from intranet.dossiers.rows import CONTENT, ImportedRow
from intranet.dossiers.vocabulary import ENDED
from intranet.kernel.tables.cells import day_of


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What one system said of a dossier on the day of an export."""

    source: str
    exported_on: date
    row: ImportedRow


def kept(rows: Iterable[SourceRow]) -> dict[tuple[str, str], SourceRow]:
    """Of each source and code the row of the newest export, in whatever order they came."""
    found: dict[tuple[str, str], SourceRow] = {}
    for one in rows:
        place = (one.source, one.row.code)
        earlier = found.get(place)
        if earlier is None or freshness(one) > freshness(earlier):
            found[place] = one
    return found


def dossiers(rows: Iterable[SourceRow]) -> dict[str, SourceRow]:
    """Of each code the row that tells the dossier: an ended one, then the newest, then by the source's name."""
    found: dict[str, SourceRow] = {}
    for one in kept(rows).values():
        earlier = found.get(one.row.code)
        if earlier is None or weight(one) < weight(earlier):
            found[one.row.code] = one
    return found


def told_after(rows: Iterable[SourceRow], end: date) -> dict[str, SourceRow]:
    """Of each code the row that tells how it stood at the end of a day, as far as one tells it was open then.

    Of each source the rows of its first export after that day; among these the same goes before as otherwise.
    """
    found = list(rows)
    first: dict[str, date] = {}
    for one in found:
        if one.exported_on > end:
            first[one.source] = min(one.exported_on, first.get(one.source, one.exported_on))
    return dossiers(one for one in found if first.get(one.source) == one.exported_on and was_open(one.row, end))


def was_open(row: ImportedRow, end: date) -> bool:
    """Whether a row tells that the dossier had come by the end of a day, and had not ended."""
    has_ended = row.finished_at is not None and day_of(row.finished_at) <= end
    return day_of(row.received_at) <= end and not has_ended


def freshness(one: SourceRow) -> tuple[Any, ...]:
    """Two exports of one day that differ: the one further on, then by content, lest the order of import decide."""
    told = (getattr(one.row, name) for name in CONTENT)
    return one.exported_on, one.row.status in ENDED, *((value is not None, value) for value in told)


def weight(one: SourceRow) -> tuple[bool, int, str]:
    """The lightest row comes first."""
    return one.row.status not in ENDED, -one.exported_on.toordinal(), one.source
