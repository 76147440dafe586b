"""One dossier out of the rows that several systems, and several exports of one, have of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from intranet.dossiers.rows import ImportedRow
from intranet.dossiers.vocabulary import ENDED


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


def freshness(one: SourceRow) -> tuple[Any, ...]:
    """Two exports of one day that differ: the one further on, then by content, lest the order of import decide."""
    return one.exported_on, one.row.status in ENDED, tuple(map(str, one.row.content))


def weight(one: SourceRow) -> tuple[bool, int, str]:
    """The lightest row comes first."""
    return one.row.status not in ENDED, -one.exported_on.toordinal(), one.source
